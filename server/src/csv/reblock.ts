import { Block, lastAtMost } from './block';
import type { OffsetEdit } from './edits/edit';
import { IntList } from './intList';
import { Fields, type RecordReader, UNCLOSED } from './scan';

/** The code unit that a byte order mark is; at the start of a text it belongs to no record. */
export const BYTE_ORDER_MARK = 0xfeff;

/** The blocks of a text, as far as it is read. */
export interface BlockSource {
	readonly blocks: readonly Block[];
	/** The offset of each block's text. */
	readonly firstOffsets: readonly number[];
	/** Units of text that a block should hold. */
	readonly blockSize: number;
	readonly reader: RecordReader;
	/** Reads one more block; false where nothing is left. */
	readonly readMore: () => boolean;
}

/** New blocks for the old ones from `first` to before `end`. */
export interface ReplacedBlocks {
	readonly first: number;
	readonly end: number;
	readonly blocks: readonly Block[];
	/** For a new block that was one old block before, what it was. */
	readonly origins: ReadonlyMap<Block, Origin>;
}

/** What a block was before it was edited. */
export interface Origin {
	readonly block: Block;
	/** What was changed in its text, ascending; offsets into it. */
	readonly edits: readonly OffsetEdit[];
}

/** Neighbouring blocks that edits change: their indexes, and what their text becomes. */
interface Change {
	readonly first: number;
	readonly last: number;
	/** The first block whose records may have looked as far as the edits. */
	readonly readFrom: number;
	readonly text: string;
	/** With offsets into the text that the blocks had. */
	readonly edits: readonly OffsetEdit[];
}

/**
 * What edits, ascending and apart, make of the blocks that they touch. Around each the text is read anew, from the
 * records before it that may have looked this far to where a record starts at the start of an old block.
 */
export function reblock(source: BlockSource, edits: readonly OffsetEdit[]): readonly ReplacedBlocks[] {
	const changes = changesOf(source, edits);
	const stretches: ReplacedBlocks[] = [];
	for (let next = 0; next < changes.length; ) {
		const walk = new Reblocking(
			source,
			changes,
			next,
			Math.max(changes[next]?.readFrom ?? 0, stretches.at(-1)?.end ?? 0),
		);
		stretches.push(walk.stretch());
		next = walk.nextChange;
	}
	return stretches;
}

function changesOf(source: BlockSource, edits: readonly OffsetEdit[]): readonly Change[] {
	const changes: Change[] = [];
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
		const own = edits
			.slice(from, to)
			.map((edit) => ({ ...edit, start: edit.start - offset, end: edit.end - offset }));
		changes.push({
			first,
			last,
			readFrom: blockToReadFrom(source, first, start),
			text: editedText(source, first, last, own),
			edits: own,
		});
		from = to;
	}
	return changes;
}

function blockAt({ blocks, firstOffsets }: BlockSource, offset: number): number {
	return lastAtMost(firstOffsets, offset, Math.max(1, blocks.length));
}

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

/** Reads on from one block, with the changes put in, until old blocks can stay as they are. */
class Reblocking {
	/** The change that is still to come when the walk ends. */
	nextChange: number;
	/** The old block that comes next. */
	#index: number;
	#text = '';
	/** The block that the text is, while nothing was changed in it or joined to it. */
	#own: Block | undefined;
	/** What the text was, where it was one block. */
	#origin: Origin | undefined;
	readonly #origins = new Map<Block, Origin>();
	readonly #starts = new IntList();
	readonly #fields = new Fields();

	constructor(
		private readonly source: BlockSource,
		private readonly changes: readonly Change[],
		firstChange: number,
		private readonly first: number,
	) {
		this.nextChange = firstChange;
		this.#index = first;
	}

	stretch(): ReplacedBlocks {
		const blocks: Block[] = [];
		const { blockSize } = this.source;
		for (;;) {
			this.#text = '';
			this.#own = undefined;
			this.#origin = undefined;
			if (!this.#take()) break;
			while (!this.#own && this.#text.length < blockSize / 2 && this.#take());
			blocks.push(...this.#read(this.first === 0 && blocks.length === 0));
			const change = this.changes[this.nextChange];
			if (change === undefined || change.readFrom > this.#index) break;
		}
		return { first: this.first, end: this.#index, blocks, origins: this.#origins };
	}

	/** Appends the next block's text, as it is now; false where there is none. */
	#take(): boolean {
		const { blocks, readMore } = this.source;
		const change = this.changes[this.nextChange];
		const isFirst = this.#text === '';
		this.#own = undefined;
		this.#origin = undefined;
		if (change?.first === this.#index) {
			const block = blocks[change.first];
			if (isFirst && change.last === change.first && block) this.#origin = { block, edits: change.edits };
			this.#text += change.text;
			this.#index = Math.min(change.last + 1, blocks.length);
			this.nextChange++;
			return true;
		}
		if (this.#index >= blocks.length && !readMore()) return false;
		const block = blocks[this.#index++] as Block;
		this.#text += block.text;
		if (isFirst) {
			this.#own = block;
			this.#origin = { block, edits: [] };
		}
		return true;
	}

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
		// What is said of an unclosed quote hangs on the rows that follow, so its block is never kept.
		const own = this.#own;
		if (own && !(flags & UNCLOSED) && isSame(own.starts, starts)) return [own];
		const made = cut(this.#text, starts, this.source);
		const [only] = made;
		if (made.length === 1 && only && this.#origin) this.#origins.set(only, this.#origin);
		return made;
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
		blocks.push(new Block(text.slice(from, end), starts.part(firstRecord, record, from), reader));
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
