/** Any character but printable ASCII and line breaks. Most characters are excluded by the first half. */
const NOT_PLAIN = /[^ -~](?<![\n\r])/g;

/**
 * Tells which records hold only characters that are what they look like, so that nobody has to look at each of their
 * characters: the text is searched once for the next one that is not, from record to record.
 */
export class PlainRecords {
	/** The text that was searched last. */
	#text = '';
	/** UTF-16 offset from which it was searched. */
	#from = 0;
	/** UTF-16 offset of the first character from there on that is not plain; the text's length where there is none. */
	#found = 0;

	/** Whether all characters between two UTF-16 offsets are printable ASCII or line breaks. */
	has(text: string, start: number, end: number): boolean {
		if (start < this.#from || start > this.#found || text !== this.#text) this.#search(text, start);
		return this.#found >= end;
	}

	#search(text: string, from: number): void {
		this.#text = text;
		this.#from = from;
		NOT_PLAIN.lastIndex = from;
		this.#found = NOT_PLAIN.test(text) ? NOT_PLAIN.lastIndex - 1 : text.length;
	}
}
