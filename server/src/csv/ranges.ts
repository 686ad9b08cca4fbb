import type { Range } from 'vscode-languageserver-types';
import type { CsvDocument } from './document';

interface Documented {
	readonly document: CsvDocument;
}

/** A stretch of a document's text, given by its offsets, as LSP's range. */
export function rangeOf(
	{ document }: Documented,
	{ start, end }: { readonly start: number; readonly end: number },
): Range {
	return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** The first and the last record that a range touches. */
export function recordsIn(
	{ document }: Documented,
	{ start, end }: Range,
): { readonly first: number; readonly last: number } {
	return {
		first: Math.max(0, document.recordAt(document.offsetAt(start))),
		last: document.recordAt(document.offsetAt(end)),
	};
}
