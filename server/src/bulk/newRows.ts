import type { CsvDocument } from '../csv/document';

/** The line break behind a file's header; undefined where it is the last line. */
export function lineBreakOf(document: CsvDocument): string | undefined {
	const { end } = document.recordSpan(0);
	return document.slice(document.fieldsOf(0).at(-1)?.end ?? end, end) || undefined;
}

/** Rows to append to a file, with a line break before them where the file does not end in one. */
export function appendedRows(document: CsvDocument, rows: readonly string[], lineBreak: string): string {
	if (rows.length === 0) return '';
	document.readAll();
	const { length } = document;
	const endsInBreak = length === 0 || /[\r\n]/.test(document.slice(length - 1, length));
	return (endsInBreak ? '' : lineBreak) + rows.map((row) => row + lineBreak).join('');
}
