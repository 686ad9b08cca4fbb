/** An export that the import is tried with, and what is right for it. Worked out by hand, from FACTS and systems.json. */

import type { Mapping } from '../../../server/src/convert/mapping/mapping';

/** How a column is settled, as `import --format json` says it. */
export type SettledHow = 'name' | 'values' | 'codes' | 'flags';

/** An export and its two right files. */
export interface ExportCase {
	/** The system as people call it, and what is special about the file; both for the table in docs/import.md. */
	readonly system: string;
	readonly shape: string;
	/** The system that is recognized or null, where a test is worth it: two systems share many headers. */
	readonly recognized?: string | null;
	readonly fileName: string;
	readonly content: string | Uint8Array;
	/** The sheet of a workbook, where a person must choose it before anything else. */
	readonly sheet?: string;
	/** OneRoster's users.csv in the same folder. */
	readonly users?: string;
	/** The student ID and the categories that must be settled without a person: how, and from which columns. */
	readonly settled: Readonly<Record<string, readonly [how: SettledHow, ...from: string[]]>>;
	/** What must be asked: the column of ours, the value (null: its column), and the rows of the export with it. */
	readonly open: readonly (readonly [element: string, value: string | null, rows: number])[];
	/** The rows that must be listed as problems, 1-based as a spreadsheet counts; null for one of no single row. */
	readonly problems?: readonly (number | null)[];
	/** What a person decides; missing where nothing is asked. */
	readonly decisions?: Mapping;
	/** students.csv as it is right after the decisions; missing where nothing feeds it. */
	readonly roster?: string;
	/** students_ext.csv likewise. Categories that are empty in every row may be left out here. */
	readonly extension?: string;
}
