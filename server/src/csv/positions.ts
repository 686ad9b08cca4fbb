import { type Block, lastAtMost } from './block';
import type { Position } from './edits/edit';

const LF = 10;
const CR = 13;

/** A record by its block. */
export interface RecordInBlock {
	readonly block: Block;
	/** The block's offset in the text. */
	readonly offset: number;
	/** The record's index in the block. */
	readonly index: number;
}

/**
 * Where each block of a text starts: its offset (UTF-16 units), its line and its record, all 0-based. One more entry
 * after the last block holds the totals. Answers are about the text that the blocks hold.
 */
export class BlockPositions {
	readonly offsets: number[] = [0];
	readonly lines: number[] = [0];
	readonly records: number[] = [0];
	#blocks: readonly Block[] = [];

	/** Counts again from block `from` on, after blocks were added or replaced there. */
	recount(blocks: readonly Block[], from: number): void {
		const { offsets, lines, records } = this;
		const { length } = blocks;
		this.#blocks = blocks;
		for (let index = from; index < length; index++) {
			const block = blocks[index] as Block;
			offsets[index + 1] = (offsets[index] as number) + block.text.length;
			lines[index + 1] = (lines[index] as number) + block.lines;
			records[index + 1] = (records[index] as number) + block.records;
		}
		offsets.length = length + 1;
		lines.length = length + 1;
		records.length = length + 1;
	}

	/** The length of all blocks, in UTF-16 units. */
	get length(): number {
		return this.offsets[this.#blocks.length] as number;
	}

	/** The line breaks of all blocks. */
	get lineBreaks(): number {
		return this.lines[this.#blocks.length] as number;
	}

	/** The records of all blocks. */
	get recordCount(): number {
		return this.records[this.#blocks.length] as number;
	}

	/** The index of the block that holds an offset; the last block for an offset beyond the text. */
	blockAt(offset: number): number {
		return lastAtMost(this.offsets, offset, Math.max(1, this.#blocks.length));
	}

	/** The index of the block that holds a record. */
	blockOfRecord(record: number): number {
		return lastAtMost(this.records, record, this.#blocks.length);
	}

	/** Where a record is; undefined if there is no such record. */
	find(record: number): RecordInBlock | undefined {
		if (record < 0 || record >= this.recordCount) return undefined;
		const index = this.blockOfRecord(record);
		return {
			block: this.#blocks[index] as Block,
			offset: this.offsets[index] as number,
			index: record - (this.records[index] as number),
		};
	}

	/** The offset of a position; one outside the text or its line is moved to the nearest inside. */
	offsetAt(position: Position): number {
		const line = toCount(position.line);
		if (line > this.lineBreaks || this.#blocks.length === 0) return this.length;
		const index = lastAtMost(this.lines, line, this.#blocks.length);
		const { text, lines, lineStarts } = this.#blocks[index] as Block;
		const inBlock = line - (this.lines[index] as number);
		const start = lineStarts[inBlock] as number;
		let end = text.length;
		if (inBlock < lines) {
			end = (lineStarts[inBlock + 1] as number) - 1;
			if (end > start && text.charCodeAt(end) === LF && text.charCodeAt(end - 1) === CR) end--;
		}
		return (this.offsets[index] as number) + Math.min(start + toCount(position.character), end);
	}

	/** The position of an offset; one beyond the text is moved to its end. */
	positionAt(offset: number): Position {
		if (this.#blocks.length === 0) return { line: 0, character: 0 };
		const inText = toCount(offset);
		const index = this.blockAt(inText);
		const { text, lineStarts } = this.#blocks[index] as Block;
		const inBlock = Math.min(inText - (this.offsets[index] as number), text.length);
		const line = lastAtMost(lineStarts, inBlock);
		return {
			line: (this.lines[index] as number) + line,
			character: inBlock - (lineStarts[line] as number),
		};
	}
}

/** A number that a client sent as a count: whole and not negative, whatever it is. */
export function toCount(value: number): number {
	return value > 0 ? Math.floor(value) : 0;
}
