import { isUnseen } from '../../characters';
import { ValueCache } from '../../check/record/valueCache';
import { detached } from '../../csv/detachedText';
import { fieldValue } from '../../csv/quote';
import { SmallNumbers } from '../../hash/smallNumbers';
import type { StudentRow } from './studentRows';

/** The number of an empty field, and of one in which nothing can be seen. */
export const EMPTY_VALUE = 0;
/** For a value that nobody has. */
const NO_VALUE = -1;

/** More than all columns that are compared. */
const COLUMNS = 16;

/** The values of one column by student. Each different value is held once, as a number from 1 on. */
export class ValueColumn {
	/** The values by their numbers, exactly as the file has them. */
	readonly values: string[] = [''];
	readonly #numbers = new Map<string, number>();
	/** Finds most values without cutting them out of the text. */
	readonly #cache = new ValueCache<null>(COLUMNS);
	readonly #byStudent = new SmallNumbers();

	/** Sets the value of a student to that of a row, in a 0-based column. */
	put(student: number, { text, fields }: StudentRow, column: number): void {
		const start = fields.starts[column] as number;
		const end = fields.ends[column] as number;
		if (column >= fields.count || start === end) return;
		const flags = fields.flags[column] as number;
		const known = flags === 0 ? this.#cache.find(text, start, end) : undefined;
		this.#byStudent.set(student, known ? known.slot : this.#add(text, start, end, flags));
	}

	/** The number of a student's value. */
	of(student: number): number {
		return this.#byStudent.get(student);
	}

	/** A student's value; '' where nothing can be seen. */
	valueOf(student: number): string {
		return this.values[this.of(student)] as string;
	}

	/** The number of a value, or -1. */
	find(value: string): number {
		return isUnseen(value) ? EMPTY_VALUE : (this.#numbers.get(value) ?? NO_VALUE);
	}

	#add(text: string, start: number, end: number, flags: number): number {
		const value = fieldValue(detached(text, start, end), flags);
		let number = this.find(value);
		if (number === NO_VALUE) {
			number = this.values.length;
			this.values.push(value);
			this.#numbers.set(value, number);
		}
		if (flags === 0) this.#cache.add(value, number, null);
		return number;
	}
}
