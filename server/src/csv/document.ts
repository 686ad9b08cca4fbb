import { type Block, lastAtMost, type RecordEnds } from './block';
import { type BlockOrigin, BlockOrigins } from './blockOrigins';
import { changeSteps } from './edits/changeSteps';
import type { ContentChange, OffsetEdit, Position, Range } from './edits/edit';
import { BlockPositions, type RecordInBlock, toCount } from './positions';
import { valueIn } from './quote';
import { reblock } from './reblock';
import { Fields, type RecordReader, recordReader } from './scan';
import { UnreadText } from './unreadText';

/** A field of one record: offsets into the whole text, and its flags as csv/scan.ts names them. */
export interface Field {
	readonly start: number;
	readonly end: number;
	readonly flags: number;
	readonly value: string;
}

/** How a document is held and read; the defaults are those of the product. */
export interface DocumentOptions {
	/** How many UTF-16 units of text a block should hold. */
	readonly blockSize?: number;
	/** Splits the text into records. */
	readonly reader?: RecordReader;
}

const BLOCK_SIZE = 16 * 1024;

/**
 * A text as blocks of whole records. An edit rewrites the blocks it touches and no others. Nothing it does grows with
 * the text, except for a list of block sizes.
 *
 * A new document has read nothing yet. `readMore` reads one block, so that a large file can be opened in slices; a
 * method that needs text which is not read yet reads up to there. Offsets are 0-based and count UTF-16 units.
 */
