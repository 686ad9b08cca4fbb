/** What is known about the exports of student information systems and of assessments. */

import type { Source } from '../types';

/**
 * How sure a fact is: read in its source, from several sources that agree or one that says it indirectly, or inferred from
 * the look of a word alone, which is enough to propose a code to a person and not to call a value wrong.
 */
export type Certainty = 'read' | 'likely' | 'inferred';

/** Headers of one system that hold one column of ours. */
export interface SystemHeader {
	/** The column as Clever writes it. */
	readonly element: string;
	/** As the system writes them, the likeliest first; compared by `headerKey`. */
	readonly names: readonly string[];
	/** False if a person must confirm: the values are no codes, or the column holds something else in some districts. */
	readonly isCertain: boolean;
	/** Why it is not certain: a sentence for people. */
	readonly note?: string;
}

/** Headers by which a system is recognized. No other system has them, and no plain export either. */
export interface SystemMarks {
	/** All of these must be in the export. */
	readonly all?: readonly string[];
	/** At least `min` of these must be in the export, too. */
	readonly any: readonly string[];
	/** 2 where it is missing. */
	readonly min?: number;
}

/** A file that a system exports together with another one, which has more about the same students. */
export interface SystemFile {
	readonly fileName: string;
	/** The column that both files have, with the same IDs. */
	readonly key: string;
	/** Only rows with one of these values in the column are students; without the column all are. */
	readonly students: ValuesOfColumn;
	readonly headers: readonly SystemHeader[];
}

/** Rows with one of some values in a column. */
export interface ValuesOfColumn {
	readonly header: string;
	/** Compared without case. */
	readonly values: readonly string[];
}

/** The headers under which a system shows a column of ours that it has received. */
export interface ReceivedColumn {
	/** The column as Clever writes it. */
	readonly element: string;
	/** The first of these that has any value counts. */
	readonly names: readonly string[];
	/** Where it answers another question than ours, so that no value of it can be compared: why, in sentences for people. */
	readonly isOther?: string;
}

/** A system whose exports are known, by the headers that it writes. Flags of race are in `raceFlagOf`. */
export interface ExportSystem {
	/** Its name for people, as `--system` takes it. */
	readonly name: string;
	/** In the order of Clever's columns. */
	readonly headers: readonly SystemHeader[];
	/** Undefined for a system that is only picked: too little tells it from others. */
	readonly marks?: SystemMarks;
	/** The header of an ID that is certain to be the one that Clever has. No other system has one. */
	readonly certainId?: string;
	/** The names of the tables that belong to its format, so that no person needs to choose them. */
	readonly codeTables?: readonly string[];
	/** Rows that are no students any more. */
	readonly leftOut?: ValuesOfColumn;
	/** The file that completes the export. */
	readonly companion?: SystemFile;
	/**
	 * For a system that receives our columns: those that are compared although an import asks a person. Its tables of
	 * codes count without a question, since its values are its own.
	 */
	readonly shows?: readonly ReceivedColumn[];
	/** What people should know about its exports: a sentence. */
	readonly note?: string;
	readonly source: Source;
}

/** The codes that a system, a state or a standard has for one category, and what they are at Clever. */
export interface CodeTable {
	/** Its name for people, as `--system` and mapping files take it. One name may have a table for each of several columns. */
	readonly name: string;
	/** The columns that it is for, as Clever writes them. */
	readonly elements: readonly string[];
	/**
	 * By the value of the export: the code of the column, '' for an empty field, null if no code has its meaning, or the
	 * codes of which a person must choose.
	 */
	readonly values: Readonly<Record<string, string | null | readonly string[]>>;
	/** In a table of races: the value that says Hispanic of any race, which is a column of its own at Clever. */
	readonly hispanic?: string;
	/** What people should know about its values: sentences. */
	readonly note?: string;
	readonly certainty: Certainty;
	readonly source: Source;
}
