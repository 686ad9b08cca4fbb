import type { Layout } from '../../rules/layout';
import type { ColumnFacts, ValueFacts } from '../fileFacts';

/** The slot of rows that cannot be read or have no key. */
export const UNREAD = 0;
/** The slot of values that are not counted: those of the second column of a name. */
const UNCOUNTED = 1;

interface ColumnSlots {
	/** The slot of the first code; those of the others follow, then that of all values that are no code. */
	readonly first: number;
	readonly byCode: ReadonlyMap<string, number>;
	readonly notACode: number;
}

/**
 * Numbers the values of the columns of codes, so that counting one is adding to a number in a list: the counts of
 * blocks and ranges are such lists, which are added and subtracted slot by slot.
 */
export class ValueSlots {
	/** The length of a list of counts. */
	readonly size: number;
	/** By 0-based column. */
	readonly #columns = new Map<number, ColumnSlots>();

	constructor(private readonly layout: Layout) {
		let next = UNCOUNTED + 1;
		for (const { element, index, duplicateOf } of layout.columns) {
			if (!element?.optionSet || duplicateOf !== undefined) continue;
			const first = next;
			const byCode = new Map(element.optionSet.options.map(({ code }) => [code, next++]));
			this.#columns.set(index, { first, byCode, notACode: next++ });
		}
		this.size = next;
	}

	/** A list of counts, all of them 0. */
	none(): Int32Array {
		return new Int32Array(this.size);
	}

	/** The slot of a value, which is not empty, in a 0-based column. */
	slotOf(column: number, value: string): number {
		const slots = this.#columns.get(column);
		return slots ? (slots.byCode.get(value) ?? slots.notACode) : UNCOUNTED;
	}

	/** What a list of counts says of each column of codes. */
	columnFacts(counts: Int32Array): readonly ColumnFacts[] {
		return [...this.#columns].map(([index, { first, byCode, notACode }]) => {
			const element = this.layout.columns[index]?.element;
			const codes = [...byCode]
				.map(([value, slot]): ValueFacts => ({ value, rows: counts[slot] as number }))
				.filter(({ rows }) => rows > 0);
			const accepted = element?.optionSet?.options.filter((option) => option.accepted) ?? [];
			return {
				column: element?.column ?? '',
				filled: counts.subarray(first, notACode + 1).reduce((sum, rows) => sum + rows, 0),
				codes,
				accepted: codes.filter(({ value }) => accepted.some(({ code }) => code === value)),
			};
		});
	}
}

/** Adds `by` times the counts of one list to those of another of the same slots. */
export function addCounts(sum: Int32Array, counts: Int32Array, by: 1 | -1 = 1): void {
	for (let slot = 0; slot < sum.length; slot++) {
		sum[slot] = (sum[slot] as number) + by * (counts[slot] as number);
	}
}
