import type { Amount, Category, CoverageReport } from '../reportTypes';
import { areSafe, hiddenBounds, type Unknown } from './inference';
import { FEW, isFew } from './smallCounts';
import { suppressSchools } from './suppressSchools';

/**
 * The report for handing on. A count of 1 to 9 is hidden, and with it as many others as it takes so that nobody can
 * work it out from what is shown: the total, the counts beside it, the filled shares and the schools. What hides a
 * small count is at least ten itself. Where that is not enough, the whole column or all schools are hidden.
 */
export function suppressed(report: CoverageReport): CoverageReport {
	const students = report.students as number;
	const categories = report.categories.map((category) =>
		isFew(students) ? withheld(category) : suppressCategory(category, students),
	);
	return {
		...report,
		isSuppressed: true,
		students: isFew(students) ? '<10' : students,
		unread: undefined,
		categories,
		schools: isFew(students) ? undefined : suppressSchools(report, categories),
		// They speak of single schools, and of numbers that may be hidden.
		alarms: undefined,
		problems: report.problems
			.filter(({ rows = 0 }) => rows >= FEW)
			.map((problem) => ({ ...problem, rows: undefined })),
	};
}

interface Cell {
	readonly count: number;
	isHidden: boolean;
}

function suppressCategory(category: Category, students: number): Category {
	if (category.fileName === undefined) return { ...category, errors: undefined };
	const filled = category.filled as number;
	const empty = category.empty as number;
	const cells = [...category.codes.map((code) => code.students), category.notCodes].map((amount): Cell => {
		const count = amount as number;
		return { count, isHidden: isFew(count) };
	});
	// How many have a value stays to be seen where it can.
	const ways = isFew(filled) || isFew(empty) ? [true] : empty === 0 ? [false] : [false, true];
	for (const isSplitHidden of ways) {
		if (hideMore(cells, filled, isSplitHidden ? splitOf(filled, students) : undefined)) {
			return publishedCategory(category, cells, isSplitHidden);
		}
	}
	return withheld(category);
}

/** What is known of the students without a value, where neither they nor the others are shown. */
function splitOf(filled: number, students: number): Unknown & { readonly count: number } {
	const count = students - filled;
	const own = hiddenBounds(count, students);
	const others = hiddenBounds(filled, students);
	return {
		count,
		least: Math.max(own.least, students - others.most),
		most: Math.min(own.most, students - others.least),
	};
}

/**
 * Hides the smallest counts, from ten on, till no hidden one can be worked out; false where all of them are not
 * enough. `empty` is one more number that is not shown, where it is not.
 */
function hideMore(
	cells: readonly Cell[],
	filled: number,
	empty?: Unknown & { readonly count: number },
): boolean {
	const most = filled + (empty?.count ?? 0);
	for (;;) {
		const hidden = cells.filter(({ isHidden }) => isHidden);
		const unknowns = hidden.map(({ count }) => hiddenBounds(count, most));
		const sum = hidden.reduce((all, { count }) => all + count, 0);
		if (areSafe(empty ? [...unknowns, empty] : unknowns, sum + (empty?.count ?? 0))) return true;
		const next = smallest(cells.filter(({ count, isHidden }) => !isHidden && count >= FEW));
		if (!next) return false;
		next.isHidden = true;
	}
}

function smallest<T extends { readonly count: number }>(cells: readonly T[]): T | undefined {
	return cells.reduce<T | undefined>(
		(least, cell) => (least === undefined || cell.count < least.count ? cell : least),
		undefined,
	);
}

function publishedCategory(category: Category, cells: readonly Cell[], isSplitHidden: boolean): Category {
	const amount = ({ count, isHidden }: Cell): Amount => (isHidden ? hiddenAs(count) : count);
	const split = (count: number): Amount => (isSplitHidden ? hiddenAs(count) : count);
	return {
		...category,
		codes: category.codes.map((code, at) => ({ ...code, students: amount(cells[at] as Cell) })),
		notCodes: amount(cells.at(-1) as Cell),
		empty: split(category.empty as number),
		filled: split(category.filled as number),
		errors: undefined,
	};
}

function hiddenAs(count: number): Amount {
	return isFew(count) ? '<10' : 'hidden';
}

/** The column with no count at all. */
function withheld(category: Category): Category {
	return {
		...category,
		codes: category.codes.map((code) => ({ ...code, students: 'hidden' })),
		notCodes: 'hidden',
		empty: 'hidden',
		filled: 'hidden',
		errors: undefined,
	};
}
