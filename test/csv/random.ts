/** Pseudorandom numbers (mulberry32): the same seed gives the same numbers on every run. */
export class Random {
	#state: number;

	constructor(readonly seed: number) {
		this.#state = seed;
	}

	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}

	/** A whole number from 0 to below `end`. */
	below(end: number): number {
		return Math.floor(this.next() * end);
	}

	chance(probability: number): boolean {
		return this.next() < probability;
	}

	pick<T>(list: ArrayLike<T>): T {
		return list[this.below(list.length)] as T;
	}

	/** Joins `length` picks from a list. */
	text(alphabet: readonly string[], length: number): string {
		let text = '';
		for (let index = 0; index < length; index++) text += this.pick(alphabet);
		return text;
	}
}