export class CsvDocument {
	version: number;
	/** Reads its records. */
	readonly reader: RecordReader;
	readonly #blockSize: number;
	/** A new array after each edit; reading more only adds to it. */
	#blocks: Block[] = [];
	readonly #positions = new BlockPositions();
	#unread: UnreadText;
	readonly #fields = new Fields();
	/** The record that `#fields` holds. A record can have thousands of fields, and be asked for each of them. */
	#scanned: { readonly block: Block; readonly index: number } | undefined;
	readonly #origins = new BlockOrigins();
	/** The record that was asked for last: questions about one record come in a row. */
	#lastRead: (RecordInBlock & { readonly fields: readonly Field[] }) | undefined;

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
		this.#unread = new UnreadText(text, this.reader);
	}

	/** The blocks read so far, in order: an array that grows while the text is read; another one after an edit. */
	get blocks(): readonly Block[] {
		return this.#blocks;
	}

	/** Whether the whole text has been read into blocks. */
	get complete(): boolean {
		return this.#unread.length === 0;
	}

	/** How many records are read so far, the header included. */
	get recordCount(): number {
		return this.#positions.recordCount;
	}

	/** How many lines the text has as LSP counts them: one more than its line breaks. */
	get lineCount(): number {
		this.readAll();
		return this.#positions.lineBreaks + 1;
	}

	/** How the records that are read so far end. It asks each block, which remembers. */
	get recordEnds(): RecordEnds {
		const total = { crlf: 0, lf: 0, cr: 0 };
		for (const { recordEnds } of this.#blocks) {
			for (const kind of ['crlf', 'lf', 'cr'] as const) total[kind] += recordEnds[kind];
		}
		return total;
	}

	/** Length in UTF-16 units. */
	get length(): number {
		return this.#positions.length + this.#unread.length;
	}

	/** Reads the next block; false if nothing was left to read. */
	readMore(): boolean {
		if (this.complete) return false;
		// The first block is small, so that the first screen of findings is there soon, although the code is still cold.
		const size = this.#blocks.length === 0 ? this.#blockSize / 8 : this.#blockSize;
		this.#blocks.push(this.#unread.readBlock(size));
		this.#positions.recount(this.#blocks, this.#blocks.length - 1);
		// The blocks hold the text now; the object that read them would keep it in memory twice.
		if (this.complete) this.#unread = new UnreadText('', this.reader);
		return true;
	}

	/** Reads the rest of the text into blocks. */
	readAll(): void {
		while (this.readMore());
	}

	/** The text, or the part of it in `range`. */
	getText(range?: Range): string {
		if (!range) return `${this.#blocks.map((block) => block.text).join('')}${this.#unread}`;
		const start = this.offsetAt(range.start);
		return this.slice(start, Math.max(start, this.offsetAt(range.end)));
	}

	/** The text from offset `start` to before `end`. */
	slice(start: number, end: number): string {
		while (this.#positions.length < end && this.readMore());
		let text = '';
		for (let index = this.#positions.blockAt(start); index < this.#blocks.length; index++) {
			const offset = this.firstOffsetOf(index);
			if (offset >= end) break;
			text += (this.#blocks[index] as Block).text.slice(Math.max(0, start - offset), end - offset);
		}
		return text;
	}

	/** The offset of a position; one outside the text or its line is moved to the nearest inside. */
	offsetAt(position: Position): number {
		const line = toCount(position.line);
		while (this.#positions.lineBreaks <= line && this.readMore());
		return this.#positions.offsetAt(position);
	}

	/** The position of an offset; one beyond the text is moved to its end. */
	positionAt(offset: number): Position {
		const inText = toCount(offset);
		while (this.#positions.length <= inText && this.readMore());
		return this.#positions.positionAt(inText);
	}

	/** The number of the first record of a block. */
	firstRecordOf(blockIndex: number): number {
		return this.#positions.records[blockIndex] as number;
	}

	/** The 0-based line on which a block starts. */
	firstLineOf(blockIndex: number): number {
		return this.#positions.lines[blockIndex] as number;
	}

	/** The offset of a block's text. */
	firstOffsetOf(blockIndex: number): number {
		return this.#positions.offsets[blockIndex] as number;
	}

	/** The index of the block that holds a record which has been read. */
	blockOfRecord(record: number): number {
		return this.#positions.blockOfRecord(record);
	}

	/**
	 * The record that holds an offset, or -1 where the text is empty. A line break belongs to the record before it; an
	 * offset before the first record, such as that of a byte order mark, belongs to the first record.
	 */
	recordAt(offset: number): number {
		while (this.#positions.length <= offset && this.readMore());
		if (this.#blocks.length === 0) return -1;
		const index = this.#positions.blockAt(offset);
		const { starts } = this.#blocks[index] as Block;
		return this.firstRecordOf(index) + lastAtMost(starts, offset - this.firstOffsetOf(index));
	}

	/** The offsets of a record's first unit and of the next record, so that its line break is included. */
	recordSpan(record: number): { readonly start: number; readonly end: number } {
		const place = this.#find(record);
		if (!place) return { start: this.length, end: this.length };
		const { block, offset, index } = place;
		return { start: offset + (block.starts[index] as number), end: offset + block.endOf(index) };
	}

	/** The offsets of one field of a record, or of its last field where it has fewer. */
	fieldSpan(record: number, column: number): { readonly start: number; readonly end: number } {
		const place = this.#find(record);
		if (!place) return { start: 0, end: 0 };
		const { block, offset, index } = place;
		const fields = this.#scan(block, index);
		const at = Math.min(column, fields.count - 1);
		return { start: offset + (fields.starts[at] as number), end: offset + (fields.ends[at] as number) };
	}

	/** The fields of one record; none if there is no such record. */
	fieldsOf(record: number): readonly Field[] {
		const place = this.#find(record);
		if (!place) return [];
		const { block, offset, index } = place;
		const last = this.#lastRead;
		if (last?.block === block && last.index === index && last.offset === offset) return last.fields;
		const buffer = this.#scan(block, index);
		const fields = Array.from({ length: buffer.count }, (_, column) => ({
			start: offset + (buffer.starts[column] as number),
			end: offset + (buffer.ends[column] as number),
			flags: buffer.flags[column] as number,
			value: valueIn(block.text, buffer, column),
		}));
		this.#lastRead = { ...place, fields };
		return fields;
	}

	/** The fields of a record of a block, as offsets into its text; valid until another one is asked for. */
	#scan(block: Block, index: number): Fields {
		if (this.#scanned?.block !== block || this.#scanned.index !== index) {
			block.readRecord(index, this.#fields);
			this.#scanned = { block, index };
		}
		return this.#fields;
	}

	#find(record: number): RecordInBlock | undefined {
		while (record >= this.recordCount && this.readMore());
		return this.#positions.find(record);
	}

	/** Applies changes one after the other, as LSP defines it. */
	update(changes: readonly ContentChange[], version: number): void {
		this.version = version;
		for (const step of changeSteps(this, changes)) {
			if (typeof step === 'string') this.#replaceText(step);
			else this.#applyEdits(step);
		}
	}

	#replaceText(text: string): void {
		this.#blocks = [];
		this.#positions.recount(this.#blocks, 0);
		this.#unread = new UnreadText(text, this.reader);
		this.#origins.clear();
	}

	/** Applies edits that are ascending and do not overlap. */
	#applyEdits(edits: readonly OffsetEdit[]): void {
		const replacements = reblock(
			{
				blocks: this.#blocks,
				firstOffsets: this.#positions.offsets,
				blockSize: this.#blockSize,
				reader: this.reader,
				readMore: () => this.readMore(),
			},
			edits,
		);
		const blocks = this.#blocks.slice();
		// From the last to the first, so that the indexes of those before stay valid.
		for (const { first, end, blocks: newBlocks, origins } of replacements.toReversed()) {
			blocks.splice(first, end - first, ...newBlocks);
			this.#origins.add(origins);
			for (let index = first; index < end; index++) this.#origins.delete(this.#blocks[index] as Block);
		}
		this.#blocks = blocks;
		this.#positions.recount(blocks, replacements[0]?.first ?? 0);
	}

	/** Returns what a block was before it was edited, where it was one block, and forgets it. */
	takeOrigin(block: Block): BlockOrigin | undefined {
		return this.#origins.take(block);
	}
}
