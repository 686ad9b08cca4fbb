import { either, type Form, number, record, string } from '../../messageForms';

/** A whole number from 0 on. One that is too large is a place after the end. */
const place: Form = (value) => Number.isInteger(value) && (value as number) >= 0;

/** A member that may be missing but is never null: our client leaves out what it does not have. */
export const orMissing =
	(form: Form): Form =>
	(value) =>
		value === undefined || form(value);

/** LSP's `ProgressToken`. */
export const progressTokenForm: Form = either(string, number);
/** LSP's `Position`. */
export const positionForm: Form = record({ line: place, character: place });
/** LSP's `Range`. */
export const rangeForm: Form = record({ start: positionForm, end: positionForm });
/** Members that name a document of the client. */
export const ofDocument = { textDocument: record({ uri: string }) };
/** Members that name a place in a document. */
export const atPosition = { ...ofDocument, position: positionForm };
