import type { CsvDocument } from './csv/document';

/** Units of text from which on it is worth it. */
const LARGE = 2_000_000;
/** In milliseconds; by then whoever opened the file has been answered. */
const DELAY = 1000;

/**
 * Has memory given back when a large text has come or gone. The bytes and the JSON that a text came in are three
 * times as large as it is, and V8 keeps them for as long as little else is needed.
 */
export class Tidy {
	readonly #seen = new WeakSet<CsvDocument>();
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** @param collect undefined where there is no way to ask for it. */
	constructor(private readonly collect: (() => void) | undefined) {}

	/** A document has been checked; where it is for the first time, it has just been opened. */
	checked(document: CsvDocument): void {
		if (this.#seen.has(document)) return;
		this.#seen.add(document);
		this.#soon(document.length);
	}

	closed(document: CsvDocument): void {
		this.#soon(document.length);
	}

	#soon(length: number): void {
		if (!this.collect || length < LARGE) return;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(this.collect, DELAY);
	}
}
