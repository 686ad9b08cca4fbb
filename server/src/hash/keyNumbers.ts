/** What `find` returns for an unknown key, and `add` for a known one. */
export const NO_NUMBER = -1;

/**
 * Numbers keys from 0 on. A key is two 32-bit hashes of a text; keys that agree in both count as one. Typed arrays,
 * since there can be half a million keys.
 */
export class KeyNumbers {
	/** How many keys there are. */
	size = 0;
	/** An open hash table of key numbers, `NO_NUMBER` where a slot is free; at most half of the slots are in use. */
	#slots: Int32Array;
	/** By number. */
	#keys: Int32Array;
	/** By number. */
	#otherKeys: Int32Array;

	/** @param expected how many keys there will be; with more, the table grows. */
	constructor(expected: number) {
		this.#keys = new Int32Array(Math.max(1, expected));
		this.#otherKeys = new Int32Array(this.#keys.length);
		this.#slots = slotsFor(this.#keys.length);
	}

	/** Forgets all keys. */
	clear(): void {
		this.#slots.fill(NO_NUMBER);
		this.size = 0;
	}

	/** The number of a key, or `NO_NUMBER`. */
	find(key: number, otherKey: number): number {
		return this.#slots[this.#slotOf(key, otherKey)] as number;
	}

	/** Adds a key and returns its number, the next one; `NO_NUMBER` where it was there already. */
	add(key: number, otherKey: number): number {
		const slot = this.#slotOf(key, otherKey);
		if (this.#slots[slot] !== NO_NUMBER) return NO_NUMBER;
		if (this.size === this.#keys.length) {
			this.#grow();
			return this.add(key, otherKey);
		}
		this.#keys[this.size] = key;
		this.#otherKeys[this.size] = otherKey;
		this.#slots[slot] = this.size;
		return this.size++;
	}

	/** The first hash of the key with a number. */
	keyOf(number: number): number {
		return this.#keys[number] as number;
	}

	/** The second hash of the key with a number. */
	otherKeyOf(number: number): number {
		return this.#otherKeys[number] as number;
	}

	/** The slot that holds a key, or the free one where it would be. */
	#slotOf(key: number, otherKey: number): number {
		const mask = this.#slots.length - 1;
		for (let slot = key & mask; ; slot = (slot + 1) & mask) {
			const number = this.#slots[slot] as number;
			if (number === NO_NUMBER) return slot;
			if (this.#keys[number] === key && this.#otherKeys[number] === otherKey) return slot;
		}
	}

	#grow(): void {
		const keys = this.#keys;
		const otherKeys = this.#otherKeys;
		this.#keys = new Int32Array(keys.length * 2);
		this.#keys.set(keys);
		this.#otherKeys = new Int32Array(keys.length * 2);
		this.#otherKeys.set(otherKeys);
		this.#slots = slotsFor(this.#keys.length);
		for (let number = 0; number < this.size; number++) {
			this.#slots[this.#slotOf(keys[number] as number, otherKeys[number] as number)] = number;
		}
	}
}

function slotsFor(keys: number): Int32Array {
	return new Int32Array(2 ** Math.ceil(Math.log2(keys + 1) + 1)).fill(NO_NUMBER);
}
