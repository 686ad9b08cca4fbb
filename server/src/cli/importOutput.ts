/** The stable interface for other programs: the output of `import` and `template` with `--format json`. Fields are only ever added. */

import type { OpenItem } from '../convert/understand/planTypes';

/** The whole output of `import --format json`; also with exit status 2, where `written` is empty. */
export interface ImportOutput {
	/** The system that the export comes from, as `--system` takes it; null where it is not known. */
	readonly system: string | null;
	/** The columns of the new files that are settled. */
	readonly columns: readonly SettledColumn[];
	/** What was left as it is since only a person can decide it; of several rows with one value, the rows are counted. */
	readonly open: readonly OpenItem[];
	/** What is wrong with the export, its rows, the mapping or the folder. */
	readonly problems: readonly OutputProblem[];
	/** The paths of the files that were written. */
	readonly written: readonly string[];
	/** Rows of the export that are no student's, by what they are; missing where there are none. */
	readonly leftOut?: readonly LeftOutRows[];
}

/** Rows that an import left out, since they are no student's. */
export interface LeftOutRows {
	/** For people. */
	readonly what: string;
	readonly rows: number;
}

/** A column of the new files, and what feeds it. */
export interface SettledColumn {
	/** Its exact name. */
	readonly element: string;
	/** The columns of the export; a second one of a name is called, for example, `Race (column 7)`. */
	readonly from: readonly string[];
	/**
	 * Why: its name, its values, a table of codes or several columns of codes, yes-or-no columns of race, or the mapping
	 * says so.
	 */
	readonly how: 'name' | 'values' | 'codes' | 'flags' | 'mapping';
}

/** What a person must look at. */
export interface OutputProblem {
	/** 1-based, as a spreadsheet counts; null where it is not about one row. */
	readonly row: number | null;
	/** For people. */
	readonly message: string;
}

/** The whole output of `template --format json`. */
export interface TemplateOutput {
	/** Rows of the new file: one per student of the roster. */
	readonly students: number;
	readonly problems: readonly OutputProblem[];
	/** The path of the file that was written. */
	readonly written: readonly string[];
}
