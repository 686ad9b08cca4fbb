import { IntList } from '../csv/intList';
import { KeyNumbers, NO_NUMBER } from '../hash/keyNumbers';
import { BUCKETS, KEY_NUMBERS, type KeyBuckets } from './keyBuckets';
import type { RangeResult } from './rangeResult';

/** Size of the filter by the last bits of a key, a power of 2. */
const FILTER = 65_536;

/** A record by its range and its index in it. */
export interface RangeRecord<R extends RangeResult> {
	readonly range: R;
	readonly index: number;
}

/** The records whose keys have one of these first hashes, in the order of the file. */
export function* recordsWithKeys<R extends RangeResult>(
	ranges: readonly R[],
	repeated: ReadonlySet<number>,
): Iterable<RangeRecord<R>> {
	if (repeated.size === 0) return;
	// A look at some bits of a key rules out most keys faster than the set does.
	const filter = new Uint8Array(FILTER);
	for (const key of repeated) filter[key & (FILTER - 1)] = 1;
	for (const range of ranges) {
		for (let index = 0; index < range.keys.length; index++) {
			const key = range.keys[index] as number;
			if (filter[key & (FILTER - 1)] === 1 && repeated.has(key)) yield { range, index };
		}
	}
}

/**
 * The first hashes of the keys that several records have, and the number of different keys.
 *
 * @param needsDifference leaves out keys whose records agree in all codes.
 */
export function repeatedKeys(
	ranges: readonly KeyBuckets[],
	needsDifference: boolean,
): { readonly repeated: ReadonlySet<number>; readonly keys: number } {
	let keys = 0;
	const repeated = new Set<number>();
	const records = ranges.reduce((sum, { numbers }) => sum + numbers.length / KEY_NUMBERS, 0);
	const keyNumbers = new KeyNumbers(Math.ceil(records / BUCKETS));
	/** By key number: the codes of the first record with the key. */
	const firstCodes = new IntList();
	for (let bucket = 0; bucket < BUCKETS; bucket++) {
		keyNumbers.clear();
		firstCodes.clear();
		for (const { starts, numbers } of ranges) {
			const end = starts[bucket + 1] as number;
			for (let at = starts[bucket] as number; at < end; at += KEY_NUMBERS) {
				const key = numbers[at] as number;
				const otherKey = numbers[at + 1] as number;
				const codes = numbers[at + 2] as number;
				if (keyNumbers.add(key, otherKey) !== NO_NUMBER) {
					firstCodes.push(codes);
				} else if (!needsDifference || firstCodes.values[keyNumbers.find(key, otherKey)] !== codes) {
					repeated.add(key);
				}
			}
		}
		keys += keyNumbers.size;
	}
	return { repeated, keys };
}
