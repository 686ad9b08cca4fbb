/** What client and server say to each other about pasting in the text editor. */

import type { Range } from '../csv/edits/edit';
import type { FileEdits, OneFile, Refusal } from './bulk';

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
