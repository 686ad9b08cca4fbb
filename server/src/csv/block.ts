import { countLineBreaks, endsLine } from './lineBreaks';
import type { Fields, RecordReader } from './scan';

const LF = 10;
const CR = 13;

/** How many records end in each kind of line break. */
export interface RecordEnds {
	readonly crlf: number;
	readonly lf: number;
	readonly cr: number;
}

/** Consecutive whole records, about 16 KiB of text. Immutable: an edit puts new blocks in its place. */
export class Block {
	/** How many line breaks the block has. */
	readonly lines: number;
	#lineStarts: Int32Array | undefined;
	#recordEnds: RecordEnds | undefined;

	constructor(
		readonly text: string,
		/** Where its records start, as UTF-16 offsets into `text`; the first is 1 after a byte order mark. */
		readonly starts: Int32Array,
		private readonly reader: RecordReader,
	) {
		this.lines = countLineBreaks(text);
	}

	/** How many records the block has. */
	get records(): number {
		return this.starts.length;
	}

	/** Where its lines start, as offsets into `text`: one more entry than `lines`, for the text after the last break. */
	get lineStarts(): Int32Array {
		this.#lineStarts ??= this.#isLinePerRecord()
			? withEnd(this.starts, this.text.length)
			: lineStartsOf(this.text, this.lines);
		return this.#lineStarts;
	}

	/** How its records end. */
	get recordEnds(): RecordEnds {
		this.#recordEnds ??= this.#countRecordEnds();
		return this.#recordEnds;
	}

	#countRecordEnds(): RecordEnds {
		const { text, records } = this;
		const ends = { crlf: 0, lf: 0, cr: 0 };
		for (let index = 0; index < records; index++) {
			const end = this.endOf(index);
			const last = text.charCodeAt(end - 1);
			if (last === CR) ends.cr++;
			else if (last === LF && end > 1 && text.charCodeAt(end - 2) === CR) ends.crlf++;
			else if (last === LF) ends.lf++;
		}
		return ends;
	}

	/** Each record but the last ends in a line break, so as many line breaks as records are one per record. */
	#isLinePerRecord(): boolean {
		const { text, lines, records, starts } = this;
		return lines === records && starts[0] === 0 && endsLine(text, text.length - 1);
	}

	/** Reads record `index` of the block into `fields`, as offsets into `text`; returns where the next record starts. */
	readRecord(index: number, fields: Fields): number {
		return this.reader.read(this.text, this.starts[index] as number, fields);
	}

	/** Where record `index` of the block ends, its line break included. */
	endOf(index: number): number {
		return index + 1 < this.starts.length ? (this.starts[index + 1] as number) : this.text.length;
	}
}

function withEnd(starts: Int32Array, end: number): Int32Array {
	const longer = new Int32Array(starts.length + 1);
	longer.set(starts);
	longer[starts.length] = end;
	return longer;
}

function lineStartsOf(text: string, lines: number): Int32Array {
	const starts = new Int32Array(lines + 1);
	let line = 0;
	for (let at = 0; at < text.length; at++) if (endsLine(text, at)) starts[++line] = at + 1;
	return starts;
}

/** The last index whose value is at most `limit`, in an ascending list whose first value is not above it. */
export function lastAtMost(sorted: ArrayLike<number>, limit: number, length = sorted.length): number {
	let low = 0;
	let high = length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((sorted[middle] as number) <= limit) low = middle;
		else high = middle - 1;
	}
	return low;
}
