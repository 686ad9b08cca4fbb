import type { CsvDocument } from '../csv/document';

/** UTF-16 units from which a text counts as large. */
const LARGE = 2_000_000;
/**
 * Milliseconds without a check before each release. Before the first, the requests that opening a file brings are
 * answered. The second is longer because V8 shrinks its young generation, 30 MB after the check of a large file, only
 * when the process was idle for 5 seconds.
 */
const DELAYS: readonly number[] = [1000, 6000];

/**
 * Asks V8 to release unused memory after a large text was opened or closed. The bytes and the JSON that a text arrives
 * in are three times as large as the text, and V8 keeps them as long as little else is needed.
 */
export class MemoryRelease {
	readonly #checked = new WeakSet<CsvDocument>();
	/** Releases since a large text was last opened or closed. */
	#releases = DELAYS.length;
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** @param collect releases unused memory; undefined if a host cannot. */
	constructor(private readonly collect: (() => void) | undefined) {}

	/** To be called when a document was checked; the first time means that it was opened. */
	checked(document: CsvDocument): void {
		if (!this.#checked.has(document) && document.length >= LARGE) this.#releases = 0;
		this.#checked.add(document);
		this.#schedule();
	}

	/** To be called when a document is closed. */
	closed(document: CsvDocument): void {
		if (document.length >= LARGE) this.#releases = 0;
		this.#schedule();
	}

	/** Restarts the wait before the next release, so that none happens while a person types. */
	#schedule(): void {
		const delay = DELAYS[this.#releases];
		if (!this.collect || delay === undefined) return;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			this.collect?.();
			this.#releases++;
			this.#schedule();
		}, delay);
	}
}
