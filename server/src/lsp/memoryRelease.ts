import type { CsvDocument } from '../csv/document';

/** Units of text from which on it is worth it. */
const LARGE = 2_000_000;
/**
 * Milliseconds in which nothing was checked, before each time. By the first, whoever opened the file has been
 * answered. Only where a process has been quiet for 5 s does V8 make its young generation small again, of which
 * the check of a large file has made 30 MB.
 */
const DELAYS: readonly number[] = [1000, 6000];

/**
 * Has memory given back when a large text has come or gone. The bytes and the JSON that a text came in are three
 * times as large as it is, and V8 keeps them for as long as little else is needed.
 */
export class MemoryRelease {
	readonly #seen = new WeakSet<CsvDocument>();
	/** How often it was done since a large text last came or went. */
	#done = DELAYS.length;
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** @param collect undefined where there is no way to ask for it. */
	constructor(private readonly collect: (() => void) | undefined) {}

	/** A document has been checked; where it is for the first time, it has just been opened. */
	checked(document: CsvDocument): void {
		if (!this.#seen.has(document) && document.length >= LARGE) this.#done = 0;
		this.#seen.add(document);
		this.#wait();
	}

	closed(document: CsvDocument): void {
		if (document.length >= LARGE) this.#done = 0;
		this.#wait();
	}

	/** Not while somebody types. */
	#wait(): void {
		const delay = DELAYS[this.#done];
		if (!this.collect || delay === undefined) return;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			this.collect?.();
			this.#done++;
			this.#wait();
		}, delay);
	}
}
