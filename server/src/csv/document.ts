import { Block, lastAtMost } from './block';
import type { ContentChange, OffsetEdit, Position, Range } from './edits/edit';
import { IntList } from './intList';
import { valueIn } from './quote';
import { BYTE_ORDER_MARK, type Origin, reblock } from './reblock';
import { Fields, type RecordReader, recordReader } from './scan';

/** A field of one record: offsets into the whole text. */
export interface Field {
	readonly start: number;
	readonly end: number;
	readonly flags: number;
	readonly value: string;
}

interface LastRecord {
	readonly block: Block;
	readonly start: number;
	readonly offset: number;
	readonly fields: readonly Field[];
}

export interface DocumentOptions {
	/** Units of text a block should hold. */
	readonly blockSize?: number;
	readonly reader?: RecordReader;
}

const BLOCK_SIZE = 16 * 1024;

/**
 * A text held as blocks of whole records. An edit rewrites the blocks it touches and no others, and nothing it
 * does grows with the text but a list of block sizes.
 *
 * A new document has read nothing yet: `readMore` reads a block's worth, so that a large file can be opened in
 * slices; whatever needs text that is not read yet reads up to there by itself.
 */
export class CsvDocument {
	version: number;
	/** Another array after an edit; reading on only adds to it. */
	#blocks: Block[] = [];
	#firstOffsets: number[] = [0];
	#firstLines: number[] = [0];
	#firstRecords: number[] = [0];
	#unread: string;
	#unreadFrom: number;
	/** Reads its records. */
	readonly reader: RecordReader;
	readonly #blockSize: number;
	#fields = new Fields();
	/** The record starts of the text that is being read; kept, as it is used again and again. */
	readonly #starts = new IntList();
	/** What blocks were before the last edit, where nobody has asked about them before it. */
	readonly #origins = new Map<Block, Origin>();
	/** The record last asked for: all that is said of one is asked for in a row. */
	#last: LastRecord | undefined;

	constructor(
		readonly uri: string,
		readonly languageId: string,
		version: number,
		text: string,
		options: DocumentOptions = {},
	) {
		this.version = version;
		this.#blockSize = options.blockSize ?? BLOCK_SIZE;
		this.reader = options.reader ?? recordReader;
		this.#unread = text;
		this.#unreadFrom = 0;
	}

	/** The blocks read so far, in order: one array that grows while the text is read, and another after an edit. */
	get blocks(): readonly Block[] {
		return this.#blocks;
	}

	/** Whether the whole text has been read into blocks. */
	get complete(): boolean {
		return this.#unreadFrom >= this.#unread.length;
	}

	/** Records read so far, the header among them. */
	get recordCount(): number {
		return this.#firstRecords[this.#blocks.length] as number;
	}

