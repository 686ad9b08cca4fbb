import type { CsvDocument } from '../document';
import type { OffsetEdit } from './edit';

/** How many edits an editor applies at once without delay. */
const MAX_EDITS = 5000;
/** How many edits to merge between two yields. */
const EDITS_PER_STEP = 256;

/**
 * Merges very many edits into one that also holds the unchanged text between them; fewer are returned as they are. The
 * edits must be ascending and must not overlap. VS Code itself merges a thousand edits or more, and takes minutes for
 * 400,000. Several large edits would be no faster: each line of an edit moves all lines below that edit, and below a
 * single one there are few.
 */
export function* mergeEdits(
	document: CsvDocument,
	edits: readonly OffsetEdit[],
): Generator<void, readonly OffsetEdit[]> {
	const [first] = edits;
	if (!first || edits.length <= MAX_EDITS) return edits;
	const parts: string[] = [];
	let end = first.start;
	for (const [index, edit] of edits.entries()) {
		parts.push(document.slice(end, edit.start), edit.text);
		end = edit.end;
		if (index % EDITS_PER_STEP === 0) yield;
	}
	return [{ start: first.start, end, text: parts.join('') }];
}
