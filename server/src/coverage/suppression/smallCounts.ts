/** Counts that a shared report must not show, and what a reader can work out about hidden ones. */

/** Counts from 1 to below this are hidden. */
export const SMALL_COUNT = 10;

/** Whether a count is so small that it could identify a student. Zero is not. */
export function isSmall(count: number): boolean {
	return count > 0 && count < SMALL_COUNT;
}

/** What a reader knows of a hidden number: it lies between these two, both included. */
export interface Bounds {
	readonly least: number;
	readonly most: number;
}

/**
 * The bounds that a reader starts from for a hidden count: either it is small, or it is larger and hidden only to
 * protect a small one.
 *
 * @param most the total that the count is part of.
 */
export function hiddenBounds(count: number, most: number): Bounds {
	return isSmall(count) ? { least: 1, most: SMALL_COUNT - 1 } : { least: SMALL_COUNT, most };
}

/**
 * The bounds that a reader can work out, given that the hidden numbers add up to `total`. All of them are whole, so
 * each value between its bounds is possible, and a number is known where its bounds meet.
 */
export function narrowBounds(hidden: readonly Bounds[], total: number): Bounds[] {
	const least = hidden.reduce((sum, bounds) => sum + bounds.least, 0);
	const most = hidden.reduce((sum, bounds) => sum + bounds.most, 0);
	return hidden.map((bounds) => ({
		least: Math.max(bounds.least, total - (most - bounds.most)),
		most: Math.min(bounds.most, total - (least - bounds.least)),
	}));
}

/** Whether a reader can work out none of the hidden numbers, given that they add up to `total`. */
export function areSafe(hidden: readonly Bounds[], total: number): boolean {
	return narrowBounds(hidden, total).every(isOpen);
}

/** Whether more than one number lies between the bounds. */
export function isOpen({ least, most }: Bounds): boolean {
	return least < most;
}
