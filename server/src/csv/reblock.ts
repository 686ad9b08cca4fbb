import { Block, lastAtMost } from './block';
import type { BlockOrigin } from './blockOrigins';
import type { OffsetEdit } from './edits/edit';
import { IntList } from './intList';
import { Fields, type RecordReader, UNCLOSED } from './scan';
import { BYTE_ORDER_MARK } from './unreadText';

/** A text as blocks, as far as it is read. Offsets are 0-based and count UTF-16 units. */
export interface BlockSource {
	readonly blocks: readonly Block[];
	/** The offset of each block's text. */
	readonly firstOffsets: readonly number[];
	/** How many UTF-16 units of text a block should hold. */
	readonly blockSize: number;
	readonly reader: RecordReader;
	/** Reads one more block; false if nothing was left to read. */
	readonly readMore: () => boolean;
}

/** New blocks in place of the old ones from index `first` to before `end`. */
export interface ReplacedBlocks {
	readonly first: number;
	readonly end: number;
	readonly blocks: readonly Block[];
	/** The origin of each new block that was one old block before. */
	readonly origins: ReadonlyMap<Block, BlockOrigin>;
}

/** Edits of adjacent blocks. */
interface EditedBlocks {
	/** The index of the first block that is edited, and of the last. */
	readonly first: number;
	readonly last: number;
	/** The index of the first block with a record whose end may depend on the edited text. */
	readonly readFrom: number;
	/** The text of the blocks after the edits. */
	readonly text: string;
	/** With offsets into the text before the edits. */
	readonly edits: readonly OffsetEdit[];
}

/**
 * Applies edits, ascending and without overlaps, to the blocks they touch. Around each edit records are read again: from
 * the records before it that may depend on the edited text, to the first record that starts where an old block does.
 */
export function reblock(source: BlockSource, edits: readonly OffsetEdit[]): readonly ReplacedBlocks[] {
	const edited = groupByBlocks(source, edits);
	const replacements: ReplacedBlocks[] = [];
	for (let next = 0; next < edited.length; ) {
		const readFrom = edited[next]?.readFrom ?? 0;
		const first = Math.max(readFrom, replacements.at(-1)?.end ?? 0);
		const reblocking = new Reblocking(source, edited, next, first);
		replacements.push(reblocking.run());
		next = reblocking.nextEdited;
	}
	return replacements;
}

function groupByBlocks(source: BlockSource, edits: readonly OffsetEdit[]): readonly EditedBlocks[] {
	const groups: EditedBlocks[] = [];
	for (let from = 0; from < edits.length; ) {
		const { start } = edits[from] as OffsetEdit;
		const first = blockAt(source, start);
		let last = first;
		let to = from;
		for (; to < edits.length; to++) {
			const edit = edits[to] as OffsetEdit;
			if (to > from && blockAt(source, edit.start) > last) break;
			last = Math.max(last, blockAt(source, edit.end));
		}
		const offset = source.firstOffsets[first] as number;
		const editsInBlocks = edits
			.slice(from, to)
			.map((edit) => ({ ...edit, start: edit.start - offset, end: edit.end - offset }));
		groups.push({
			first,
			last,
			readFrom: blockToReadFrom(source, first, start),
			text: editedText(source, first, last, editsInBlocks),
			edits: editsInBlocks,
		});
		from = to;
	}
	return groups;
}

function blockAt({ blocks, firstOffsets }: BlockSource, offset: number): number {
	return lastAtMost(firstOffsets, offset, Math.max(1, blocks.length));
}

/** A record may depend on text up to `maxQuotedLines` lines after its start, and a record has at least one line. */
function blockToReadFrom(
	{ blocks, firstOffsets, reader }: BlockSource,
	block: number,
	offset: number,
): number {
	if (blocks.length === 0) return 0;
	let index = block;
	let before = lastAtMost((blocks[index] as Block).starts, offset - (firstOffsets[index] as number));
	while (before < reader.maxQuotedLines && index > 0) before += (blocks[--index] as Block).records;
	return index;
}

function editedText(
	{ blocks }: BlockSource,
	first: number,
	last: number,
	edits: readonly OffsetEdit[],
): string {
	const old = blocks
		.slice(first, last + 1)
		.map(({ text }) => text)
		.join('');
	const parts: string[] = [];
	let copied = 0;
	for (const { start, end, text } of edits) {
		parts.push(old.slice(copied, start), text);
		copied = end;
	}
	parts.push(old.slice(copied));
	return parts.join('');
}

