import type { CsvDocument } from './document';

/**
 * The records from one of a block to the end of the document, counted up to one more than a quoted field may have
 * lines. Reads on as far as it must.
 *
 * @param blockIndex 0-based; -1 for a block that is no longer part of the document.
 * @param record the index of the first record to count, from the block's first.
 */
export function recordsLeft(document: CsvDocument, blockIndex: number, record: number): number {
	const limit = document.reader.maxQuotedLines + 1;
	let count = (document.blocks[blockIndex]?.records ?? 0) - record;
	for (let next = blockIndex + 1; count < limit; next++) {
		if (next >= document.blocks.length && !document.readMore()) break;
		count += document.blocks[next]?.records ?? 0;
	}
	return Math.min(count, limit);
}
