/** How many UTF-16 units are searched at once: a few records, yet cheap for a caller that reads only one. */
const WINDOW_LENGTH = 2048;

/**
 * Finds line ends and quotes in a window of the text. `indexOf` finds a character several times as fast as a loop that
 * looks at each unit, and what it found serves the records that follow in the same window.
 */
export class Lookahead {
	/** The part of the text that is searched. */
	window = '';
	/** The offset of the window in the text. */
	windowStart = 0;
	/** Offset in the window of the next quote; the window's length where there is none. */
	quote = 0;
	#text = '';
	/** Where in the text the last search began; a search from before it needs a new window. */
	#searchedFrom = 0;
	#lf = 0;
	#cr = 0;

	/** The offset in `text` of the line break that ends the line at `from`; -1 where it lies beyond the window. */
	lineEnd(text: string, from: number): number {
		if (text !== this.#text || from < this.#searchedFrom || !this.#search(from)) {
			this.#text = text;
			this.windowStart = from;
			this.window = text.slice(from, from + WINDOW_LENGTH);
			this.#lf = -1;
			this.#cr = -1;
			this.quote = -1;
			if (!this.#search(from)) return -1;
		}
		return this.windowStart + Math.min(this.#lf, this.#cr);
	}

	/** Finds each character from there on; false if no line ends in the window. */
	#search(from: number): boolean {
		const { window } = this;
		const at = from - this.windowStart;
		this.#searchedFrom = from;
		if (this.#lf < at) this.#lf = indexOrLength(window, '\n', at);
		if (this.#cr < at) this.#cr = indexOrLength(window, '\r', at);
		if (this.quote < at) this.quote = indexOrLength(window, '"', at);
		return this.#lf < window.length || this.#cr < window.length;
	}
}

/** The index of a character from `from` on, or the length of the text where there is none. */
export function indexOrLength(text: string, character: string, from: number): number {
	const index = text.indexOf(character, from);
	return index < 0 ? text.length : index;
}
