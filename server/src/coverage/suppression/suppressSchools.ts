import type { Amount, Category, CoverageReport, SchoolCoverage } from '../reportTypes';
import {
	areSafe,
	type Bounds,
	hiddenBounds,
	isOpen,
	isSmall,
	narrowBounds,
	SMALL_COUNT,
} from './smallCounts';

/** A school's number of students, and whether it is hidden. */
interface School {
	readonly students: number;
	isHidden: boolean;
}

/** How many students of a school have a value in one category. */
interface FilledCell {
	readonly count: number;
	readonly students: number;
	isHidden: boolean;
	/** Whether the school's number of students is hidden. */
	readonly isSizeHidden: boolean;
}

/**
 * Returns the schools for handing on; undefined if the number of students of a small school could be worked out.
 *
 * @param categories as they are published, since what they hide must stay hidden here.
 */
export function suppressSchools(
	{ schools }: CoverageReport,
	categories: readonly Category[],
): readonly SchoolCoverage[] | undefined {
	if (!schools) return undefined;
	const sizes = schools.map((school): School => {
		const students = school.students as number;
		return { students, isHidden: isSmall(students) };
	});
	if (!hideSizes(sizes)) return undefined;
	const present = categories.filter(({ fileName }) => fileName !== undefined);
	const columns = present.map(({ filled }, category) =>
		publishedColumn(
			filled,
			sizes,
			schools.map((school) => school.filled[category] as number),
		),
	);
	return schools.map((school, index) => ({
		id: school.id,
		students: publishedSize(sizes[index] as School),
		filled: columns.map((column) => column[index] as Amount),
	}));
}

function publishedSize({ students, isHidden }: School): Amount {
	if (!isHidden) return students;
	return isSmall(students) ? '<10' : 'hidden';
}

/** Hides the smallest schools until no hidden size can be worked out; false if hiding all is not enough. */
function hideSizes(sizes: readonly School[]): boolean {
	const all = totalStudents(sizes);
	for (;;) {
		const hidden = sizes.filter(({ isHidden }) => isHidden);
		const bounds = hidden.map(({ students }) => hiddenBounds(students, all));
		if (areSafe(bounds, totalStudents(hidden))) return true;
		const next = sizes
			.filter(({ isHidden, students }) => !isHidden && students >= SMALL_COUNT)
			.sort((one, other) => one.students - other.students)[0];
		if (!next) return false;
		next.isHidden = true;
	}
}

/** One category by school. What a hidden school has is hidden, unless no student at all has a value. */
function publishedColumn(
	filled: Amount,
	sizes: readonly School[],
	counts: readonly number[],
): readonly Amount[] {
	if (filled === 0) return counts.map(() => 0);
	const allHidden = counts.map((): Amount => 'hidden');
	if (typeof filled !== 'number') return allHidden;
	const cells = sizes.map(({ students, isHidden: isSizeHidden }, school): FilledCell => {
		const count = counts[school] as number;
		const isHidden = isSizeHidden || isSmall(count) || isSmall(students - count);
		return { count, students, isHidden, isSizeHidden };
	});
	if (filled === totalStudents(sizes)) {
		return cells.map(({ count, isSizeHidden }) => (isSizeHidden ? 'hidden' : count));
	}
	while (!isColumnSafe(cells)) {
		const next = cells
			.filter(
				({ count, students, isHidden }) =>
					!isHidden && count >= SMALL_COUNT && students - count >= SMALL_COUNT,
			)
			.sort((one, other) => one.students - other.students)[0];
		if (!next) return allHidden;
		next.isHidden = true;
	}
	return cells.map(publishedCell);
}

function publishedCell({ count, students, isHidden, isSizeHidden }: FilledCell): Amount {
	if (!isHidden) return count;
	if (isSizeHidden) return 'hidden';
	if (isSmall(count)) return '<10';
	return isSmall(students - count) ? 'all but <10' : 'hidden';
}

/** Whether a reader can work out no hidden count of the column from those that are shown. */
function isColumnSafe(cells: readonly FilledCell[]): boolean {
	const hidden = cells.filter(({ isHidden }) => isHidden);
	const hiddenTotal = hidden.reduce((sum, { count }) => sum + count, 0);
	const bounds = hidden.filter(({ isSizeHidden }) => !isSizeHidden).map(cellBounds);
	// Of schools with a hidden size a reader knows only how many students they have together.
	const inHiddenSchools = totalStudents(cells.filter(({ isSizeHidden }) => isSizeHidden));
	if (inHiddenSchools === 0) return narrowBounds(bounds, hiddenTotal).every(isOpen);
	const narrowed = narrowBounds([...bounds, { least: 0, most: inHiddenSchools }], hiddenTotal);
	const together = narrowed.pop() as Bounds;
	// "None of them" and "all of them" would reveal every single student of these schools.
	const mayBeSome = Math.max(together.least, 1) <= Math.min(together.most, inHiddenSchools - 1);
	return mayBeSome && narrowed.every(isOpen);
}

/** What a reader knows of a hidden count of a school whose size is shown. */
function cellBounds({ count, students }: FilledCell): Bounds {
	if (isSmall(count)) return { least: 1, most: Math.min(SMALL_COUNT, students) - 1 };
	if (isSmall(students - count)) {
		return { least: Math.max(SMALL_COUNT, students - SMALL_COUNT + 1), most: students - 1 };
	}
	return { least: SMALL_COUNT, most: students - SMALL_COUNT };
}

function totalStudents(schools: readonly Pick<School, 'students'>[]): number {
	return schools.reduce((sum, { students }) => sum + students, 0);
}
