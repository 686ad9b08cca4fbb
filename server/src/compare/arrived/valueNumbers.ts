import { detached } from '../../csv/detachedText';

/** The number of an empty field. */
export const NO_VALUE = 0;
/** A column with more distinct values than this holds no codes: the others get one number together. */
const MAX_DISTINCT = 2000;
/** The number of all values beyond these. */
export const OTHER_VALUES: number = MAX_DISTINCT + 1;

/** Numbers the distinct values of a column from 1 on, so that half a million students need two bytes each. */
export class ValueNumbers {
	readonly #numbers = new Map<string, number>([['', NO_VALUE]]);
	readonly #values: string[] = [''];

	/** The number of a value, a new one where it is new. */
	of(value: string): number {
		const known = this.#numbers.get(value);
		if (known !== undefined) return known;
		if (this.#values.length > MAX_DISTINCT) return OTHER_VALUES;
		const copy = detached(value);
		this.#numbers.set(copy, this.#values.length);
		return this.#values.push(copy) - 1;
	}

	/** The value with a number; undefined for the values that have no number of their own. */
	value(number: number): string | undefined {
		return this.#values[number];
	}

	/** How many values have a number of their own, the empty one included. */
	get size(): number {
		return this.#values.length;
	}
}
