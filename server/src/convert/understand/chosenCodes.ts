/** What the values of an export mean in a column of codes. */

import { findElement, type OptionSet, type Table } from '../../spec';
import { normalizedValue } from '../../spec/meaning';

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
