import type { OptionSet } from '../../spec';
import { ChosenCodes, certainCode, codesOf } from './codes';

/** What became of one distinct value of a column. */
export interface Translated {
	readonly column: string;
	readonly value: string;
	/** What stands in the new file. */
	readonly to: string;
	/** False where the value has no meaning and was left as it is. */
	readonly meant: boolean;
	readonly count: number;
}

/** Turns the values of one column into codes, and remembers what became of each. */
export class Translation {
	readonly #chosen: ChosenCodes;
	readonly #set: OptionSet | undefined;
	readonly #known = new Map<string, { readonly to: string; readonly meant: boolean; count: number }>();

	/** @param chosen what the mapping says of its values; it goes before what they mean by themselves. */
	constructor(
		private readonly column: string,
		chosen: Readonly<Record<string, string | null>> | undefined,
	) {
		this.#chosen = new ChosenCodes(chosen);
		this.#set = codesOf(column);
	}

	of(value: string): string {
		if (!this.#set) return value;
		let known = this.#known.get(value);
		if (!known) {
			known = { ...this.#translate(value), count: 0 };
			this.#known.set(value, known);
		}
		known.count++;
		return known.to;
	}

	/** Each distinct value but those that were right, in the order in which they first stand. */
	results(): readonly Translated[] {
		return Array.from(this.#known, ([value, { to, meant, count }]) => ({
			column: this.column,
			value,
			to,
			meant,
			count,
		})).filter(({ value, to, meant }) => value !== to || !meant);
	}

	#translate(value: string): { readonly to: string; readonly meant: boolean } {
		const plain = value.trim();
		const own = plain === '' ? '' : this.#set && certainCode(this.#set, plain);
		const chosen = this.#chosen.of(plain);
		const code = chosen === undefined ? own : chosen;
		return { to: code ?? value, meant: typeof code === 'string' };
	}
}
