import type { CsvDocument } from '../../csv/document';
import type { OffsetEdit } from '../../csv/edits/edit';

/** Edits between two yields. */
const EDITS_PER_STEP = 256;

/** The text of a document after edits, which are ascending and do not overlap. */
export function* editedText(document: CsvDocument, edits: readonly OffsetEdit[]): Generator<void, string> {
	const parts: string[] = [];
	let at = 0;
	for (const [index, { start, end, text }] of edits.entries()) {
		parts.push(document.slice(at, start), text);
		at = end;
		if (index % EDITS_PER_STEP === 0) yield;
	}
	parts.push(document.slice(at, document.length));
	return parts.join('');
}
