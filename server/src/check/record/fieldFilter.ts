import { type Fields, QUOTED } from '../../csv/scan';
import type { Prefilter } from '../../rules/rule';

const ASCII_END = 128;
const SPACE = 32;
const DELETE = 127;
/** The first character beyond ASCII that is no control character. */
const LATIN_1 = 0xa0;
/** The first bytes of letters of several bytes in UTF-8. */
const FIRST_LEAD_BYTE = 0xc2;
const LAST_LEAD_BYTE = 0xf4;

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
	/** The same for fields of at most `#shortLength` UTF-16 units. */
	readonly #shortHolds: Uint8Array;
	readonly #shortLength: number;
	readonly #looksInside: boolean;
	readonly #looksForOdd: boolean;
	/** Whether a field needs no look at its characters where none is quoted, odd or too long. */
	readonly #trustsSimple: boolean;
	/** Fields with more UTF-16 units than this must be checked: all of them where a rule has no prefilter. */
	readonly #longest: number;

	constructor(
		/** Of each rule; undefined for a rule that needs to see all fields. */
		prefilters: readonly (Prefilter | undefined)[],
		columns: readonly number[],
		/** Whether an empty field must be checked. */
		private readonly takesEmpty: boolean,
	) {
		this.columns = Int32Array.from(columns);
		this.#longest = prefilters.includes(undefined)
			? -1
			: Math.min(...prefilters.map((prefilter) => prefilter?.longerThan ?? Number.POSITIVE_INFINITY));
		for (const prefilter of prefilters) {
			for (const character of prefilter?.startsWith ?? '') this.#startsWith[character.charCodeAt(0)] = 1;
			for (const character of prefilter?.holds ?? '') this.#holds[character.charCodeAt(0)] = 1;
		}
		// A rule that asks for a space asks for all white space and control characters.
		if (this.#holds[SPACE]) this.#holds.fill(1, 0, SPACE).fill(1, DELETE);
		this.#shortHolds = this.#holds.slice();
		this.#shortLength = Math.max(0, ...prefilters.map((prefilter) => prefilter?.ifShort?.atMost ?? 0));
		for (const prefilter of prefilters) {
			for (const character of prefilter?.ifShort?.holds ?? '') {
				this.#shortHolds[character.charCodeAt(0)] = 1;
			}
		}
		this.#looksInside = this.#shortHolds.includes(1);
		this.#trustsSimple = !(takesEmpty || this.#looksInside || this.#startsWith.includes(1));
		this.#looksForOdd = !this.#looksInside && prefilters.some((prefilter) => prefilter?.odd);
	}

	/**
	 * The next field of a record that must be checked. Takes and returns indexes into `columns`.
	 *
	 * @param from the first index to look at.
	 * @param until the column before which the fields can be trusted.
	 * @param isPlain whether all characters of the record are printable ASCII or line breaks.
	 * @returns -1 where no field is left.
	 */
	next(text: string, fields: Fields, from: number, until: number, isPlain: boolean): number {
		const { starts, ends, flags, allFlags, end } = fields;
		const { columns } = this;
		const longest = this.#longest;
		const startsWith = this.#startsWith;
		const looksInside = this.#looksInside;
		// In most records no field is odd, too long, or quoted with a quote in it.
		const isSimple = isPlain && (allFlags & ~QUOTED) === 0 && end - (starts[0] as number) <= longest;
		if (isSimple && this.#trustsSimple) return -1;
		for (let index = from; index < columns.length; index++) {
			const column = columns[index] as number;
			if (column >= until) return -1;
			const quotes = isSimple && allFlags !== 0 ? (flags[column] as number) : 0;
			const start = (starts[column] as number) + quotes;
			const end = (ends[column] as number) - quotes;
			if (start === end) {
				if (this.takesEmpty) return index;
				continue;
			}
			const first = text.charCodeAt(start);
			if (first < ASCII_END && startsWith[first] === 1) return index;
			if (looksInside && this.#holdsAny(text, start, end)) return index;
			if (isSimple) continue;
			if (flags[column] !== 0 || end - start > longest) return index;
			if (this.#looksForOdd && !isPlain && isOdd(text, start, end)) return index;
		}
		return -1;
	}

	#holdsAny(text: string, start: number, end: number): boolean {
		const holds = end - start <= this.#shortLength ? this.#shortHolds : this.#holds;
		for (let at = start; at < end; at++) {
			const code = text.charCodeAt(at);
			// There is whitespace beyond ASCII too, so the rule decides.
			if (code >= ASCII_END || holds[code] === 1) return true;
		}
		return false;
	}
}

/** Whether a part of a text holds what `Prefilter.odd` asks for. */
function isOdd(text: string, start: number, end: number): boolean {
	for (let at = start; at < end; at++) {
		const code = text.charCodeAt(at);
		if (code >= SPACE && code < DELETE) continue;
		if (code < LATIN_1) return true;
		if (code >= FIRST_LEAD_BYTE && code <= LAST_LEAD_BYTE && text.charCodeAt(at + 1) >= ASCII_END)
			return true;
	}
	return false;
}
