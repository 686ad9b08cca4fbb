import type { Block } from '../csv/block';

/**
 * Whether an edit has added, removed or moved rows, by the blocks of the text before and after it. An edit of cells keeps
 * the number of rows, and puts no row where another one was.
 */
export function rowsMoved(before: readonly Block[], after: readonly Block[]): boolean {
	const shorter = Math.min(before.length, after.length);
	let head = 0;
	while (head < shorter && before[head] === after[head]) head++;
	let tail = 0;
	while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
	const old = recordsOf(before.slice(head, before.length - tail));
	const now = recordsOf(after.slice(head, after.length - tail));
	if (old.length !== now.length) return true;
	const changed = old.map((text, row) => text !== now[row]);
	const gone = new Set(old.filter((_, row) => changed[row]));
	return now.some((text, row) => changed[row] && gone.has(text));
}

/** The texts of the records, without their line breaks: the last one of a file may have none. */
function recordsOf(blocks: readonly Block[]): readonly string[] {
	return blocks.flatMap((block) =>
		Array.from({ length: block.records }, (_, index) =>
			block.text.slice(block.starts[index], block.endOf(index)).replace(/[\r\n]+$/, ''),
		),
	);
}
