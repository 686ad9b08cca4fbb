import { withoutLeadingZeros } from '../../check/dataset/studentIds';
import { KeyNumbers, NO_NUMBER } from '../../hash/keyNumbers';
import { hashesOf } from '../../hash/textHash';

/** No student has the ID, or more than one. */
export const NOBODY = -1;
const SEVERAL = -2;

/** Which student has an ID. An ID that two students have is nobody's. */
class Owners {
	readonly #numbers: KeyNumbers;
	readonly #owners: number[] = [];

	constructor(expected: number) {
		this.#numbers = new KeyNumbers(expected);
	}

	add(id: string, student: number): void {
		const [key = 0, other = 0] = hashesOf(id, 0, id.length);
		const known = this.#numbers.find(key, other);
		if (known === NO_NUMBER) this.#owners[this.#numbers.add(key, other)] = student;
		else if (this.#owners[known] !== student) this.#owners[known] = SEVERAL;
	}

	of(id: string): number {
		const [key = 0, other = 0] = hashesOf(id, 0, id.length);
		return Math.max(NOBODY, this.#owners[this.#numbers.find(key, other)] ?? NOBODY);
	}
}

/** The IDs of one column of a roster, as they are and without their leading zeros. */
export class IdIndex {
	readonly #exact: Owners;
	readonly #bare: Owners;

	/**
	 * @param column the column's exact name.
	 * @param expected how many IDs there will be.
	 */
	constructor(
		readonly column: string,
		expected: number,
	) {
		this.#exact = new Owners(expected);
		this.#bare = new Owners(expected);
	}

	/** Adds the ID of a student, without outer spaces. */
	add(id: string, student: number): void {
		this.#exact.add(id, student);
		this.#bare.add(withoutLeadingZeros(id), student);
	}

	/** The student with exactly this ID; `NOBODY` where there is none. */
	find(id: string): number {
		return this.#exact.of(id);
	}

	/** The only student whose ID differs from this one by leading zeros at most; `NOBODY` where there is none. */
	findWithoutZeros(id: string): number {
		return this.#bare.of(withoutLeadingZeros(id));
	}
}

/** Numbers texts from 0 on, without keeping them. */
export class TextNumbers {
	readonly #numbers = new KeyNumbers(1024);

	/** How many texts there are. */
	get size(): number {
		return this.#numbers.size;
	}

	/** The number of a text, and whether it is new. */
	of(text: string): { readonly number: number; readonly isNew: boolean } {
		const [key = 0, other = 0] = hashesOf(text, 0, text.length);
		const known = this.#numbers.find(key, other);
		return known === NO_NUMBER
			? { number: this.#numbers.add(key, other), isNew: true }
			: { number: known, isNew: false };
	}
}
