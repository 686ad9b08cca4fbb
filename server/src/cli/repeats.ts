import { NO_KEY } from '../service/textHash';
import type { RangeResult } from './rangeCheck';

const FIRST_SIZE = 4096;

/** A record by its range and its index in it. */
export interface RangeRecord {
	readonly range: RangeResult;
	readonly index: number;
}

/** Finds, by hash, the keys of a file that stand on several rows of which the rules may have something to say. */
export class Repeats {
	/** An open table: a key's hash, and beside it the hash of the codes of its first row. */
	#keys = new Int32Array(FIRST_SIZE);
	#codes = new Int32Array(FIRST_SIZE);
	#size = 0;
	readonly #suspects = new Set<number>();

	/** @param needsDifference whether rows with the same codes are of no interest. */
	constructor(private readonly needsDifference: boolean) {}

	/** Takes the next range of the file. */
	add({ keys, codes }: RangeResult): void {
		for (let index = 0; index < keys.length; index++) {
			const key = keys[index] as number;
			if (key === NO_KEY) continue;
			if (this.#size * 2 >= this.#keys.length) this.#grow();
			const slot = this.#slotOf(key);
			if (this.#keys[slot] === NO_KEY) this.#put(slot, key, codes[index] as number);
			else if (!this.needsDifference || this.#codes[slot] !== codes[index]) this.#suspects.add(key);
		}
	}

	/** All rows of those keys, and perhaps some of others, in the order of the file. */
	*rows(ranges: readonly RangeResult[]): Iterable<RangeRecord> {
		if (this.#suspects.size === 0) return;
		for (const range of ranges) {
			for (let index = 0; index < range.keys.length; index++) {
				if (this.#suspects.has(range.keys[index] as number)) yield { range, index };
			}
		}
	}

	#slotOf(key: number): number {
		const mask = this.#keys.length - 1;
		let slot = key & mask;
		while (this.#keys[slot] !== NO_KEY && this.#keys[slot] !== key) slot = (slot + 1) & mask;
		return slot;
	}

	#put(slot: number, key: number, codes: number): void {
		this.#keys[slot] = key;
		this.#codes[slot] = codes;
		this.#size++;
	}

	#grow(): void {
		const keys = this.#keys;
		const codes = this.#codes;
		this.#keys = new Int32Array(keys.length * 2);
		this.#codes = new Int32Array(keys.length * 2);
		this.#size = 0;
		for (let old = 0; old < keys.length; old++) {
			const key = keys[old] as number;
			if (key !== NO_KEY) this.#put(this.#slotOf(key), key, codes[old] as number);
		}
	}
}
