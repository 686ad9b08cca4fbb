import type { Amount, Category, CoverageReport, SchoolCoverage } from '../reportTypes';
import { areSafe, hiddenBounds, narrowed, type Unknown } from './inference';
import { FEW, isFew } from './smallCounts';

interface School {
	readonly students: number;
	isHidden: boolean;
}

/** The schools for handing on; undefined where the number of students of a small one could be worked out. */
export function suppressSchools(
	{ schools }: CoverageReport,
	categories: readonly Category[],
): readonly SchoolCoverage[] | undefined {
	if (!schools) return undefined;
	const sizes = schools.map((school): School => {
		const students = school.students as number;
		return { students, isHidden: isFew(students) };
	});
	if (!hideSizes(sizes)) return undefined;
	const present = categories.filter(({ fileName }) => fileName !== undefined);
	const columns = present.map(({ filled }, at) =>
		columnOf(
			filled,
			sizes,
			schools.map((school) => school.filled[at] as number),
		),
	);
	return schools.map((school, at) => ({
		id: school.id,
		students: sizeShown(sizes[at] as School),
		filled: columns.map((column) => column[at] as Amount),
	}));
}

function sizeShown({ students, isHidden }: School): Amount {
	if (!isHidden) return students;
	return isFew(students) ? '<10' : 'hidden';
}

function hideSizes(schools: readonly School[]): boolean {
	const all = schools.reduce((sum, { students }) => sum + students, 0);
	for (;;) {
		const hidden = schools.filter(({ isHidden }) => isHidden);
		const unknowns = hidden.map(({ students }) => hiddenBounds(students, all));
		if (areSafe(unknowns, totalOf(hidden))) return true;
		const next = schools
			.filter(({ isHidden, students }) => !isHidden && students >= FEW)
			.sort((one, other) => one.students - other.students)[0];
		if (!next) return false;
		next.isHidden = true;
	}
}

/** A column of the heat map. What a hidden school has is hidden, unless nobody at all has a value. */
function columnOf(filled: Amount, schools: readonly School[], counts: readonly number[]): Amount[] {
	if (filled === 0) return counts.map(() => 0);
	const none = counts.map((): Amount => 'hidden');
	if (typeof filled !== 'number') return none;
	const cells = schools.map(({ students, isHidden }, at): Cell => {
		const count = counts[at] as number;
		return { count, students, isHidden: isHidden || isFew(count) || isFew(students - count) };
	});
	if (filled === totalOf(schools))
		return cells.map(({ count }, at) => (schools[at]?.isHidden ? 'hidden' : count));
	while (!isSafe(schools, cells)) {
		const next = cells
			.filter(({ count, students, isHidden }) => !isHidden && count >= FEW && students - count >= FEW)
			.sort((one, other) => one.students - other.students)[0];
		if (!next) return none;
		next.isHidden = true;
	}
	return cells.map(({ count, students, isHidden }, at) => {
		if (!isHidden) return count;
		if (schools[at]?.isHidden) return 'hidden';
		return isFew(count) ? '<10' : isFew(students - count) ? 'all but <10' : 'hidden';
	});
}

interface Cell extends School {
	readonly count: number;
}

/** Whether no hidden count of the column can be worked out from those that are shown. */
function isSafe(schools: readonly School[], cells: readonly Cell[]): boolean {
	const hidden = cells.filter(({ isHidden }) => isHidden);
	const inShown = cells.filter((cell, at) => cell.isHidden && !schools[at]?.isHidden);
	const inHidden = cells.filter((_, at) => schools[at]?.isHidden);
	const unknowns = inShown.map(({ count, students }): Unknown => {
		if (isFew(count)) return { least: 1, most: Math.min(FEW, students) - 1 };
		if (isFew(students - count)) return { least: Math.max(FEW, students - FEW + 1), most: students - 1 };
		return { least: FEW, most: students - FEW };
	});
	// Of the schools that are hidden themselves only the students of all together are known.
	const most = totalOf(inHidden);
	const total = hidden.reduce((sum, { count }) => sum + count, 0);
	const bounds = narrowed(most > 0 ? [...unknowns, { least: 0, most }] : unknowns, total);
	if (most > 0) {
		const together = bounds.pop() as Unknown;
		// None or all of them would tell it of each.
		if (Math.max(together.least, 1) > Math.min(together.most, most - 1)) return false;
	}
	return bounds.every(({ least, most: top }) => least < top);
}

function totalOf(schools: readonly Pick<School, 'students'>[]): number {
	return schools.reduce((sum, { students }) => sum + students, 0);
}
