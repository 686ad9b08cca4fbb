import { Block } from './block';
import { IntList } from './intList';
import { Fields, type RecordReader } from './scan';

/** The code unit of a byte order mark; at the start of a text it belongs to no record. */
export const BYTE_ORDER_MARK = 0xfeff;

/** The end of a text that is not read into blocks yet. */
export class UnreadText {
	/** Where the next block starts, in UTF-16 units. */
	#next = 0;
	/** Its lookahead keeps the text in memory for as long as this object lives. */
	readonly #fields = new Fields();
	/** The record starts of the block that is being read; reused from block to block. */
	readonly #starts = new IntList();

	constructor(
		private readonly text: string,
		private readonly reader: RecordReader,
	) {}

	/** Length in UTF-16 units. */
	get length(): number {
		return this.text.length - this.#next;
	}

	toString(): string {
		return this.text.slice(this.#next);
	}

	/** Reads a block of whole records: of at least `size` units where there are as many left. */
	readBlock(size: number): Block {
		const { text } = this;
		const from = this.#next;
		const starts = this.#starts;
		starts.clear();
		let at = from === 0 && text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : from;
		while (at < text.length && (starts.length === 0 || at - from < size)) {
			starts.push(at - from);
			at = this.reader.skip(text, at, this.#fields);
		}
		this.#next = at;
		return new Block(text.slice(from, at), starts.take(), this.reader);
	}
}
