import type { CountRange } from '../savedReportTypes';

/**
 * Counts as ranges: what a saved report shows, so that no count in it can be worked out, even by a reader who knows
 * these rules and has this code. Nothing here depends on a count, but for the range that it lies in.
 */

/** By how much the bounds of all ranges together miss the total at least, so that each count keeps four values. */
const SLACK = 3;
/** The same where counts are divided into parts, so that each keeps three values. */
const SLACK_OF_PARTS = 2;

/**
 * The width of the ranges for counts that add up to `total`: `least`, or the next number that is safe. Each count x,
 * zero or more, is then shown as `rangeAround(x, width)`.
 *
 * Why nothing can be worked out: the lower ends are multiples of the width, so the total is more than their sum by
 * R = total (mod width), and the upper ends are more than the total by D = -cells - total (mod width). Both are at least
 * 3, because neither remainder is less. What the other counts leave for one of them is every number from
 * max(from, to - D) to min(to, from + R), which are at least four: R + D, the width of all ranges together less one
 * each, is at least twice that of this one. The same holds for a reader who knows that one of the counts is zero, since
 * it is asked for one cell less too.
 *
 * One of the counts may itself be divided, into parts that are shown as ranges of the same width. Readers may take it
 * for the sum of its parts, or for more. The lower ends of the parts add up to a multiple of the width that is no more
 * than the count, so they leave it every number of its range. The upper ends leave it the numbers up to E above its
 * lower end, where E is -parts (mod width), or all. What the other counts leave are the numbers up to R above its lower
 * end, or those from L = width - 1 - D above it on, or all. So three are in both where E is at least 2 and not L or
 * L + 1; it is less than L where the two never meet. Each part, and each other count, keeps as many.
 *
 * @param total what the counts add up to, at least 3; readers know it.
 * @param cells how many counts there are, two or more; readers know it.
 * @param least at least 5.
 * @param parts how many parts one of the counts is divided into, for each way to divide it.
 */
export function rangeWidth(
	total: number,
	cells: number,
	least: number,
	parts: readonly number[] = [],
): number {
	let width = least;
	while (!isSafe(total, cells, width, parts) || !isSafe(total, cells - 1, width, parts)) width++;
	return width;
}

function isSafe(total: number, cells: number, width: number, parts: readonly number[]): boolean {
	const fromTop = (total + cells - 1) % width;
	return (
		total % width >= SLACK &&
		width - 1 - fromTop >= SLACK &&
		parts.every((count) => {
			const above = width - 1 - ((count - 1) % width);
			return above >= SLACK_OF_PARTS && (above < fromTop || above - fromTop >= SLACK_OF_PARTS);
		})
	);
}

/** The range of a count, of those that follow each other from zero. */
export function rangeAround(count: number, width: number): CountRange {
	const from = count - (count % width);
	return { from, to: from + width - 1 };
}

/** The range as it is shown: no count is more than the total, which readers know. */
export function capped({ from, to }: CountRange, total: number): CountRange {
	return { from, to: Math.min(to, total) };
}
