/** Requests that work on whole files, and what they answer. Each can be cancelled and tells how far it is. */

import type { ProgressParams } from './progress';

/** Why nothing is done, in a sentence for people. */
export interface Refusal {
	readonly problem: string;
}

/** An open document as the client has it: where the server has another version, nothing is done. */
export interface FileRef {
	readonly uri: string;
	readonly version: number;
}

export interface OneFile extends ProgressParams {
	readonly file: FileRef;
}

export interface TwoFiles extends ProgressParams {
	readonly roster: FileRef;
	readonly extension: FileRef;
}

/** 0-based, UTF-16 units. */
interface Position {
	readonly line: number;
	readonly character: number;
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

interface Edited {
	/** Files in which nothing changes are missing. */
	readonly files: readonly FileEdits[];
	/** Rows that could not be read, and were left as they are. */
	readonly unreadable: number;
}

/** Client to server, a request with `TwoFiles`; answers an `AddMissingAnswer`. */
export const addMissingRequest = 'cleverDemographics/addMissing';
export type AddMissingAnswer = Refusal | (Edited & { readonly added: number });

/** Client to server, a request with `TwoFiles`; answers an `UnknownRowsAnswer`. */
export const unknownRowsRequest = 'cleverDemographics/unknownRows';
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
export type UnknownRowsAnswer = Refusal | UnknownRows;

/** Client to server, a request with `RemoveRowsParams`; answers a `RemoveRowsAnswer`. */
export const removeRowsRequest = 'cleverDemographics/removeRows';
export interface RemoveRowsParams extends OneFile {
	/** 1-based, as a spreadsheet counts. */
	readonly rows: readonly number[];
}
export type RemoveRowsAnswer = Refusal | { readonly files: readonly FileEdits[] };

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

/** Client to server, a request with `TwoFiles`; answers a `MoveAnswer`. */
export const moveRequest = 'cleverDemographics/move';
export interface MoveCounts extends ConflictCounts {
	/** Rows of the extension file that are in the roster now, and out of it. */
	readonly moved: number;
	/** Rows that stay in it, empty ones apart. */
	readonly kept: number;
	/** Among those kept: of students that the roster does not have. */
	readonly unknown: number;
}
export type MoveAnswer = Refusal | (Edited & MoveCounts);

/** Client to server, a request with `SplitParams`; answers a `SplitAnswer`. */
export const splitRequest = 'cleverDemographics/split';
export interface SplitParams extends ProgressParams {
	readonly roster: FileRef;
	/** Missing where there is none yet. */
	readonly extension?: FileRef;
}
export interface SplitCounts extends ConflictCounts {
	/** Students of whom values went into the extension file. */
	readonly students: number;
	/** Columns that left the roster, and those that stay since something in them does. */
	readonly columns: readonly string[];
	readonly kept: readonly string[];
}
export type SplitAnswer =
	| Refusal
	| (Edited &
			SplitCounts & {
				/** The extension file, where there is none yet. */
				readonly extensionText?: string | undefined;
			});

/** Client to server, a request with `OneFile`; answers a `ColumnCountsAnswer`. */
export const columnCountsRequest = 'cleverDemographics/columnCounts';
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
export type ColumnCountsAnswer = Refusal | { readonly columns: readonly ColumnCount[] };

/** Client to server, a request with `ColumnValuesParams`; answers a `ColumnValuesAnswer`. */
export const columnValuesRequest = 'cleverDemographics/columnValues';
export interface ColumnValuesParams extends OneFile {
	/** A 0-based column, or the position of the cursor. */
	readonly at: number | Position;
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
/** Null where the cursor is in no column. */
export type ColumnValuesAnswer = Refusal | ColumnValues | null;

/** Client to server, a request with `ReplaceParams`; answers a `ReplaceAnswer`. */
export const replaceRequest = 'cleverDemographics/replace';
export interface ReplaceParams extends OneFile {
	/** 0-based. */
	readonly column: number;
	/** Exactly as it stands; empty for the empty fields. */
	readonly value: string;
	readonly by: string;
}
export type ReplaceAnswer = Refusal | (Edited & { readonly changed: number });

/** Client to server, a request with `ProblemListParams`; answers a `ProblemListAnswer`. */
export const problemListRequest = 'cleverDemographics/problemList';
export interface ProblemListParams extends OneFile {
	readonly withValues: boolean;
}
export type ProblemListAnswer =
	| Refusal
	| {
			/** CSV. */
			readonly text: string;
			readonly count: number;
	  };
