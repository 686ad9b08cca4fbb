import type { Amount, Category, CoverageReport } from '../reportTypes';
import { areSafe, type Bounds, hiddenBounds, isSmall, SMALL_COUNT } from './smallCounts';
import { withoutCounts } from './suppressReadiness';
import { suppressSchools } from './suppressSchools';

/**
 * Returns the report for handing on. A count of 1 to 9 is hidden, and with it as many others as it takes so that nobody
 * can work it out from what is shown: the total, the counts next to it, the filled shares and the schools. What hides a
 * small count is at least ten itself. Where that is not enough, the whole column or all schools are hidden.
 */
export function suppressed(report: CoverageReport): CoverageReport {
	const students = report.students as number;
	const categories = report.categories.map((category) =>
		isSmall(students) ? withheldCategory(category) : publishedCategory(category, students),
	);
	return {
		...report,
		isSuppressed: true,
		students: isSmall(students) ? '<10' : students,
		unread: undefined,
		categories,
		schools: isSmall(students) ? undefined : suppressSchools(report, categories),
		// Alarms name single schools and quote numbers that may be hidden.
		alarms: undefined,
		problems: report.problems
			.filter(({ rows = 0 }) => rows >= SMALL_COUNT)
			.map((problem) => ({ ...problem, rows: undefined })),
		readiness: report.readiness && withoutCounts(report.readiness),
	};
}

/** A count of one code, or of values that are no code. */
interface CodeCell {
	readonly count: number;
	isHidden: boolean;
}

/** The students without a value as one more hidden number. */
interface HiddenEmpty extends Bounds {
	readonly count: number;
}

/** The category with as few hidden counts as it takes; with none at all where hiding counts is not enough. */
function publishedCategory(category: Category, students: number): Category {
	if (category.fileName === undefined) return { ...category, errors: undefined };
	const filled = category.filled as number;
	const empty = category.empty as number;
	const cells = [...category.codes.map((code) => code.students), category.notCodes].map(
		(amount): CodeCell => {
			const count = amount as number;
			return { count, isHidden: isSmall(count) };
		},
	);
	// The report keeps showing how many students have a value wherever it can.
	const attempts = isSmall(filled) || isSmall(empty) ? [true] : empty === 0 ? [false] : [false, true];
	for (const hidesFilled of attempts) {
		if (hideCodes(cells, filled, hidesFilled ? hiddenEmpty(filled, students) : undefined)) {
			return withHiddenCounts(category, cells, hidesFilled);
		}
	}
	return withheldCategory(category);
}

/** What a reader knows of the students without a value where both they and those with one are hidden. */
function hiddenEmpty(filled: number, students: number): HiddenEmpty {
	const count = students - filled;
	const emptyBounds = hiddenBounds(count, students);
	const filledBounds = hiddenBounds(filled, students);
	return {
		count,
		least: Math.max(emptyBounds.least, students - filledBounds.most),
		most: Math.min(emptyBounds.most, students - filledBounds.least),
	};
}

/**
 * Hides the smallest counts that are not small themselves until no hidden one can be worked out. Returns false where
 * hiding all of them is not enough.
 *
 * @param empty the students without a value, where their number is hidden too.
 */
function hideCodes(cells: readonly CodeCell[], filled: number, empty?: HiddenEmpty): boolean {
	const most = filled + (empty?.count ?? 0);
	for (;;) {
		const hidden = cells.filter(({ isHidden }) => isHidden);
		const bounds = hidden.map(({ count }) => hiddenBounds(count, most));
		const sum = hidden.reduce((all, { count }) => all + count, 0);
		if (areSafe(empty ? [...bounds, empty] : bounds, sum + (empty?.count ?? 0))) return true;
		const next = smallest(cells.filter(({ count, isHidden }) => !isHidden && count >= SMALL_COUNT));
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

function withHiddenCounts(category: Category, cells: readonly CodeCell[], hidesFilled: boolean): Category {
	const codeAmount = ({ count, isHidden }: CodeCell): Amount => (isHidden ? hiddenAmount(count) : count);
	const filledAmount = (count: number): Amount => (hidesFilled ? hiddenAmount(count) : count);
	return {
		...category,
		codes: category.codes.map((code, option) => ({
			...code,
			students: codeAmount(cells[option] as CodeCell),
		})),
		notCodes: codeAmount(cells.at(-1) as CodeCell),
		empty: filledAmount(category.empty as number),
		filled: filledAmount(category.filled as number),
		errors: undefined,
	};
}

function hiddenAmount(count: number): Amount {
	return isSmall(count) ? '<10' : 'hidden';
}

/** The category with no count at all. */
function withheldCategory(category: Category): Category {
	return {
		...category,
		codes: category.codes.map((code) => ({ ...code, students: 'hidden' })),
		notCodes: 'hidden',
		empty: 'hidden',
		filled: 'hidden',
		errors: undefined,
	};
}
