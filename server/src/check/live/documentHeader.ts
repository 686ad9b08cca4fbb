import { isEmptyText } from '../../characters';
import type { CsvDocument } from '../../csv/document';
import { recordsAhead } from '../../csv/recordsAhead';
import { UNCLOSED } from '../../csv/scan';
import type { HeaderText } from '../record/headerCheck';

/** A text longer than this, in UTF-16 units, is not searched for a value to tell whether the file is empty. */
const MAX_UNITS_OF_EMPTY_FILE = 10_000;

/** The header of a document as it is now. */
export interface DocumentHeader extends HeaderText {
	/** The headers of the columns, in their order. */
	readonly columns: readonly string[];
	/** Headers of the same identity have the same columns and the same findings. */
	readonly identity: string;
}

/** Reads the header of a document. */
export function documentHeader(document: CsvDocument): DocumentHeader {
	const fields = document.fieldsOf(0);
	const span = fields.length > 0 ? document.recordSpan(0) : { start: 0, end: 0 };
	const text = document.slice(span.start, fields.at(-1)?.end ?? span.end);
	const empty = isEmptyText(text) && isBlank(document);
	const ahead = (): string => recordsAhead(document, 0, 0);
	// What an open quote would swallow is the one thing about a header that rows below it can change.
	const swallowed = fields.some(({ flags }) => flags & UNCLOSED) ? ahead() : text;
	return {
		text,
		empty,
		ahead,
		columns: fields.map(({ value }) => value),
		identity: `${empty}\n${swallowed}`,
	};
}

function isBlank(document: CsvDocument): boolean {
	return document.length < MAX_UNITS_OF_EMPTY_FILE && isEmptyText(document.getText());
}
