/** What client and server say to each other about typing and pasting in the text editor. */

import type { Range } from '../csv/edits/edit';
import type { FileRef } from './bulk';

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
