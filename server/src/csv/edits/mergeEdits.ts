import type { CsvDocument } from '../document';
import type { OffsetEdit } from './edit';

/** An editor takes this many edits at once. */
const MANY = 5000;
/** Edits of a step. */
const STEP = 256;

/**
 * Edits that make the same text: where there are very many, one, in which what stands between them is put back as it
 * was. VS Code makes one of a thousand or more itself, and needs minutes for 400,000. Several large ones would be no
 * better: each line of an edit moves all lines below that edit, and below one there are few.
 */
export function* mergeEdits(
	document: CsvDocument,
	edits: readonly OffsetEdit[],
): Generator<void, readonly OffsetEdit[]> {
	const [first] = edits;
	if (!first || edits.length <= MANY) return edits;
	const parts: string[] = [];
	let end = first.start;
	for (const [nth, edit] of edits.entries()) {
		parts.push(document.slice(end, edit.start), edit.text);
		end = edit.end;
		if (nth % STEP === 0) yield;
	}
	return [{ start: first.start, end, text: parts.join('') }];
}
