/** What a reader works out of ranges by adding and subtracting. */
import type { CountRange, SavedCounts } from '../../server/src/protocol/report';
import { sum } from './madeUpCounts';

/** The ranges of one column that add up to all students. */
export function ranges({ codes, noCode }: SavedCounts): CountRange[] {
	return [...codes.map(({ students }) => students), ...(noCode ? [noCode] : [])];
}

/** The values that each number may have, where all of them add up to one between `total` and `most`. */
export function narrowed(bounds: readonly CountRange[], total: number, most = total): CountRange[] {
	const least = sum(bounds.map(({ from }) => from));
	const all = sum(bounds.map(({ to }) => to));
	return bounds.map(({ from, to }) => ({
		from: Math.max(from, total - (all - to)),
		to: Math.min(to, most - (least - from)),
	}));
}

/** How many values each number may have, where all of them add up to a total. */
export function possible(bounds: readonly CountRange[], total: number): number[] {
	return narrowed(bounds, total).map(({ from, to }) => to - from + 1);
}
