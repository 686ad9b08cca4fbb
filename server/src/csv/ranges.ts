import type { CsvDocument } from './document';
import type { OffsetEdit, Range, RangeEdit } from './edits/edit';

interface Documented {
	readonly document: CsvDocument;
}

/** The range between two UTF-16 offsets of a document. */
export function rangeOf(
	{ document }: Documented,
	{ start, end }: { readonly start: number; readonly end: number },
): Range {
	return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** The edits with ranges instead of offsets. */
export function toTextEdits(document: CsvDocument, edits: readonly OffsetEdit[]): RangeEdit[] {
	return edits.map((edit) => ({ range: rangeOf({ document }, edit), newText: edit.text }));
}

/** The first and the last record that a range touches, 0-based. */
export function recordsIn(
	{ document }: Documented,
	{ start, end }: Range,
): { readonly first: number; readonly last: number } {
	return {
		first: Math.max(0, document.recordAt(document.offsetAt(start))),
		last: document.recordAt(document.offsetAt(end)),
	};
}
