/** What the values of an export mean in a column of codes. */

import { findElement, type OptionSet, type Table } from '../../spec';
import { ambiguousValue, certainCode, normalizedValue, unlistedValue } from '../../spec/meaning';
import { codeWithLabel } from '../../wording';

/**
 * Returns the codes of a column; undefined for a column of any text.
 *
 * @param roster the table of students.csv, which may have every column; its codes include the values that the district
 * accepts.
 */
export function codesOf(roster: Table, column: string): OptionSet | undefined {
	return findElement(roster, column)?.optionSet;
}

/** The codes that a person chose for values of an export: for the exact value, else ignoring case and outer spaces. */
export class ChosenCodes {
	readonly #byNormalizedValue = new Map<string, string | null>();

	/** @param chosen a code by value; null leaves the value unchanged. */
	constructor(private readonly chosen: Readonly<Record<string, string | null>> = {}) {
		for (const [value, code] of Object.entries(chosen)) {
			const normalized = normalizedValue(value);
			if (!this.#byNormalizedValue.has(normalized)) this.#byNormalizedValue.set(normalized, code);
		}
	}

	/**
	 * Returns the chosen code; undefined if none was chosen for the value.
	 *
	 * @param isCode whether the value is a code itself, and so not another spelling of a value that a code was chosen for.
	 */
	of(value: string, isCode: boolean): string | null | undefined {
		if (Object.hasOwn(this.chosen, value)) return this.chosen[value];
		return isCode ? undefined : this.#byNormalizedValue.get(normalizedValue(value));
	}
}

/** A distinct value of an export, and how many rows hold it. */
export interface CountedValue {
	readonly value: string;
	readonly count: number;
}

const unlistedMeaning = "Clever knows this value; Amplify's list does not have it.";

/** The codes that a value of an export may become. */
export interface ValueProposal extends CountedValue {
	/** The code that the value is or certainly means, '' for an empty field; undefined if it has no certain meaning. */
	readonly code?: string | undefined;
	/** Codes that the value could mean, where its meaning is not certain. */
	readonly candidates: readonly string[];
	/** What is known about a value without a certain meaning, in a sentence for people. */
	readonly meaning?: string | undefined;
}

/** The codes that the values of one column may become. */
export interface ColumnCodes {
	/** Every code of the column, with its text for people. */
	readonly options: readonly { readonly code: string; readonly text: string }[];
	readonly values: readonly ValueProposal[];
}

/** Proposes codes for each value of a column; undefined for a column without codes. `roster` as in `codesOf`. */
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
			const unclear = code === undefined ? ambiguousValue(set, value) : undefined;
			const unlisted = code === undefined ? unlistedValue(set, value) : undefined;
			const meaning = unlisted === undefined ? unclear?.meaning : unlistedMeaning;
			return { value, count, code, candidates: unclear?.codes ?? [], meaning };
		}),
	};
}
