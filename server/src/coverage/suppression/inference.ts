import { FEW, isFew } from './smallCounts';

/** A number that is not shown, and between what a reader knows it to be. */
export interface Unknown {
	readonly least: number;
	readonly most: number;
}

/** What a reader knows of a count that is hidden: small, or at least ten and hidden for the sake of another. */
export function hiddenBounds(count: number, most: number): Unknown {
	return isFew(count) ? { least: 1, most: FEW - 1 } : { least: FEW, most };
}

/**
 * What a reader can work out of each of several numbers, given that together they are `total`. All of them are whole,
 * so that each value between the bounds is possible, and a number is known where the bounds meet.
 */
export function narrowed(unknowns: readonly Unknown[], total: number): Unknown[] {
	const least = unknowns.reduce((sum, unknown) => sum + unknown.least, 0);
	const most = unknowns.reduce((sum, unknown) => sum + unknown.most, 0);
	return unknowns.map((unknown) => ({
		least: Math.max(unknown.least, total - (most - unknown.most)),
		most: Math.min(unknown.most, total - (least - unknown.least)),
	}));
}

/** Whether none of the numbers can be worked out. */
export function areSafe(unknowns: readonly Unknown[], total: number): boolean {
	return narrowed(unknowns, total).every(({ least, most }) => least < most);
}
