import type { Fields } from '../../csv/scan';
import type { FieldRule } from '../../rules/rule';

const ASCII = 128;
const BLANK = 32;

/**
 * Columns that the same rules look at. Tells from a field's signs, where they lie in the text, whether any of the
 * rules may have something to say.
 */
export class FieldFilter {
	/** 0-based, ascending. */
	readonly columns: Int32Array;
	readonly #startsWith = new Uint8Array(ASCII);
	readonly #holds = new Uint8Array(ASCII);
	readonly #looksInside: boolean;
	readonly #longerThan: number;
	readonly #all: boolean;

	constructor(
		rules: readonly FieldRule[],
		columns: readonly number[],
		/** Whether an empty field can be wrong. */
		private readonly wantsEmpty: boolean,
	) {
		this.columns = Int32Array.from(columns);
		const glances = rules.map(({ prefilter }) => prefilter);
		this.#all = glances.includes(undefined);
		this.#longerThan = Math.min(...glances.map((glance) => glance?.longerThan ?? Number.POSITIVE_INFINITY));
		for (const glance of glances) {
			for (const sign of glance?.startsWith ?? '') this.#startsWith[sign.charCodeAt(0)] = 1;
			for (const sign of glance?.holds ?? '') this.#holds[sign.charCodeAt(0)] = 1;
		}
		// A tab is a blank as well.
		if (this.#holds[BLANK]) this.#holds.fill(1, 0, BLANK);
		this.#looksInside = this.#holds.includes(1);
	}

	/**
	 * The next field of a record that is worth a look, from the `from`-th of the columns on and before column `until`;
	 * an index into the columns, -1 where there is none.
	 */
	next(text: string, { starts, ends, flags }: Fields, from: number, until: number): number {
		const { columns } = this;
		const startsWith = this.#startsWith;
		const longest = this.#all ? -1 : this.#longerThan;
		for (let index = from; index < columns.length; index++) {
			const column = columns[index] as number;
			if (column >= until) return -1;
			const start = starts[column] as number;
			const end = ends[column] as number;
			if (start === end) {
				if (this.wantsEmpty) return index;
				continue;
			}
			if (flags[column] !== 0 || end - start > longest) return index;
			const first = text.charCodeAt(start);
			if (first < ASCII && startsWith[first] === 1) return index;
			if (this.#looksInside && this.#holdsAny(text, start, end)) return index;
		}
		return -1;
	}

	#holdsAny(text: string, start: number, end: number): boolean {
		const holds = this.#holds;
		for (let at = start; at < end; at++) {
			const code = text.charCodeAt(at);
			// Beyond ASCII are blanks too.
			if (code >= ASCII || holds[code] === 1) return true;
		}
		return false;
	}
}
