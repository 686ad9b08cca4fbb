/** What the values of an export mean in a column with codes. */

import { findElement, type OptionSet, type Table } from '../../spec';
import { ambiguity, certainCode, normalizedValue } from '../../spec/meaning';
import { codeWithLabel } from '../../wording';

/**
 * The codes of a column; undefined where any text may stand in it.
 *
 * @param roster students.csv, which may hold every column, with what the district accepts among its codes.
 */
export function codesOf(roster: Table, column: string): OptionSet | undefined {
	return findElement(roster, column)?.optionSet;
}

/** The codes by value that a person has chosen: exact ones first, then without case and outer blanks. */
export class ChosenCodes {
	readonly #plain = new Map<string, string | null>();

	/** @param chosen null leaves the value as it is. */
	constructor(private readonly chosen: Readonly<Record<string, string | null>> = {}) {
		for (const [value, code] of Object.entries(chosen)) {
			if (!this.#plain.has(normalizedValue(value))) this.#plain.set(normalizedValue(value), code);
		}
	}

	/**
	 * Undefined where nothing was chosen for the value.
	 *
	 * @param isCode whether the value is a code, and so no other spelling of the one that something was chosen for.
	 */
	of(value: string, isCode: boolean): string | null | undefined {
		if (Object.hasOwn(this.chosen, value)) return this.chosen[value];
		return isCode ? undefined : this.#plain.get(normalizedValue(value));
	}
}

/** A value of an export, and how often it stands there. */
export interface CountedValue {
	readonly value: string;
	readonly count: number;
}

/** What can be made of a value. */
export interface ValueProposal extends CountedValue {
	/** The code that it is or certainly means, '' for none; undefined where it is left as it is. */
	readonly code?: string | undefined;
	/** Codes that it could mean, where it has not one meaning. */
	readonly candidates: readonly string[];
	/** What is known of it where it has not one meaning, in a sentence. */
	readonly meaning?: string | undefined;
}

/** What can be made of the values of one column. */
export interface ColumnCodes {
	/** Each code as it is offered, with its meaning. */
	readonly options: readonly { readonly code: string; readonly text: string }[];
	readonly values: readonly ValueProposal[];
}

/** Proposes a code for each value of a column; undefined for a column without codes. `roster` as in `codesOf`. */
export function proposeCodes(
	roster: Table,
	column: string,
	values: readonly CountedValue[],
): ColumnCodes | undefined {
	const set = codesOf(roster, column);
	if (!set) return undefined;
	return {
		options: set.options.map((option) => ({ code: option.code, text: codeWithLabel(option) })),
		values: values.map(({ value, count }) => {
			const code = certainCode(set, value);
			const unclear = code === undefined ? ambiguity(set, value) : undefined;
			return { value, count, code, candidates: unclear?.codes ?? [], meaning: unclear?.meaning };
		}),
	};
}
