import type { Fields } from '../../csv/scan';
import type { FieldRule } from '../../rules/rule';

const ASCII_END = 128;
const SPACE = 32;

/**
 * Tells for some columns, all under the same rules, which fields a rule may report. It looks at the characters where
 * they are in the text, so that most fields are never sliced out of it.
 */
export class FieldFilter {
	/** 0-based, ascending. */
	readonly columns: Int32Array;
	/** By ASCII character, 1 where a field that starts with it must be checked. */
	readonly #startsWith = new Uint8Array(ASCII_END);
	/** By ASCII character, 1 where a field that holds it must be checked. */
	readonly #holds = new Uint8Array(ASCII_END);
	readonly #looksInside: boolean;
	/** Fields with more UTF-16 units than this must be checked: all of them where a rule has no prefilter. */
	readonly #longest: number;

	constructor(
		rules: readonly FieldRule[],
		columns: readonly number[],
		/** Whether an empty field must be checked. */
		private readonly takesEmpty: boolean,
	) {
		this.columns = Int32Array.from(columns);
		const prefilters = rules.map(({ prefilter }) => prefilter);
		this.#longest = prefilters.includes(undefined)
			? -1
			: Math.min(...prefilters.map((prefilter) => prefilter?.longerThan ?? Number.POSITIVE_INFINITY));
		for (const prefilter of prefilters) {
			for (const character of prefilter?.startsWith ?? '') this.#startsWith[character.charCodeAt(0)] = 1;
			for (const character of prefilter?.holds ?? '') this.#holds[character.charCodeAt(0)] = 1;
		}
		// A rule that asks for a space asks for all whitespace, tabs included.
		if (this.#holds[SPACE]) this.#holds.fill(1, 0, SPACE);
		this.#looksInside = this.#holds.includes(1);
	}

	/**
	 * The next field of a record that must be checked. Takes and returns indexes into `columns`.
	 *
	 * @param from the first index to look at.
	 * @param until the column before which the fields can be trusted.
	 * @returns -1 where no field is left.
	 */
	next(text: string, { starts, ends, flags }: Fields, from: number, until: number): number {
		const { columns } = this;
		const startsWith = this.#startsWith;
		const longest = this.#longest;
		for (let index = from; index < columns.length; index++) {
			const column = columns[index] as number;
			if (column >= until) return -1;
			const start = starts[column] as number;
			const end = ends[column] as number;
			if (start === end) {
				if (this.takesEmpty) return index;
				continue;
			}
			if (flags[column] !== 0 || end - start > longest) return index;
			const first = text.charCodeAt(start);
			if (first < ASCII_END && startsWith[first] === 1) return index;
			if (this.#looksInside && this.#holdsAny(text, start, end)) return index;
		}
		return -1;
	}

	#holdsAny(text: string, start: number, end: number): boolean {
		const holds = this.#holds;
		for (let at = start; at < end; at++) {
			const code = text.charCodeAt(at);
			// There is whitespace beyond ASCII too, so the rule decides.
			if (code >= ASCII_END || holds[code] === 1) return true;
		}
		return false;
	}
}
