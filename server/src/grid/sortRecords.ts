import { isUnseen } from '../characters';
import type { Checker } from '../check/live/checker';
import type { Steps } from '../work/steps';
import { GridRecord, RECORDS_PER_STEP } from './gridRecord';

/** How a column is to be sorted. */
interface SortOrder {
	/** 0-based. */
	readonly column: number;
	readonly descending: boolean;
}

/** A number as people write it in a column; whatever is larger than a `number` can hold is compared as text after it. */
const NUMBER = /^\s*[+-]?\d{1,300}(?:\.\d{1,300})?\s*$/;

/** One order on every machine: of English, with numbers in a text as numbers. */
const collator = new Intl.Collator('en', { numeric: true });

/** Values that are sorted at once, and values that are merged per step. */
const RUN = 256;

/** Instead of the number of a value: the field is empty, or the row cannot be read. */
const EMPTY = -1;
const UNREADABLE = -2;

/**
 * Sorts records, ascending at first, by their values in a column: numbers by size before texts, then empty fields, then
 * rows that cannot be read. Records that are alike stay in the order of the file. The file must not change before the
 * last step.
 */
export function* sortRecords(checker: Checker, records: Int32Array, order: SortOrder): Steps<Int32Array> {
	const numbers = new Int32Array(records.length);
	const values = yield* numberValues(checker, records, order.column, numbers);
	const sorted = yield* sortValues(values);
	if (order.descending) sorted.reverse();
	// The places of the values, then one for empty fields and one for rows that cannot be read.
	const placeOf = new Int32Array(values.length);
	for (let place = 0; place < sorted.length; place++) placeOf[sorted[place] as number] = place;
	const place = (number: number): number =>
		number === EMPTY
			? values.length
			: number === UNREADABLE
				? values.length + 1
				: (placeOf[number] as number);
	const next = new Int32Array(values.length + 3);
	for (const number of numbers) next[place(number) + 1] = (next[place(number) + 1] as number) + 1;
	for (let at = 1; at < next.length; at++) next[at] = (next[at] as number) + (next[at - 1] as number);
	const result = new Int32Array(records.length);
	for (let row = 0; row < records.length; row++) {
		const at = place(numbers[row] as number);
		result[next[at] as number] = records[row] as number;
		next[at] = (next[at] as number) + 1;
	}
	return result;
}

/** Numbers the different values of a column, by row, and returns them. */
function* numberValues(
	checker: Checker,
	records: Int32Array,
	column: number,
	numbers: Int32Array,
): Steps<readonly string[]> {
	const known = new Map<string, number>();
	const record = new GridRecord(checker);
	for (let row = 0; row < records.length; row++) {
		record.read(records[row] as number);
		const value = record.at(column);
		if (!record.isReadable) numbers[row] = UNREADABLE;
		else if (isUnseen(value)) numbers[row] = EMPTY;
		else {
			const number = known.get(value) ?? known.size;
			if (number === known.size) known.set(value, number);
			numbers[row] = number;
		}
		if (row % RECORDS_PER_STEP === 0) yield row / records.length / 2;
	}
	return [...known.keys()];
}

/** The indexes of distinct values, sorted by value: runs first, which are then merged in steps. */
function* sortValues(values: readonly string[]): Steps<Int32Array> {
	const compare = comparison(values);
	let from = Int32Array.from(values, (_, index) => index);
	for (let start = 0; start < from.length; start += RUN) {
		from.subarray(start, start + RUN).sort(compare);
		yield 0.5;
	}
	let to = new Int32Array(from.length);
	for (let width = RUN; width < from.length; width *= 2) {
		for (let start = 0; start < from.length; start += 2 * width) {
			yield* merge(from, to, start, width, compare);
		}
		[from, to] = [to, from];
	}
	return from;
}

type Comparison = (one: number, other: number) => number;

function* merge(
	from: Int32Array,
	to: Int32Array,
	start: number,
	width: number,
	compare: Comparison,
): Steps<void> {
	const middle = Math.min(start + width, from.length);
	const end = Math.min(middle + width, from.length);
	let left = start;
	let right = middle;
	for (let at = start; at < end; at++) {
		const takesLeft =
			right >= end || (left < middle && compare(from[left] as number, from[right] as number) <= 0);
		to[at] = from[takesLeft ? left++ : right++] as number;
		if ((at - start) % RUN === 0) yield 1;
	}
}

/** Compares values by their indexes; no two are alike. */
function comparison(values: readonly string[]): Comparison {
	const sizes = Float64Array.from(values, (value) => (NUMBER.test(value) ? Number(value) : Number.NaN));
	return (one, other) => {
		const size = sizes[one] as number;
		const otherSize = sizes[other] as number;
		const isNumber = !Number.isNaN(size);
		if (isNumber !== !Number.isNaN(otherSize)) return isNumber ? -1 : 1;
		if (isNumber && size !== otherSize) return size - otherSize;
		const text = values[one] as string;
		const otherText = values[other] as string;
		return collator.compare(text, otherText) || (text < otherText ? -1 : text > otherText ? 1 : 0);
	};
}
