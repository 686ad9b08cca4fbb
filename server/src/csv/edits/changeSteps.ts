import type { ContentChange, OffsetEdit, Position, Range } from './edit';

/** A text that changes are applied to. Offsets and positions are those of the text as it is now. */
interface ChangingText {
	offsetAt(position: Position): number;
	positionAt(offset: number): Position;
	slice(start: number, end: number): string;
}

/**
 * Turns the changes of one LSP event, each of which counts in the text that the one before left, into as few steps as
 * possible: a new text, or edits that are ascending and do not overlap. Each step must be applied to the text before
 * the next is asked for. Changes that run from the end of the text to its start (an editor's many cursors, a fix of a
 * whole column) are one step.
 */
export function* changeSteps(
	text: ChangingText,
	changes: readonly ContentChange[],
): Generator<string | readonly OffsetEdit[]> {
	/** Edits of the step to come, the last in the text first. */
	let batch: OffsetEdit[] = [];
	for (const { range, text: inserted } of changes) {
		if (!range) {
			batch = [];
			yield inserted;
			continue;
		}
		const edit = toOffsets(text, range, inserted);
		const last = batch.at(-1);
		if (!last || isBefore(text, range, edit.end, last.start)) batch.push(edit);
		else {
			yield batch.reverse();
			batch = [toOffsets(text, range, inserted)];
		}
	}
	if (batch.length > 0) yield batch.reverse();
}

function toOffsets(text: ChangingText, range: Range, inserted: string): OffsetEdit {
	const one = text.offsetAt(range.start);
	const other = text.offsetAt(range.end);
	return { start: Math.min(one, other), end: Math.max(one, other), text: inserted };
}

/**
 * Whether a range that ends at offset `end` means the same text with and without the edits of the step to come, the
 * first of which starts at `offset`. A range that ends exactly there must name that position exactly, or it may lie in
 * what the edit inserts; and a CR before it may become a CRLF.
 */
function isBefore(text: ChangingText, range: Range, end: number, offset: number): boolean {
	if (end !== offset) return end < offset;
	const { line, character } = text.positionAt(offset);
	const isExact = (position: Position): boolean =>
		text.offsetAt(position) < offset || (position.line === line && position.character === character);
	return isExact(range.start) && isExact(range.end) && text.slice(offset - 1, offset) !== '\r';
}
