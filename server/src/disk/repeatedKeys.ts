import { NO_KEY } from '../hash/textHash';
import { NUMBERS, SHARES } from './keyBuckets';
import type { RangeResult } from './rangeCheck';

const FILTER = 65_536;

/** A record by its range and its index in it. */
export interface RangeRecord<R extends RangeResult> {
	readonly range: R;
	readonly index: number;
}

/**
 * The rows whose keys, told by their hashes, stand on several rows of which the rules may have something to say; and
 * perhaps a few others. In the order of the file.
 *
 * @param needsDifference whether rows with the same codes are of no interest.
 */
export function* repeatedRows<R extends RangeResult>(
	ranges: readonly R[],
	needsDifference: boolean,
): Iterable<RangeRecord<R>> {
	const repeated = repeatedKeys(ranges, needsDifference);
	if (repeated.size === 0) return;
	// Most other keys are told from those by some of their bits.
	const few = new Uint8Array(FILTER);
	for (const key of repeated) few[key & (FILTER - 1)] = 1;
	for (const range of ranges) {
		for (let index = 0; index < range.keys.length; index++) {
			const key = range.keys[index] as number;
			if (few[key & (FILTER - 1)] === 1 && repeated.has(key)) yield { range, index };
		}
	}
}

function repeatedKeys(ranges: readonly RangeResult[], needsDifference: boolean): ReadonlySet<number> {
	const rows = ranges.reduce((sum, { records }) => sum + records, 0);
	const repeated = new Set<number>();
	const table = new KeyTable(rows / SHARES);
	for (let share = 0; share < SHARES; share++) {
		table.clear();
		for (const { starts, numbers } of ranges.map(({ shared }) => shared)) {
			const end = starts[share + 1] as number;
			for (let at = starts[share] as number; at < end; at += NUMBERS) {
				const key = numbers[at] as number;
				if (key === NO_KEY || table.add(numbers, at)) continue;
				if (!needsDifference || !table.agrees) repeated.add(key);
			}
		}
	}
	return repeated;
}

/** An open table of keys, with the `NUMBERS` of the first row of each. */
class KeyTable {
	/** Whether the row that was added last has the codes of the first row of its key. */
	agrees = true;
	/** Four numbers a slot, the last one unused: so a slot's place is a shift away. */
	#slots: Int32Array;
	#size = 0;

	constructor(expected: number) {
		this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(expected * 8 + 64)));
	}

	clear(): void {
		this.#slots.fill(NO_KEY);
		this.#size = 0;
	}

	/** Adds the row whose numbers lie at `at`; false where its key was there. */
	add(numbers: Int32Array, at: number): boolean {
		const key = numbers[at] as number;
		const other = numbers[at + 1] as number;
		const codes = numbers[at + 2] as number;
		const slots = this.#slots;
		const mask = slots.length - 1;
		let slot = (key << 2) & mask;
		while (slots[slot] !== NO_KEY) {
			if (slots[slot] === key && slots[slot + 1] === other) {
				this.agrees = slots[slot + 2] === codes;
				return false;
			}
			slot = (slot + 4) & mask;
		}
		slots[slot] = key;
		slots[slot + 1] = other;
		slots[slot + 2] = codes;
		if (++this.#size * 6 > slots.length) this.#grow();
		return true;
	}

	#grow(): void {
		const old = this.#slots;
		this.#slots = new Int32Array(old.length * 2);
		this.#size = 0;
		for (let slot = 0; slot < old.length; slot += 4) if (old[slot] !== NO_KEY) this.add(old, slot);
	}
}
