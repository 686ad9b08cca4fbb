/** Counts of made-up districts, without files. */
import type { ColumnCounts, StudentCounts } from '../../server/src/coverage/counting/counts';
import { publishedColumns } from '../../server/src/coverage/suppression/savedCategories';
import { savedReportOf } from '../../server/src/coverage/suppression/savedReport';
import { savedSchools } from '../../server/src/coverage/suppression/savedSchools';
import type { CountRange, SavedReport } from '../../server/src/protocol/report';
import { categories, type Element, type OptionSet } from '../../server/src/spec';

/** One column at one school: the students of each code, and last those without a code. */
export type Cells = readonly number[];

/** A school: its ID, and the cells of each column, which all add up to its students. */
export interface MadeUpSchool {
	readonly id: string;
	readonly columns: readonly Cells[];
}

/** Adds up. */
export function sum(numbers: readonly number[]): number {
	return numbers.reduce((all, each) => all + each, 0);
}

/** Adds up lists of the same length, place by place. */
export function sums(lists: readonly Cells[]): number[] {
	return (lists[0] ?? []).map((_, at) => sum(lists.map((list) => list[at] as number)));
}

/** The slots of a column: empty, not a code, and the codes. Half of the students without a code have a wrong value. */
function slots(cells: Cells): number[] {
	const noCode = cells.at(-1) as number;
	const wrong = Math.floor(noCode / 2);
	return [noCode - wrong, wrong, ...cells.slice(0, -1)];
}

/** The counts of a district whose columns are the first categories, with as many codes as there are cells but one. */
function countsOf(schools: readonly MadeUpSchool[]): StudentCounts {
	const first = schools[0] as MadeUpSchool;
	const columns = first.columns.map((cells, at): ColumnCounts => {
		const category = categories[at] as Element & { readonly optionSet: OptionSet };
		const options = cells.slice(1).map((_, code) => ({ code: `C${code}`, label: `C${code}` }));
		return {
			element: { ...category, optionSet: { ...category.optionSet, options } },
			column: at,
			fileName: 'students.csv',
			students: slots(sums(schools.map(({ columns: all }) => all[at] as Cells))),
			bySchool: schools.map(({ columns: all }) => slots(all[at] as Cells)),
		};
	});
	const sizes = schools.map(({ id, columns: all }) => ({ id, students: sum(all[0] as Cells) }));
	const students = sum(sizes.map((school) => school.students));
	return { students, unread: 0, schools: sizes, columns, groups: [], idWidths: [] };
}

/** schools.csv of a district with the schools 1 and 2: the second name may be that of a person, and is not published. */
const NAMES = {
	byId: new Map([
		['1', 'Lincoln Elementary'],
		['2', 'Zebulon Quillfeather'],
	]),
	isSound: true,
};

/** What is published of a district. */
export function publishedOf(schools: readonly MadeUpSchool[], fewest = 10): SavedReport {
	const readiness = { state: 'ready', summary: '', reasons: [] } as const;
	return savedReportOf(countsOf(schools), ['students.csv'], readiness, fewest, { names: NAMES });
}

/** The same for the schools alone, and the range of the students without a code: five times as fast. */
export function publishedSchoolsOf(
	schools: readonly MadeUpSchool[],
	fewest: number,
): { readonly schools: SavedReport['schools']; readonly noCode: CountRange | undefined } {
	const counts = countsOf(schools);
	const columns = publishedColumns(counts.columns, counts.students, fewest);
	return { schools: savedSchools(counts, columns, fewest), noCode: columns[0]?.noCode };
}
