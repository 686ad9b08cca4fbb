/** Requests that work on whole files, and what they answer. Each can be cancelled and tells how far it is. */

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

export interface OneFile extends ProgressParams {
	readonly file: FileRef;
}

export interface TwoFiles extends ProgressParams {
	readonly roster: FileRef;
	readonly extension: FileRef;
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
export type UnknownRowsAnswer = Refusal | UnknownRows;

/** Client to server, a request with `RemoveRowsParams`; answers a `RemoveRowsAnswer`. */
export const removeRowsRequest = 'cleverDemographics/removeRows';
export interface RemoveRowsParams extends OneFile {
	/** 1-based, as a spreadsheet counts. */
	readonly rows: readonly number[];
}
export type RemoveRowsAnswer = Refusal | { readonly files: readonly FileEdits[] };

/** Client to server, a request with `TwoFiles`; answers a `MoveAnswer`. */
export const moveRequest = 'cleverDemographics/move';
export type MoveAnswer = Refusal | (Edited & MoveCounts);

/** Client to server, a request with `SplitParams`; answers a `SplitAnswer`. */
export const splitRequest = 'cleverDemographics/split';
export interface SplitParams extends ProgressParams {
	readonly roster: FileRef;
	/** Missing where there is none yet. */
	readonly extension?: FileRef;
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
export type ColumnCountsAnswer = Refusal | { readonly columns: readonly ColumnCount[] };

/** Client to server, a request with `ColumnValuesParams`; answers a `ColumnValuesAnswer`. */
export const columnValuesRequest = 'cleverDemographics/columnValues';
export interface ColumnValuesParams extends OneFile {
	/** A 0-based column, or the position of the cursor. */
	readonly at: number | Position;
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
