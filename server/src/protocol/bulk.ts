/** Requests that work on whole files, and what they answer. Each can be canceled and reports its progress. */

import type {
	ColumnCount,
	ColumnValues,
	FileEdits,
	MoveCounts,
	Refusal,
	SplitCounts,
	UnknownRows,
} from '../bulk/results';
import type { Position } from '../csv/edits/edit';
import type { ProgressParams } from './progress';

export type {
	ColumnCount,
	ColumnValues,
	Conflict,
	ConflictCounts,
	FileEdits,
	MoveCounts,
	Refusal,
	SplitCounts,
	UnknownRow,
	UnknownRows,
	ValueCount,
} from '../bulk/results';

/** An open document as the client has it: where the server has another version, nothing is done. */
export interface FileRef {
	readonly uri: string;
	readonly version: number;
}

/** The parameters of a request on one open file. */
export interface OneFile extends ProgressParams {
	readonly file: FileRef;
}

/** The parameters of a request on both open files. */
export interface TwoFiles extends ProgressParams {
	readonly roster: FileRef;
	readonly extension: FileRef;
}

/** Edits for the client to apply. */
interface Edited {
	/** One entry per file that changes. */
	readonly files: readonly FileEdits[];
	/** Rows that could not be read, and were left as they are. */
	readonly unreadable: number;
}

/** Client to server, a request with `TwoFiles`; answers an `AddMissingAnswer`. */
export const addMissingRequest = 'cleverDemographics/addMissing';
/** Why nothing is done, or the edits with the number of rows that they add. */
export type AddMissingAnswer = Refusal | (Edited & { readonly added: number });

/** Client to server, a request with `TwoFiles`; answers an `UnknownRowsAnswer`. */
export const unknownRowsRequest = 'cleverDemographics/unknownRows';
/** Why the rows are not listed, or the rows of students that the roster does not have. */
export type UnknownRowsAnswer = Refusal | UnknownRows;

/** Client to server, a request with `RemoveRowsParams`; answers a `RemoveRowsAnswer`. */
export const removeRowsRequest = 'cleverDemographics/removeRows';
/** Which rows to remove from a file. */
export interface RemoveRowsParams extends OneFile {
	/** 1-based, as a spreadsheet counts. */
	readonly rows: readonly number[];
}
/** Why nothing is done, or the edits that remove the rows. */
export type RemoveRowsAnswer = Refusal | { readonly files: readonly FileEdits[] };

/** Client to server, a request with `TwoFiles`; answers a `MoveAnswer`. */
export const moveRequest = 'cleverDemographics/move';
/** Why nothing is done, or the edits with the counts of what they move. */
export type MoveAnswer = Refusal | (Edited & MoveCounts);

/** Client to server, a request with `SplitParams`; answers a `SplitAnswer`. */
export const splitRequest = 'cleverDemographics/split';
/** The roster to move columns from, and the extension file to move them to. */
export interface SplitParams extends ProgressParams {
	readonly roster: FileRef;
	/** Missing where there is none yet. */
	readonly extension?: FileRef;
}
/** Why nothing is done, or the edits with the counts of what they move. */
export type SplitAnswer =
	| Refusal
	| (Edited &
			SplitCounts & {
				/** The extension file, where there is none yet. */
				readonly extensionText?: string | undefined;
			});

/** Client to server, a request with `OneFile`; answers a `ColumnCountsAnswer`. */
export const columnCountsRequest = 'cleverDemographics/columnCounts';
/** Why nothing is counted, or what each column holds. */
export type ColumnCountsAnswer = Refusal | { readonly columns: readonly ColumnCount[] };

/** Client to server, a request with `ColumnValuesParams`; answers a `ColumnValuesAnswer`. */
export const columnValuesRequest = 'cleverDemographics/columnValues';
/** The column whose values to count. */
export interface ColumnValuesParams extends OneFile {
	/** A 0-based column, or the position of the cursor. */
	readonly at: number | Position;
}
/** Why nothing is counted, or the column's values; null if the cursor is in no column. */
export type ColumnValuesAnswer = Refusal | ColumnValues | null;

/** Client to server, a request with `ReplaceParams`; answers a `ReplaceAnswer`. */
export const replaceRequest = 'cleverDemographics/replace';
/** Which value of a column to replace, and by which. */
export interface ReplaceParams extends OneFile {
	/** 0-based. */
	readonly column: number;
	/** The unquoted value exactly as the file has it; empty for the empty fields. */
	readonly value: string;
	/** The new value, unquoted. */
	readonly by: string;
	/** The only row to change, 1-based as a spreadsheet counts; every row with the value where it is missing. */
	readonly row?: number | undefined;
}
/** Why nothing is done, or the edits with the number of fields that they change. */
export type ReplaceAnswer = Refusal | (Edited & { readonly changed: number });

/** Client to server, a request with `AddColumnParams`; answers an `AddColumnAnswer`. */
export const addColumnRequest = 'cleverDemographics/addColumn';
/** Which column to add to a file. */
export interface AddColumnParams extends OneFile {
	/** The exact name, for the header. */
	readonly column: string;
}
/** Why nothing is done, or the edits that add the column. */
export type AddColumnAnswer = Refusal | Pick<Edited, 'files'>;

/** Client to server, a request with `ProblemListParams`; answers a `ProblemListAnswer`. */
export const problemListRequest = 'cleverDemographics/problemList';
/** The file whose problems to list. */
export interface ProblemListParams extends OneFile {
	/** Whether the list has the values of the fields too. */
	readonly withValues: boolean;
}
/** Why nothing is listed, or the list of problems. */
export type ProblemListAnswer =
	| Refusal
	| {
			/** The list as CSV, with a header. */
			readonly text: string;
			/** How many problems it has. */
			readonly count: number;
			/** How many are not in it, since they tell a value by themselves. */
			readonly leftOut: number;
	  };
