/** No student. */
export const NONE = -1;

/** Numbers students from 0 on, by two hashes of their ids; typed arrays, as there may be half a million of them. */
export class KeyNumbers {
	size = 0;
	/** For each bucket the number of a student, or `NONE`; at most half of them are in use. */
	readonly #buckets: Int32Array;
	readonly #keys: Int32Array;
	readonly #otherKeys: Int32Array;

	/** @param most how many students there can be. */
	constructor(most: number) {
		this.#buckets = new Int32Array(2 ** Math.ceil(Math.log2(most + 1) + 1)).fill(NONE);
		this.#keys = new Int32Array(most);
		this.#otherKeys = new Int32Array(most);
	}

	/** The number of a student, or `NONE`. */
	find(key: number, otherKey: number): number {
		return this.#buckets[this.#bucketOf(key, otherKey)] as number;
	}

	/** The number of a student that is new; `NONE` for one that is not. */
	add(key: number, otherKey: number): number {
		const bucket = this.#bucketOf(key, otherKey);
		if (this.#buckets[bucket] !== NONE) return NONE;
		this.#keys[this.size] = key;
		this.#otherKeys[this.size] = otherKey;
		this.#buckets[bucket] = this.size;
		return this.size++;
	}

	/** The bucket that holds the student, or the empty one where it would be. */
	#bucketOf(key: number, otherKey: number): number {
		const mask = this.#buckets.length - 1;
		for (let bucket = key & mask; ; bucket = (bucket + 1) & mask) {
			const student = this.#buckets[bucket] as number;
			if (student === NONE) return bucket;
			if (this.#keys[student] === key && this.#otherKeys[student] === otherKey) return bucket;
		}
	}
}
