import type { Range } from 'vscode-languageserver-types';
import type { Finding } from '../check/finding';
import type { CsvDocument } from '../csv/document';
import { rangeOf } from '../csv/ranges';

/** The offsets of the text that a finding is about, in UTF-16 units; its whole field where it names no part. */
export function findingSpan(
	document: CsvDocument,
	{ record, column, start, end }: Pick<Finding, 'record' | 'column' | 'start' | 'end'>,
): { readonly start: number; readonly end: number } {
	if (start === undefined || end === undefined) return document.fieldSpan(record, column);
	const first = document.fieldSpan(record, 0).start;
	return { start: first + start, end: first + end };
}

/** The range of the text that a finding is about. */
export function findingRange(
	document: CsvDocument,
	finding: Pick<Finding, 'record' | 'column' | 'start' | 'end'>,
): Range {
	return rangeOf({ document }, findingSpan(document, finding));
}
