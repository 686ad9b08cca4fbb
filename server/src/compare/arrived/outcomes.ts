/** What became of the values of one category. */

import type { ArrivedGroup, ArrivedOutcome, ArrivedValue } from './arrivedTypes';
import { NOBODY } from './idIndex';
import type { OurCategory } from './ourStudents';
import type { TheirCategory } from './theirStudents';
import { NO_VALUE, OTHER_VALUES } from './valueNumbers';

/** Steps between two yields: students of one category. */
const STUDENTS_PER_STEP = 20_000;
/** Numbers of values are below this. */
const RADIX: number = OTHER_VALUES + 1;

/** One category of ours beside the same one of a download, for the students that both have. */
export class ComparedCategory {
	/** By pair of numbers, how many students have it. */
	readonly #counts = new Map<number, number>();

	/** @param isThere by student of ours. */
	constructor(
		readonly ours: OurCategory,
		readonly theirs: TheirCategory,
		private readonly isThere: Uint8Array,
	) {}

	/** Counts the students; yields in between. */
	*count(): Generator<void> {
		if (!this.ours.fileName) return;
		for (let student = 0; student < this.isThere.length; student++) {
			if (student % STUDENTS_PER_STEP === 0) yield;
			if (this.isThere[student] !== 1) continue;
			const pair = this.#pairOf(student);
			this.#counts.set(pair, (this.#counts.get(pair) ?? 0) + 1);
		}
	}

	/** Every pair of values that students have, where one of them tells something; those of most students first. */
	values(): readonly ArrivedValue[] {
		const values = new Map<string, { readonly value: Omit<ArrivedValue, 'count'>; count: number }>();
		for (const [pair, count] of this.#counts) {
			const value = this.#valueOf(pair);
			if (!value) continue;
			const key = JSON.stringify([value.outcome, value.ours, value.theirs]);
			const known = values.get(key);
			if (known) known.count += count;
			else values.set(key, { value, count });
		}
		return Array.from(values.values(), ({ value, count }) => ({ ...value, count })).toSorted(
			(a, b) => b.count - a.count,
		);
	}

	/** The students of a group, by number, from the first on. */
	*studentsIn({ outcome, pair }: Extract<ArrivedGroup, { readonly kind: 'category' }>): Generator<number> {
		if (!this.ours.fileName) return;
		const isWanted = new Map<number, boolean>();
		for (let student = 0; student < this.isThere.length; student++) {
			if (this.isThere[student] !== 1) continue;
			const number = this.#pairOf(student);
			let wanted = isWanted.get(number);
			if (wanted === undefined) {
				const value = this.#valueOf(number);
				wanted =
					value?.outcome === outcome && (!pair || (pair.ours === value.ours && pair.theirs === value.theirs));
				isWanted.set(number, wanted);
			}
			if (wanted) yield student;
		}
	}

	#pairOf(student: number): number {
		return (this.ours.values[student] ?? NO_VALUE) * RADIX + (this.theirs.numbers[student] ?? NO_VALUE);
	}

	#valueOf(pair: number): Omit<ArrivedValue, 'count'> | undefined {
		const ourNumber = Math.floor(pair / RADIX);
		const theirNumber = pair % RADIX;
		const { values } = this.theirs;
		const ours = this.ours.numbers.value(ourNumber) ?? 'another value';
		if (!values) {
			return ourNumber === NO_VALUE ? undefined : { outcome: 'unclear', ours, theirs: '' };
		}
		const meaning = values.meaning(theirNumber);
		const theirs = values.text(theirNumber);
		if (ourNumber === NO_VALUE) {
			return meaning.kind === 'code' ? { outcome: 'unsent', ours: '', theirs } : undefined;
		}
		if (meaning.kind === 'empty') return { outcome: 'missing', ours, theirs };
		const isCode = this.ours.element.optionSet.options.some(({ code }) => code === ours);
		if (!isCode) {
			const why = `${this.ours.element.column} has no such code, so nothing tells what to expect.`;
			return { outcome: 'unclear', ours, theirs, why };
		}
		if (meaning.kind === 'unclear') return { outcome: 'unclear', ours, theirs, why: meaning.why };
		return { outcome: meaning.code === ours ? 'arrived' : 'different', ours, theirs };
	}
}

/** The students of ours that are or are not there, by number. */
export function* studentsWhere(isThere: Uint8Array, wanted: 0 | 1): Generator<number> {
	for (
		let student = isThere.indexOf(wanted);
		student !== NOBODY;
		student = isThere.indexOf(wanted, student + 1)
	)
		yield student;
}

/** How many students have an outcome. */
export function countWith(values: readonly ArrivedValue[], ...outcomes: readonly ArrivedOutcome[]): number {
	return values.reduce((sum, { outcome, count }) => sum + (outcomes.includes(outcome) ? count : 0), 0);
}
