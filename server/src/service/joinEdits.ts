import type { CsvDocument } from '../csv/document';
import type { OffsetEdit } from '../csv/edit';

/** An editor takes this many edits at once; for 400,000 VS Code needs minutes. */
const MANY = 5000;
/** Of more, those nearer than this to the one before become one with it; in UTF-16 units. */
const NEAR = 4 * 1024;
/** What one edit may span. */
const LONGEST = 64 * 1024;

/**
 * Edits that make the same text, fewer where there are very many: what stands between two near ones is put back as it
 * was. A step for each that is made.
 */
export function* joinEdits(
	document: CsvDocument,
	edits: readonly OffsetEdit[],
): Generator<void, readonly OffsetEdit[]> {
	if (edits.length <= MANY) return edits;
	const few: OffsetEdit[] = [];
	for (let from = 0; from < edits.length; ) {
		const first = edits[from] as OffsetEdit;
		let { end } = first;
		let to = from + 1;
		for (; to < edits.length; to++) {
			const next = edits[to] as OffsetEdit;
			if (next.start - end > NEAR || next.end - first.start > LONGEST) break;
			end = next.end;
		}
		few.push(to - from === 1 ? first : oneOf(document, edits.slice(from, to), first.start, end));
		from = to;
		yield;
	}
	return few;
}

function oneOf(document: CsvDocument, edits: readonly OffsetEdit[], start: number, end: number): OffsetEdit {
	const old = document.slice(start, end);
	const parts: string[] = [];
	let copied = 0;
	for (const edit of edits) {
		parts.push(old.slice(copied, edit.start - start), edit.text);
		copied = edit.end - start;
	}
	return { start, end, text: parts.join('') };
}
