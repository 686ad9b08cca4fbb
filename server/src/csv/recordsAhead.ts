import type { CsvDocument } from './document';

/**
 * The text of the records from one of a block on: one more than a quoted field may have lines, or up to the end of the
 * document. Reads on as far as it must.
 *
 * @param blockIndex 0-based; -1 for a block that is no longer part of the document, which has nothing ahead.
 * @param record the index of the first record, from the block's first.
 */
export function recordsAhead(document: CsvDocument, blockIndex: number, record: number): string {
	let left = document.reader.maxQuotedLines + 1;
	let text = '';
	let first = record;
	for (let next = Math.max(0, blockIndex); left > 0 && blockIndex >= 0; next++) {
		if (next >= document.blocks.length && !document.readMore()) break;
		const block = document.blocks[next];
		if (!block) break;
		const end = Math.min(block.records, first + left);
		text += block.text.slice(block.starts[first], block.endOf(end - 1));
		left -= end - first;
		first = 0;
	}
	return text;
}
