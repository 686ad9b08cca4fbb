import type { Range } from 'vscode-languageserver-types';
import type { CsvDocument } from '../csv/document';
import type { Finding } from './finding';

/** The offsets that a finding is about, in UTF-16 units of the text. */
export function spanOf(
	document: CsvDocument,
	{ record, column, start, end }: Pick<Finding, 'record' | 'column' | 'start' | 'end'>,
): { readonly start: number; readonly end: number } {
	const fields = document.fieldsOf(record);
	if (fields.length === 0) return { start: 0, end: 0 };
	const first = fields[0]?.start ?? 0;
	if (start !== undefined && end !== undefined) return { start: first + start, end: first + end };
	const field = fields[Math.min(column, fields.length - 1)];
	return { start: field?.start ?? first, end: field?.end ?? first };
}

/** The range that a finding is about, as LSP counts it. */
export function rangeOf(
	document: CsvDocument,
	finding: Pick<Finding, 'record' | 'column' | 'start' | 'end'>,
): Range {
	const { start, end } = spanOf(document, finding);
	return { start: document.positionAt(start), end: document.positionAt(end) };
}
