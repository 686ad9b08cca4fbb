import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { CannotCheck, withReason } from './cannotCheck';

const WINDOW = 1024 * 1024;
const LF = 10;
const CR = 13;

/** In what portions a file is read, in bytes. */
export interface Portions {
	/** What is decoded at once: a little text is young memory, which is used again, and a larger one costs far more. */
	readonly piece: number;
	/** What is checked by itself: enough that handing it over is nothing, and no worker waits long for the last. */
	readonly range: number;
}

const PORTIONS: Portions = { piece: 64 * 1024, range: 1024 * 1024 };

/**
 * The bytes of a file, of which no more than a window is held. All places are byte offsets from its start. Text is
 * UTF-8, where a line break is never a part of another sign: whatever starts behind one can be decoded by itself.
 */
export class FileBytes {
	/** In bytes. */
	readonly size: number;
	#window: Uint8Array;
	#windowStart = 0;
	#windowEnd = 0;
	readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });

	private constructor(
		/** Undefined where the window holds everything. */
		private readonly fd: number | undefined,
		size: number,
		window: Uint8Array,
		readonly portions: Portions = PORTIONS,
	) {
		this.size = size;
		this.#window = window;
	}

	/** Opens a regular file. Throws `CannotCheck` for anything else. */
	static open(path: string): FileBytes {
		const size = regularFileSize(path);
		return withReason(path, () => {
			return new FileBytes(openSync(path, 'r'), size, new Uint8Array(Math.min(WINDOW, size)));
		});
	}

	/** A text that is there already. */
	static of(text: string, portions?: Portions): FileBytes {
		const bytes = new TextEncoder().encode(text);
		const held = new FileBytes(undefined, bytes.length, bytes, portions);
		held.#windowEnd = bytes.length;
		return held;
	}

	/** Whether somebody else can open the same bytes by their path. */
	get isFile(): boolean {
		return this.fd !== undefined;
	}

	close(): void {
		if (this.fd !== undefined) closeSync(this.fd);
	}

	/** The bytes from `start` to before `end`; good until the next call. */
	read(start: number, end: number): Uint8Array {
		if (start < this.#windowStart || end > this.#windowEnd) this.#load(start, end);
		return this.#window.subarray(start - this.#windowStart, end - this.#windowStart);
	}

	/** The text from `start` to before `end`, both where a line starts; bytes that are not UTF-8 become U+FFFD. */
	text(start: number, end: number): string {
		return this.#decoder.decode(this.read(start, end));
	}

	/** Where the first line starts at or behind an offset that is above 0; the end of the file where none does. */
	lineStart(offset: number): number {
		for (let at = offset - 1; at < this.size; at++) {
			const byte = this.#byteAt(at);
			if (byte === LF) return at + 1;
			if (byte === CR) return this.#byteAt(at + 1) === LF ? Math.min(at + 2, this.size) : at + 1;
		}
		return this.size;
	}

	/** Where the line starts that is `count` lines behind the one that starts at `offset`. */
	skipLines(offset: number, count: number): number {
		let at = offset;
		for (let left = count; left > 0; left--) at = this.lineStart(at + 1);
		return at;
	}

	#byteAt(at: number): number {
		if (at >= this.size) return -1;
		if (at < this.#windowStart || at >= this.#windowEnd) this.#load(at, at + 1);
		return this.#window[at - this.#windowStart] as number;
	}

	#load(start: number, end: number): void {
		if (end - start > this.#window.length) this.#window = new Uint8Array(end - start);
		const most = Math.min(this.#window.length, this.size - start);
		let length = 0;
		while (length < most) {
			const read = readSync(this.fd as number, this.#window, length, most - length, start + length);
			// Somebody cut the file while it was read.
			if (read === 0) break;
			length += read;
		}
		this.#window.fill(LF, length);
		this.#windowStart = start;
		this.#windowEnd = start + this.#window.length;
	}
}

/**
 * The size of a regular file, in bytes. Throws `CannotCheck` for a pipe or a device, which may have no end. Looks
 * without opening it: opening a pipe waits for its other end.
 */
export function regularFileSize(path: string): number {
	const stats = withReason(path, () => statSync(path));
	if (stats.isDirectory()) throw new CannotCheck(`${path}: this is a folder, not a file`);
	if (!stats.isFile()) throw new CannotCheck(`${path}: this is a pipe or a device, not a file`);
	return stats.size;
}