/** Reads records from one old block on, with the edits applied, until the old blocks that follow can stay. */
class Reblocking {
	/** The index of the next group of edits that is not applied yet. */
	nextEdited: number;
	/** The index of the old block that comes next. */
	#index: number;
	/** The text that is taken from blocks and not cut into new ones yet. */
	#text = '';
	/** The old block that the text is, as long as it is exactly one block without edits. */
	#unchanged: Block | undefined;
	/** Where the text comes from, as long as it is one old block. */
	#origin: BlockOrigin | undefined;
	readonly #origins = new Map<Block, BlockOrigin>();
	readonly #starts = new IntList();
	readonly #fields = new Fields();

	constructor(
		private readonly source: BlockSource,
		private readonly edited: readonly EditedBlocks[],
		firstEdited: number,
		private readonly first: number,
	) {
		this.nextEdited = firstEdited;
		this.#index = first;
	}

	run(): ReplacedBlocks {
		const blocks: Block[] = [];
		const { blockSize } = this.source;
		for (;;) {
			this.#text = '';
			this.#unchanged = undefined;
			this.#origin = undefined;
			if (!this.#take()) break;
			while (!this.#unchanged && this.#text.length < blockSize / 2 && this.#take());
			blocks.push(...this.#read(this.first === 0 && blocks.length === 0));
			const next = this.edited[this.nextEdited];
			if (next === undefined || next.readFrom > this.#index) break;
		}
		return { first: this.first, end: this.#index, blocks, origins: this.#origins };
	}

	/** Appends the text of the next block, or of the next edited blocks; false if there is none. */
	#take(): boolean {
		const { blocks, readMore } = this.source;
		const edited = this.edited[this.nextEdited];
		const isFirst = this.#text === '';
		this.#unchanged = undefined;
		this.#origin = undefined;
		if (edited?.first === this.#index) {
			const block = blocks[edited.first];
			if (isFirst && edited.last === edited.first && block) this.#origin = { block, edits: edited.edits };
			this.#text += edited.text;
			this.#index = Math.min(edited.last + 1, blocks.length);
			this.nextEdited++;
			return true;
		}
		if (this.#index >= blocks.length && !readMore()) return false;
		const block = blocks[this.#index++] as Block;
		this.#text += block.text;
		if (isFirst) {
			this.#unchanged = block;
			this.#origin = { block, edits: [] };
		}
		return true;
	}

	/** Reads the text, and more of it where a record needs it, into blocks. */
	#read(opensText: boolean): readonly Block[] {
		const fields = this.#fields;
		const { reader } = this.source;
		const starts = this.#starts;
		starts.clear();
		let flags = 0;
		let at = opensText && this.#text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
		while (at < this.#text.length) {
			let next = reader.read(this.#text, at, fields);
			while (fields.sawEnd && this.#take()) next = reader.read(this.#text, at, fields);
			flags |= fields.allFlags;
			starts.push(at);
			at = next;
		}
		// A finding on an unclosed quote depends on the rows that follow, so its block is never kept.
		const unchanged = this.#unchanged;
		if (unchanged && !(flags & UNCLOSED) && isSame(unchanged.starts, starts)) return [unchanged];
		const blocks = cut(this.#text, starts, this.source);
		const [only] = blocks;
		if (blocks.length === 1 && only && this.#origin) this.#origins.set(only, this.#origin);
		return blocks;
	}
}

function isSame(one: Int32Array, other: IntList): boolean {
	if (one.length !== other.length) return false;
	for (let index = 0; index < one.length; index++) if (one[index] !== other.values[index]) return false;
	return true;
}

/** Cuts a text at record starts into blocks of about one size. */
function cut(text: string, starts: IntList, { blockSize, reader }: BlockSource): Block[] {
	const size = text.length / Math.max(1, Math.round(text.length / blockSize));
	const blocks: Block[] = [];
	let from = 0;
	let firstRecord = 0;
	const close = (record: number, end: number): void => {
		blocks.push(new Block(text.slice(from, end), starts.copyRange(firstRecord, record, from), reader));
		from = end;
		firstRecord = record;
	};
	for (let record = 1; record < starts.length; record++) {
		const start = starts.values[record] as number;
		if (start - from >= size) close(record, start);
	}
	if (text.length > 0) close(starts.length, text.length);
	return blocks;
}
