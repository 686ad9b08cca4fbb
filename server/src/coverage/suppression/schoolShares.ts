import type { CountRange, ShareRange } from '../savedReportTypes';

/** The ends of the best band, as percent of a school's students without a code: 5, 10, 15 and so on. */
const FIRST_STEP = 5;
const MAX_FIRST = 90;
/** The boundaries between the others. */
const LATER_BOUNDARIES = [25, 50, 75, 95];
/** What is between two boundaries at least. */
const MIN_DISTANCE = 10;

/**
 * The bands in which a column shows the students without a code at each school: for each school the lowest numbers of
 * the bands after the first, which begins at 0. Undefined where the column must not be shown by school.
 *
 * Why nothing can be worked out: the bounds are multiples of the width, so the lower ends of all schools add up to no
 * more than that of the district's range. The first bands alone add up to its upper end at least: the best band begins
 * a little below the district's share. So whatever the bands are, each number in the district's range stays possible,
 * with each size of each school; and each band is at least as wide as the district's range, so each school keeps as many
 * values as the district. The bounds depend on published numbers only.
 *
 * @param sizes the published sizes of the schools that are listed.
 * @param noCode the published range of the district's students without a code.
 */
export function bandsOf(
	sizes: readonly CountRange[],
	{ from, to }: CountRange,
): readonly (readonly number[])[] | undefined {
	const width = to - from + 1;
	for (let first = FIRST_STEP; first <= MAX_FIRST; first += FIRST_STEP) {
		const percents = [first, ...LATER_BOUNDARIES.filter((percent) => percent >= first + MIN_DISTANCE)];
		const bands = sizes.map((size) => boundaries(size.from, width, percents));
		const tops = bands.map(([next], school) => (next ?? (sizes[school] as CountRange).from + 1) - 1);
		if (tops.reduce((sum, top) => sum + top, 0) >= to) return bands;
	}
	return undefined;
}

/** Multiples of the width, each close to its percentage of the students; none in a school with few. */
function boundaries(students: number, width: number, percents: readonly number[]): number[] {
	const all = percents.map((percent) => {
		const most = Math.floor((percent * students) / 100) + 1;
		return Math.max(width, most - (most % width));
	});
	return [...new Set(all)].filter((boundary) => boundary <= students - width);
}

/** The share of a school's students with a code that its band leaves, true for every number in its published size. */
export function shareOf(noCode: number, size: CountRange, bands: readonly number[]): ShareRange {
	const from = bands.findLast((boundary) => boundary <= noCode) ?? 0;
	const next = bands.find((boundary) => boundary > noCode);
	return {
		from: next === undefined ? 0 : Math.floor((100 * (size.from - next + 1)) / size.from),
		to: Math.ceil((100 * (size.to - from)) / size.to),
	};
}
