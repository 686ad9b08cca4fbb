/** What client and server say to each other about typing and pasting in the text editor. */

import type { Range } from '../csv/edits/edit';
import type { FileEdits, FileRef, OneFile, Refusal } from './bulk';

/** Client to server, a request with `NextFieldsParams`; answers a `NextFieldsAnswer`. */
export const nextFieldsRequest = 'cleverDemographics/nextFields';
/** The selections of an editor, and which way to go from each. */
export interface NextFieldsParams {
	readonly file: FileRef;
	readonly ranges: readonly Range[];
	readonly backward: boolean;
}
/**
 * One entry per range: the content of the next field, without its quotes; null where the file ends. Null for all where
 * the file has another version or is none of ours.
 */
export type NextFieldsAnswer = readonly (Range | null)[] | null;

/** Client to server, a request with `TextPasteParams`; answers a `TextPasteAnswer`. */
export const textPasteRequest = 'cleverDemographics/textPaste';
/** A text from the clipboard, and the selection that it is pasted to. */
export interface TextPasteParams extends OneFile {
	readonly clipboard: string;
	readonly range: Range;
}
/** Null for a text that is no block of cells and is pasted as it is; why a block cannot be pasted; or its edits. */
export type TextPasteAnswer =
	| Refusal
	| {
			/** Empty where nothing changes. */
			readonly files: readonly FileEdits[];
			/** Whether rows are added or replaced; else the values of cells are. */
			readonly addsRows: boolean;
			/** Rows that cannot be read, and stay as they are. */
			readonly unreadable: number;
	  }
	| null;
