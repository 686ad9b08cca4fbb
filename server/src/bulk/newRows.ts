import type { CsvDocument } from '../csv/document';
import type { OffsetEdit } from '../csv/edits/edit';
import { firstLineBreak } from '../csv/lineBreaks';

/** The line break after a file's header; undefined if the file ends there. */
export function headerLineBreak(document: CsvDocument): string | undefined {
	const { end } = document.recordSpan(0);
	return firstLineBreak(document.slice(document.fieldsOf(0).at(-1)?.end ?? end, end));
}

/**
 * The edit that appends rows to a file, with a line break before them where the file does not end in one; undefined
 * if there are no rows.
 *
 * @param rows without their line breaks.
 */
export function appendRows(
	document: CsvDocument,
	rows: readonly string[],
	lineBreak: string,
): OffsetEdit | undefined {
	if (rows.length === 0) return undefined;
	document.readAll();
	const end = document.length;
	const endsInBreak = end === 0 || /[\r\n]/.test(document.slice(end - 1, end));
	const text = (endsInBreak ? '' : lineBreak) + rows.map((row) => row + lineBreak).join('');
	return { start: end, end, text };
}