	/** Lines as LSP counts them: one more than the line breaks. */
	get lineCount(): number {
		this.readAll();
		return (this.#firstLines[this.#blocks.length] as number) + 1;
	}

	/** Length in UTF-16 units. */
	get length(): number {
		return (this.#firstOffsets[this.#blocks.length] as number) + this.#unread.length - this.#unreadFrom;
	}

	/** Reads the next block; false where there was nothing left to read. */
	readMore(): boolean {
		if (this.complete) return false;
		const text = this.#unread;
		const from = this.#unreadFrom;
		const starts = this.#starts;
		starts.clear();
		let at = from === 0 && this.#blocks.length === 0 && text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : from;
		// The first block is small: the first screen is there soon, and code that never ran before keeps nobody waiting.
		const size = this.#blocks.length === 0 ? this.#blockSize / 8 : this.#blockSize;
		while (at < text.length && (starts.length === 0 || at - from < size)) {
			starts.push(at - from);
			at = this.reader.skip(text, at, this.#fields);
		}
		this.#unreadFrom = at;
		this.#blocks.push(new Block(text.slice(from, at), starts.take(), this.reader));
		this.#count(this.#blocks.length - 1);
		if (this.complete) {
			this.#unread = '';
			this.#unreadFrom = 0;
			// The old ones hold on to the text that they have read.
			this.#fields = new Fields();
		}
		return true;
	}

	readAll(): void {
		while (this.readMore());
	}

	/** The text, or the part of it in `range`. */
	getText(range?: Range): string {
		if (!range)
			return this.#blocks.map((block) => block.text).join('') + this.#unread.slice(this.#unreadFrom);
		const start = this.offsetAt(range.start);
		return this.slice(start, Math.max(start, this.offsetAt(range.end)));
	}

	/** The text from offset `start` to before `end`. */
	slice(start: number, end: number): string {
		while ((this.#firstOffsets[this.#blocks.length] as number) < end && this.readMore());
		let text = '';
		for (let index = this.#blockAt(start); index < this.#blocks.length; index++) {
			const first = this.#firstOffsets[index] as number;
			if (first >= end) break;
			text += (this.#blocks[index] as Block).text.slice(Math.max(0, start - first), end - first);
		}
		return text;
	}

	/** The offset of a position; one that lies outside the text or its line is moved to the nearest inside. */
	offsetAt(position: Position): number {
		const line = clamp(position.line);
		while ((this.#firstLines[this.#blocks.length] as number) <= line && this.readMore());
		const breaks = this.#firstLines[this.#blocks.length] as number;
		if (line > breaks || this.#blocks.length === 0) return this.length;
		const index = lastAtMost(this.#firstLines, line, this.#blocks.length);
		const block = this.#blocks[index] as Block;
		const inBlock = line - (this.#firstLines[index] as number);
		const start = block.lineStarts[inBlock] as number;
		let end = inBlock < block.lines ? (block.lineStarts[inBlock + 1] as number) : block.text.length;
		if (inBlock < block.lines) {
			end--;
			if (end > start && block.text.charCodeAt(end) === 10 && block.text.charCodeAt(end - 1) === 13) end--;
		}
		return (this.#firstOffsets[index] as number) + Math.min(start + clamp(position.character), end);
	}

	/** The position of an offset; one beyond the text is its end. */
	positionAt(offset: number): Position {
		const wanted = clamp(offset);
		while ((this.#firstOffsets[this.#blocks.length] as number) <= wanted && this.readMore());
		if (this.#blocks.length === 0) return { line: 0, character: 0 };
		const index = this.#blockAt(wanted);
		const block = this.#blocks[index] as Block;
		const inBlock = Math.min(wanted - (this.#firstOffsets[index] as number), block.text.length);
		const line = lastAtMost(block.lineStarts, inBlock);
		return {
			line: (this.#firstLines[index] as number) + line,
			character: inBlock - (block.lineStarts[line] as number),
		};
	}

	/** The number of the first record of a block. */
	firstRecordOf(blockIndex: number): number {
		return this.#firstRecords[blockIndex] as number;
	}

	/** The number of the line on which a block starts, 0-based. */
	firstLineOf(blockIndex: number): number {
		return this.#firstLines[blockIndex] as number;
	}

	/** The offset of a block's text. */
	firstOffsetOf(blockIndex: number): number {
		return this.#firstOffsets[blockIndex] as number;
	}

	/** The index of the block that holds a record which has been read. */
	blockOfRecord(record: number): number {
		return lastAtMost(this.#firstRecords, record, this.#blocks.length);
	}

	/** The record that holds an offset (its line break belongs to it), or -1 where the text is empty. A place before the first record, as that of a byte order mark, belongs to it. */
	recordAt(offset: number): number {
		while ((this.#firstOffsets[this.#blocks.length] as number) <= offset && this.readMore());
		if (this.#blocks.length === 0) return -1;
		const index = this.#blockAt(offset);
		const block = this.#blocks[index] as Block;
		const inBlock = offset - (this.#firstOffsets[index] as number);
		return (this.#firstRecords[index] as number) + lastAtMost(block.starts, inBlock);
	}

	/** From the record's first unit to before the next record, its line break included; offsets into the text. */
	recordSpan(record: number): { readonly start: number; readonly end: number } {
		const found = this.#find(record);
		if (!found) return { start: this.length, end: this.length };
		const { block, offset, inBlock } = found;
		return { start: offset + (block.starts[inBlock] as number), end: offset + block.endOf(inBlock) };
	}

	/** Where one field of a record lies, or its last where it has fewer; offsets into the text. */
	fieldSpan(record: number, column: number): { readonly start: number; readonly end: number } {
		const found = this.#find(record);
		if (!found) return { start: 0, end: 0 };
		const { block, offset, inBlock } = found;
		const fields = this.#fields;
		block.readRecord(inBlock, fields);
		const at = Math.min(column, fields.count - 1);
		return { start: offset + (fields.starts[at] as number), end: offset + (fields.ends[at] as number) };
	}

	/** The fields of one record; none where there is no such record. */
	fieldsOf(record: number): readonly Field[] {
		const found = this.#find(record);
		if (!found) return [];
		const { block, offset, inBlock } = found;
		const recordStart = block.starts[inBlock] as number;
		const last = this.#last;
		if (last?.block === block && last.start === recordStart && last.offset === offset) return last.fields;
		const fields = this.#fields;
		block.readRecord(inBlock, fields);
		const read = Array.from({ length: fields.count }, (_, column) => ({
			start: offset + (fields.starts[column] as number),
			end: offset + (fields.ends[column] as number),
			flags: fields.flags[column] as number,
			value: valueIn(block.text, fields, column),
		}));
		this.#last = { block, start: recordStart, offset, fields: read };
		return read;
	}

	/** The block of a record, the block's offset, and the record's index in it; reads up to there. */
	#find(
		record: number,
	): { readonly block: Block; readonly offset: number; readonly inBlock: number } | undefined {
		while (record >= this.recordCount && this.readMore());
		if (record < 0 || record >= this.recordCount) return undefined;
		const index = this.blockOfRecord(record);
		return {
			block: this.#blocks[index] as Block,
			offset: this.#firstOffsets[index] as number,
			inBlock: record - this.firstRecordOf(index),
		};
	}

	/**
	 * Applies changes in their order, as LSP defines it. Changes that run from the end of the text to its start
	 * (an editor's many cursors, a fix of a whole column) are joined and read once.
	 */
	update(changes: readonly ContentChange[], version: number): void {
		this.version = version;
		let batch: OffsetEdit[] = [];
		for (const { range, text } of changes) {
			if (!range) {
				batch = [];
				this.#reopen(text);
				continue;
			}
			const next = this.#toOffsets(range, text);
			const last = batch[batch.length - 1];
			if (last && !this.#isBefore(last.start, next.end, range)) {
				this.#apply(batch);
				batch = [this.#toOffsets(range, text)];
			} else batch.push(next);
		}
		this.#apply(batch);
	}

	#reopen(text: string): void {
		this.#blocks = [];
		this.#firstOffsets = [0];
		this.#firstLines = [0];
		this.#firstRecords = [0];
		this.#unread = text;
		this.#unreadFrom = 0;
		this.#origins.clear();
	}

	#toOffsets(range: Range, text: string): OffsetEdit {
		const one = this.offsetAt(range.start);
		const other = this.offsetAt(range.end);
		return { start: Math.min(one, other), end: Math.max(one, other), text };
	}

	/**
	 * Whether a range means the same places with and without a change at `offset` that waits to be applied. One
	 * that ends just there must name that place exactly, or it may lie in what the change puts in; and a CR before
	 * it may become a CRLF.
	 */
	#isBefore(offset: number, end: number, range: Range): boolean {
		if (end !== offset) return end < offset;
		const { line, character } = this.positionAt(offset);
		const isExact = (place: Position): boolean =>
			this.offsetAt(place) < offset || (place.line === line && place.character === character);
		return isExact(range.start) && isExact(range.end) && this.slice(offset - 1, offset) !== '\r';
	}

	/** Applies edits whose offsets fall. */
	#apply(edits: readonly OffsetEdit[]): void {
		if (edits.length === 0) return;
		const stretches = reblock(
			{
				blocks: this.#blocks,
				firstOffsets: this.#firstOffsets,
				blockSize: this.#blockSize,
				reader: this.reader,
				readMore: () => this.readMore(),
			},
			[...edits].reverse(),
		);
		const blocks = this.#blocks.slice();
		// From the last to the first, so that the indexes of those before stay what they are.
		for (const { first, end, blocks: own, origins } of stretches.toReversed()) {
			blocks.splice(first, end - first, ...own);
			this.#keepOrigins(first, end, origins);
		}
		this.#blocks = blocks;
		this.#count(stretches[0]?.first ?? 0);
	}

	/** A block that was edited already, with nobody asking, is not traced back over two edits. */
	#keepOrigins(first: number, end: number, origins: ReadonlyMap<Block, Origin>): void {
		for (const [block, origin] of origins)
			if (!this.#origins.has(origin.block)) this.#origins.set(block, origin);
		for (let index = first; index < end; index++) this.#origins.delete(this.#blocks[index] as Block);
	}

	/** What a block was before it was edited, where it was one block; told once. */
	takeOrigin(block: Block): Origin | undefined {
		const origin = this.#origins.get(block);
		this.#origins.delete(block);
		return origin;
	}

	/** Counts anew what stands before each block behind `from`. */
	#count(from: number): void {
		const { length } = this.#blocks;
		for (let index = from; index < length; index++) {
			const block = this.#blocks[index] as Block;
			this.#firstOffsets[index + 1] = (this.#firstOffsets[index] as number) + block.text.length;
			this.#firstLines[index + 1] = (this.#firstLines[index] as number) + block.lines;
			this.#firstRecords[index + 1] = (this.#firstRecords[index] as number) + block.records;
		}
		this.#firstOffsets.length = length + 1;
		this.#firstLines.length = length + 1;
		this.#firstRecords.length = length + 1;
	}

	#blockAt(offset: number): number {
		return lastAtMost(this.#firstOffsets, offset, Math.max(1, this.#blocks.length));
	}
}

/** A count that a client sent: whole and not negative, whatever it sent. */
function clamp(value: number): number {
	return value > 0 ? Math.floor(value) : 0;
}
