/** What the work on whole files answers. */

export type { Refusal } from '../work/refusal';

/** 0-based, UTF-16 units. */
export interface Position {
	readonly line: number;
	readonly character: number;
}

export interface UnknownRow {
	/** 1-based, as a spreadsheet counts; the header is row 1. */
	readonly row: number;
	readonly id: string;
}

export interface UnknownRows {
	/** In the order of the file. */
	readonly rows: readonly UnknownRow[];
	/** Rows of the extension file that could not be read. */
	readonly unreadable: number;
}

/** Values that cannot both be right. */
export interface Conflict {
	/** The file and the row (1-based, as a spreadsheet counts) where the first value stands. */
	readonly fileName: string;
	readonly row: number;
	readonly id: string;
	readonly column: string;
	/** The one of this row, and the one that it disagrees with. */
	readonly values: readonly [string, string];
}

export interface ConflictCounts {
	readonly conflicts: number;
	/** The first of them. */
	readonly listed: readonly Conflict[];
}

export interface MoveCounts extends ConflictCounts {
	/** Rows of the extension file that are in the roster now, and out of it. */
	readonly moved: number;
	/** Rows that stay in it, empty ones apart. */
	readonly kept: number;
	/** Among those kept: of students that the roster does not have. */
	readonly unknown: number;
}

export interface SplitCounts extends ConflictCounts {
	/** Students of whom values went into the extension file. */
	readonly students: number;
	/** Columns that left the roster, and those that stay since something in them does. */
	readonly columns: readonly string[];
	readonly kept: readonly string[];
}

export interface ColumnCount {
	/** 0-based. */
	readonly index: number;
	/** As people call it, and its letter in a spreadsheet. */
	readonly name: string;
	readonly letter: string;
	/** Whole rows in which it holds something, and in which it does not. */
	readonly filled: number;
	readonly empty: number;
}

export interface ValueCount {
	readonly value: string;
	readonly count: number;
	/** The code that it certainly means, where it is none itself. */
	readonly meant?: string | undefined;
}

export interface ColumnValues extends ColumnCount {
	/** The most frequent first; empty fields are no value. Never those of a password. */
	readonly values: readonly ValueCount[];
	/** Values that are too many to be listed: the rarest. */
	readonly unlisted: number;
	/** The value under the cursor, where it is one. */
	readonly current?: string | undefined;
	/** The codes that the column takes, in the order of the standard; missing where it takes any text. */
	readonly codes?: readonly { readonly code: string; readonly label: string }[] | undefined;
	/** Whether it names the student, or holds what is never shown. */
	readonly kind: 'key' | 'secret' | 'other';
}

/** What to change in a file, in the order of its text, apart from each other. */
export interface FileEdits {
	readonly uri: string;
	readonly version: number;
	readonly edits: readonly {
		readonly range: { readonly start: Position; readonly end: Position };
		readonly newText: string;
	}[];
}
