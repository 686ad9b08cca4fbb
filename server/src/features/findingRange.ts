import type { Range } from 'vscode-languageserver-types';
import type { Finding } from '../check/finding';
import type { CsvDocument } from '../csv/document';
import { rangeOf as rangeOfSpan } from '../csv/ranges';

/** The offsets that a finding is about, in UTF-16 units of the text. */
export function findingSpan(
	document: CsvDocument,
	{ record, column, start, end }: Pick<Finding, 'record' | 'column' | 'start' | 'end'>,
): { readonly start: number; readonly end: number } {
	if (start === undefined || end === undefined) return document.fieldSpan(record, column);
	const first = document.fieldSpan(record, 0).start;
	return { start: first + start, end: first + end };
}

/** The range that a finding is about, as LSP counts it. */
export function findingRange(
	document: CsvDocument,
	finding: Pick<Finding, 'record' | 'column' | 'start' | 'end'>,
): Range {
	return rangeOfSpan({ document }, findingSpan(document, finding));
}
