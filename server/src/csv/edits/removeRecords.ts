import type { CsvDocument } from '../document';
import type { OffsetEdit } from './edit';

/**
 * The edit that removes neighboring records with their line breaks. Where the last one has none, the line break above
 * them goes instead, so that the file ends as before.
 *
 * @param first 0-based.
 * @param last 0-based; the same for one record.
 */
export function removalOfRecords(document: CsvDocument, first: number, last: number): OffsetEdit {
	const { start } = document.recordSpan(first);
	const { end } = document.recordSpan(last);
	if (first === 0) return { start, end, text: '' };
	const endAbove = contentEnd(document, first - 1);
	// An empty line above is no row without its line break.
	const isBlankAbove = endAbove === document.recordSpan(first - 1).start;
	const endsWithout = contentEnd(document, last) === end && !isBlankAbove;
	return endsWithout || joinsLineBreaks(document, { start, end })
		? { start: endAbove, end: contentEnd(document, last), text: '' }
		: { start, end, text: '' };
}

/** Whether a CR before a removed text and an LF after it would be one line break: the LF is a blank line until then. */
export function joinsLineBreaks(
	document: CsvDocument,
	{ start, end }: Pick<OffsetEdit, 'start' | 'end'>,
): boolean {
	return document.slice(start - 1, start) === '\r' && document.slice(end, end + 1) === '\n';
}

/** Where the last field of a 0-based record ends, in UTF-16 units. */
export function contentEnd(document: CsvDocument, record: number): number {
	return document.fieldSpan(record, Number.POSITIVE_INFINITY).end;
}
