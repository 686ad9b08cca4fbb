/** The lines of a text as `diff` and `patch` count them: each with its line feed, which the last one may lack. */
export class DiffLines {
	readonly #starts: number[] = [];

	constructor(readonly text: string) {
		for (let at = 0; at < text.length; at = this.#endAfter(at)) this.#starts.push(at);
	}

	get count(): number {
		return this.#starts.length;
	}

	/** The 0-based line that an offset is in; the end of a text that ends with a line feed is in a further, empty one. */
	at(offset: number): number {
		let low = 0;
		let high = this.#starts.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.#starts[middle] as number) <= offset) low = middle + 1;
			else high = middle;
		}
		const isAfterLast = offset === this.text.length && (offset === 0 || this.text.endsWith('\n'));
		return isAfterLast ? this.count : low - 1;
	}

	startOf(line: number): number {
		return this.#starts[line] ?? this.text.length;
	}

	line(index: number): string {
		return this.text.slice(this.startOf(index), this.startOf(index + 1));
	}

	#endAfter(at: number): number {
		const end = this.text.indexOf('\n', at);
		return end < 0 ? this.text.length : end + 1;
	}
}

/** Splits a text into its lines, each with its line feed. */
export function linesOf(text: string): readonly string[] {
	return text.split(/(?<=\n)/).filter((line) => line !== '');
}
