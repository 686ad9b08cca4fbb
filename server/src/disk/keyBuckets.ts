import { NO_KEY } from '../hash/textHash';

/**
 * Keys are compared bucket by bucket, chosen by the first bits of their hashes: the hash table of one bucket stays
 * small enough for the processor's cache.
 */
export const BUCKETS = 64;
const SHIFT = 32 - Math.log2(BUCKETS);

/** Numbers per key: its two hashes, and one hash of the record's codes. */
export const KEY_NUMBERS = 3;

/** The keys of a range, bucket by bucket; within a bucket in the order of the file. */
export interface KeyBuckets {
	/** `BUCKETS + 1` indexes into `numbers`: where each bucket starts, and where the last one ends. */
	readonly starts: Int32Array;
	/** `KEY_NUMBERS` for each record that has a key. */
	readonly numbers: Int32Array;
}

/** Sorts the keys of a range into buckets. All three lists have one number per record; two may be longer than `keys`. */
export function bucketKeys(keys: Int32Array, otherKeys: Int32Array, codes: Int32Array): KeyBuckets {
	const starts = new Int32Array(BUCKETS + 1);
	for (const key of keys) {
		if (key !== NO_KEY) starts[bucketOf(key) + 1] = (starts[bucketOf(key) + 1] as number) + KEY_NUMBERS;
	}
	for (let bucket = 0; bucket < BUCKETS; bucket++) {
		starts[bucket + 1] = (starts[bucket + 1] as number) + (starts[bucket] as number);
	}
	const next = starts.slice();
	const numbers = new Int32Array(starts[BUCKETS] as number);
	for (let record = 0; record < keys.length; record++) {
		const key = keys[record] as number;
		if (key === NO_KEY) continue;
		const at = next[bucketOf(key)] as number;
		next[bucketOf(key)] = at + KEY_NUMBERS;
		numbers[at] = key;
		numbers[at + 1] = otherKeys[record] as number;
		numbers[at + 2] = codes[record] as number;
	}
	return { starts, numbers };
}

function bucketOf(key: number): number {
	return key >>> SHIFT;
}
