/** What whole-file commands answer. */

import type { Position } from '../csv/edits/edit';
import type { Severity } from '../rules/rule';

export type { Refusal } from '../work/refusal';

/** A row of the extension file whose student the roster does not have. */
export interface UnknownRow {
	/** 1-based, as a spreadsheet counts; the header is row 1. */
	readonly row: number;
	/** The student ID, without outer spaces. */
	readonly id: string;
	/** The student's name, "Reyes, Ana", if either file tells it; else empty. */
	readonly name: string;
	/** The filled fields besides the ID, such as "ext.title_i: Yes"; empty in rows far down a long list. */
	readonly values: readonly string[];
	/** Why the student is unknown, in a sentence for people. */
	readonly reason: string;
	/** Whether nothing speaks for a student whom the ID could mean, so that the row may be removed. */
	readonly isSafe: boolean;
}

/** Every row of the extension file whose student the roster does not have. */
export interface UnknownRows {
	/** In the order of the file. */
	readonly rows: readonly UnknownRow[];
	/** Rows of the extension file that cannot be read. */
	readonly unreadable: number;
	/** Rows of the roster whose ID cannot be read: any unknown student may be in one of them, so no row is safe. */
	readonly rosterUnreadable: number;
}

/** Two values of one student and column that cannot both be right. */
export interface Conflict {
	/** The exact name of the file that holds the first value. */
	readonly fileName: string;
	/** The row of the first value: 1-based, as a spreadsheet counts. */
	readonly row: number;
	/** The student ID, without outer spaces. */
	readonly id: string;
	/** The header of the column, without outer spaces. */
	readonly column: string;
	/** The value of this row, and the one that it disagrees with. */
	readonly values: readonly [string, string];
}

/** How many conflicts a command met; their values stay where they are. */
export interface ConflictCounts {
	readonly conflicts: number;
	/** The first of them. */
	readonly listed: readonly Conflict[];
}

/** What moving ext columns into the roster does. */
export interface MoveCounts extends ConflictCounts {
	/** Rows that are moved from the extension file into the roster. */
	readonly moved: number;
	/** Rows that stay in the extension file; blank ones do not count. */
	readonly kept: number;
	/** Kept rows whose student the roster does not have. */
	readonly unknown: number;
}

/** What splitting ext columns off the roster does. */
export interface SplitCounts extends ConflictCounts {
	/** Students of whom values are moved into the extension file. */
	readonly students: number;
	/** Headers of the columns that leave the roster. */
	readonly columns: readonly string[];
	/** Headers of the columns that stay, because a value in them does. */
	readonly kept: readonly string[];
}

/** How many fields of a column are filled, in the rows that can be read. */
export interface ColumnCount {
	/** 0-based. */
	readonly index: number;
	/** The header as messages show it. */
	readonly name: string;
	/** The column's letters in a spreadsheet. */
	readonly letter: string;
	/** Rows with a value in the column. */
	readonly filled: number;
	/** Rows with an empty field in the column. */
	readonly empty: number;
}

/** A distinct value of a column, and how many rows hold it. */
export interface ValueCount {
	readonly value: string;
	readonly count: number;
	/** The code that the value certainly means, where it is not a code itself. */
	readonly meant?: string | undefined;
	/** Whether it is a word that can only stand for an empty field, such as N/A. */
	readonly standsForEmpty?: true | undefined;
	/** What is wrong with the value, if anything. */
	readonly problem?: { readonly severity: Severity; readonly message: string } | undefined;
}

/** The values of a column, in the rows that can be read. */
export interface ColumnValues extends ColumnCount {
	/** Those with a problem first, the worst and then the most frequent first; empty fields and passwords are left out. */
	readonly values: readonly ValueCount[];
	/** How many more distinct values there are, the rarest ones. */
	readonly unlisted: number;
	/** The value under the cursor, where there is one. */
	readonly current?: string | undefined;
	/** The codes of the column, in the order of the standard; undefined if it takes any text. */
	readonly codes?: readonly { readonly code: string; readonly label: string }[] | undefined;
	/** Whether the column holds the student ID, or passwords, which are never shown. */
	readonly kind: 'key' | 'secret' | 'other';
}

/** The edits of one file, in the order of its text, none of them touching another. */
export interface FileEdits {
	readonly uri: string;
	/** The version of the document that the edits are made for. */
	readonly version: number;
	readonly edits: readonly {
		readonly range: { readonly start: Position; readonly end: Position };
		readonly newText: string;
	}[];
}
