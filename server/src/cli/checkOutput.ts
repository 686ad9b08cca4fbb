/** What `check` prints as JSON, and what it tells a parent process. */

import type { Counts } from '../check/tally';

/** A finding as `check --format json` prints it; lines and columns are 1-based, columns in UTF-16 units. */
export interface CheckedFinding {
	readonly rule: string;
	readonly severity: keyof Counts;
	readonly message: string;
	readonly line: number;
	readonly column: number;
	readonly endLine: number;
	readonly endColumn: number;
	/** 0 is the header. */
	readonly record: number;
	/** The column's name; null where the finding is about no one column. */
	readonly element: string | null;
	/** The preferred one first; `newText` is the field's new value, where the fix is one. */
	readonly fixes: readonly {
		readonly title: string;
		readonly newText?: string | undefined;
		readonly preferred: boolean;
	}[];
}

/** A file as `check --format json` prints it. */
export interface CheckedFile {
	readonly path: string;
	/** The exact name that Clever wants for this file. */
	readonly table: string;
	/** Rows below the header. */
	readonly records: number;
	/** How many findings are counted and not listed; missing where all are. */
	readonly unlisted?: number;
	readonly findings: readonly CheckedFinding[];
}

/** What `check --format json` prints. */
export interface CheckOutput {
	readonly files: readonly CheckedFile[];
	readonly summary: {
		readonly files: number;
		readonly records: number;
		readonly errors: number;
		readonly warnings: number;
		readonly information: number;
		readonly hints: number;
	};
}

/** What the command line tells a parent that started it with a channel: how much of a file is checked, from 0 to 1. */
export interface CheckProgress {
	readonly path: string;
	readonly done: number;
}
