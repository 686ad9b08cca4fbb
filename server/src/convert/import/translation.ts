import type { OptionSet } from '../../spec';
import { certainCode } from '../../spec/meaning';
import { ChosenCodes } from './codeProposals';

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
	readonly #known = new Map<string, { readonly to: string; readonly meant: boolean; count: number }>();

	/**
	 * @param set the codes of the column; undefined where any text may stand in it.
	 * @param chosen what the mapping says of its values; it goes before what they mean by themselves.
	 */
	constructor(
		private readonly column: string,
		private readonly set: OptionSet | undefined,
		chosen: Readonly<Record<string, string | null>> | undefined,
	) {
		this.#chosen = new ChosenCodes(chosen);
	}

	of(value: string): string {
		if (!this.set) return value;
		let known = this.#known.get(value);
		if (!known) {
			known = { ...translate(this.set, this.#chosen, value), count: 0 };
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
}

function translate(
	set: OptionSet,
	chosen: ChosenCodes,
	value: string,
): { readonly to: string; readonly meant: boolean } {
	// A district may accept a value with blanks around it.
	const said = set.options.some(({ code }) => code === value) ? value : value.trim();
	const own = certainCode(set, said);
	const known = chosen.of(said, said === own);
	const code = known === undefined ? own : known;
	const to = code ?? value;
	return { to, meant: typeof code === 'string' || to === own };
}
