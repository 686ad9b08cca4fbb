import { type OpenFile, readFully } from './regularFile';

/** Bytes that are held at once. */
const WINDOW = 1024 * 1024;
const LF = 10;
const CR = 13;

/** The portions in which a file is read, in bytes. */
export interface Portions {
	/** Text that is decoded at once. Small enough that the garbage collector frees it cheaply, as short-lived memory. */
	readonly piece: number;
	/**
	 * What one worker checks at a time: enough that sending the result costs next to nothing, and so little that the
	 * others do not wait long for the last worker.
	 */
	readonly range: number;
}

const PORTIONS: Portions = { piece: 64 * 1024, range: 1024 * 1024 };

/**
 * The bytes of a file, of which one window is in memory at a time. All offsets are bytes from the start of the file.
 * The text is UTF-8, where the byte of a line break is never part of another character: text after a line break can be
 * decoded by itself.
 */
export class FileBytes {
	/** In bytes. */
	readonly size: number;
	/** The bytes from `#windowStart` to before `#windowEnd`. */
	#window: Uint8Array;
	#windowStart = 0;
	#windowEnd = 0;
	readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });

	private constructor(
		/** Undefined if the window holds everything. */
		readonly file: OpenFile | undefined,
		size: number,
		window: Uint8Array,
		readonly portions: Portions = PORTIONS,
	) {
		this.size = size;
		this.#window = window;
	}

	/** The bytes of an open file. To read them throws `CannotCheck` where the file has become shorter. */
	static in(file: OpenFile): FileBytes {
		return new FileBytes(file, file.size, new Uint8Array(Math.min(WINDOW, file.size)));
	}

	/** A text in memory as if it were a file. */
	static of(text: string, portions?: Portions): FileBytes {
		return FileBytes.holding(new TextEncoder().encode(text), portions);
	}

	/** Bytes in memory as if they were a file's. */
	static holding(content: Uint8Array, portions?: Portions): FileBytes {
		const bytes = new FileBytes(undefined, content.length, content, portions);
		bytes.#windowEnd = content.length;
		return bytes;
	}

	/** The bytes from `start` to before `end`. The array is valid until the next call. */
	read(start: number, end: number): Uint8Array {
		if (start < this.#windowStart || end > this.#windowEnd) this.#load(start, end);
		return this.#window.subarray(start - this.#windowStart, end - this.#windowStart);
	}

	/** The text from `start` to before `end`, which are both line starts. Bytes that are not UTF-8 become U+FFFD. */
	text(start: number, end: number): string {
		return this.#decoder.decode(this.read(start, end));
	}

	/** The first line start at or after an offset above 0; the end of the file where there is none. */
	lineStart(offset: number): number {
		for (let at = offset - 1; at < this.size; at++) {
			const byte = this.#byteAt(at);
			if (byte === LF) return at + 1;
			if (byte === CR) return this.#byteAt(at + 1) === LF ? Math.min(at + 2, this.size) : at + 1;
		}
		return this.size;
	}

	/** The start of the line that is `count` lines after the one that starts at `offset`. */
	skipLines(offset: number, count: number): number {
		let start = offset;
		for (let line = 0; line < count; line++) start = this.lineStart(start + 1);
		return start;
	}

	/** Whether the line that starts at an offset follows a CR alone. */
	followsCr(lineStart: number): boolean {
		return lineStart > 0 && this.#byteAt(lineStart - 1) === CR;
	}

	/** -1 after the end of the file. */
	#byteAt(at: number): number {
		if (at >= this.size) return -1;
		if (at < this.#windowStart || at >= this.#windowEnd) this.#load(at, at + 1);
		return this.#window[at - this.#windowStart] as number;
	}

	/** Makes the window begin at `start`, and reach to `end` at least. */
	#load(start: number, end: number): void {
		if (end - start > this.#window.length) this.#window = new Uint8Array(end - start);
		const length = Math.min(this.#window.length, this.size - start);
		// A read that fails leaves no window whose bytes are not those of its place.
		this.#windowEnd = this.#windowStart;
		readFully(this.file as OpenFile, this.#window.subarray(0, length), start);
		this.#windowStart = start;
		this.#windowEnd = start + length;
	}
}
