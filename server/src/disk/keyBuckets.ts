/** Keys are looked at in this many shares, told by the first bits of their hash: the table of one stays small. */
export const SHARES = 64;
const SHIFT = 32 - Math.log2(SHARES);

/** The numbers of a record in `SharedKeys`: two hashes of its key, and one of its codes. */
export const NUMBERS = 3;

/** The keys of a range, share by share. */
export interface KeyBuckets {
	/** Where each share starts in `numbers`, and behind the last where it ends. */
	readonly starts: Int32Array;
	/** `NUMBERS` for each record. */
	readonly numbers: Int32Array;
}

/** Sorts the keys of a range by their share; within one they stay in the order of the file. */
export function sharedKeys(keys: Int32Array, others: Int32Array, codes: Int32Array): KeyBuckets {
	const starts = new Int32Array(SHARES + 1);
	for (const key of keys) starts[shareOf(key) + 1] = (starts[shareOf(key) + 1] as number) + NUMBERS;
	for (let share = 0; share < SHARES; share++) {
		starts[share + 1] = (starts[share + 1] as number) + (starts[share] as number);
	}
	const next = starts.slice();
	const numbers = new Int32Array(keys.length * NUMBERS);
	for (let index = 0; index < keys.length; index++) {
		const key = keys[index] as number;
		const at = next[shareOf(key)] as number;
		next[shareOf(key)] = at + NUMBERS;
		numbers[at] = key;
		numbers[at + 1] = others[index] as number;
		numbers[at + 2] = codes[index] as number;
	}
	return { starts, numbers };
}

function shareOf(key: number): number {
	return key >>> SHIFT;
}
