import { trimUnseen } from '../../characters';
import type { OptionSet } from '../../spec';
import { certainCode } from '../../spec/meaning';
import { ChosenCodes } from './codeProposals';

/** What became of one distinct value of a column. */
export interface Translated {
	readonly column: string;
	/** The value of the export. */
	readonly value: string;
	/** The value in the new file. */
	readonly to: string;
	/** False if the value was not recognized and is left unchanged. */
	readonly meant: boolean;
	/** Rows of the export with the value. */
	readonly count: number;
}

/** Translates the values of one column into codes, and records what became of each. */
export class Translation {
	readonly #chosen: ChosenCodes;
	readonly #results = new Map<string, { readonly to: string; readonly meant: boolean; count: number }>();

	/**
	 * @param set the codes of the column; undefined for a column of any text.
	 * @param chosen codes by value from the mapping; they take precedence over the meaning of a value.
	 */
	constructor(
		private readonly column: string,
		private readonly set: OptionSet | undefined,
		chosen: Readonly<Record<string, string | null>> | undefined,
	) {
		this.#chosen = new ChosenCodes(chosen);
	}

	/** Returns the value for the new file, and counts it. */
	of(value: string): string {
		if (!this.set) return value;
		let result = this.#results.get(value);
		if (!result) {
			result = { ...translate(this.set, this.#chosen, value), count: 0 };
			this.#results.set(value, result);
		}
		result.count++;
		return result.to;
	}

	/** Each distinct value except those that already were codes, in the order of their first rows. */
	results(): readonly Translated[] {
		return Array.from(this.#results, ([value, { to, meant, count }]) => ({
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
	// A district may accept a value with outer spaces as a code.
	const text = set.options.some(({ code }) => code === value) ? value : trimUnseen(value);
	const meantCode = certainCode(set, text);
	const chosenCode = chosen.of(text, text === meantCode);
	const code = chosenCode === undefined ? meantCode : chosenCode;
	const to = code ?? value;
	return { to, meant: typeof code === 'string' || to === meantCode };
}
