import type { OffsetEdit } from './edit';

/** Sorts edits by offset and drops each one that overlaps an edit before it; `dropped` tells whether any was. */
export function nonOverlapping(edits: readonly OffsetEdit[]): {
	readonly edits: readonly OffsetEdit[];
	readonly dropped: boolean;
} {
	const kept: OffsetEdit[] = [];
	for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
		const last = kept.at(-1);
		const overlaps = last && (edit.start < last.end || (edit.start === last.start && edit.end === last.end));
		if (!overlaps) kept.push(edit);
	}
	return { edits: kept, dropped: kept.length < edits.length };
}
