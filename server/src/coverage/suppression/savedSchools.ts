import type { StudentCounts } from '../counting/counts';
import type { CountRange, SavedReport, SavedSchool } from '../savedReportTypes';
import { NO_NAMES, type SchoolNames } from '../schoolNames';
import { capped, rangeAround, rangeWidth } from './ranges';
import { type PublishedColumn, studentsWithoutCode } from './savedCategories';
import { areSchoolIds, namedSchools } from './schoolIds';
import { publicNames } from './schoolNames';
import { bandsOf, shareOf } from './schoolShares';

/** What is known of the texts that may be published of schools. */
export interface SchoolTexts {
	/** Of which those are published that are sure to be names of schools. */
	readonly names?: SchoolNames;
	/** IDs and names that may be about a student, and are not published. */
	readonly ofStudents?: ReadonlySet<string>;
}

/** A school that is large enough to be named, with its place in the counts. */
interface ListedSchool {
	readonly id: string;
	readonly index: number;
	readonly size: CountRange;
}

/**
 * The schools as they are published. One in the lowest range is not named: its ID may be a name in a shifted row. Nor is
 * one whose ID does not look like one, or is a name or an ID of a student. All are counted all the same, so that what
 * follows holds for all of them.
 *
 * A school has at least one student, or nobody would know of it. So what is divided into ranges is the number of its
 * other students; together with the students without a school these add up to all students but one for each school.
 */
export function savedSchools(
	{ schools, students }: StudentCounts,
	columns: readonly PublishedColumn[],
	fewest: number,
	{ names = NO_NAMES, ofStudents = new Set() }: SchoolTexts = {},
): SavedReport['schools'] {
	if (!schools) return 'none';
	const present = schools
		.map((school, index) => ({ ...school, index }))
		.filter((school) => school.students > 0);
	const named = present.filter(({ id }) => id !== '');
	const noSchool = present.find(({ id }) => id === '')?.students ?? 0;
	const ids = named.map(({ id }) => id);
	if (!areSchoolIds(ids, students)) return 'not-ids';
	const mayBeNamed = namedSchools(ids);
	const width = rangeWidth(students - named.length, named.length + 1, fewest);
	const sizeOf = (count: number): CountRange => {
		const { from, to } = rangeAround(count - 1, width);
		return capped({ from: from + 1, to: to + 1 }, students);
	};
	const large = named
		.map(({ id = '', index, students: count }): ListedSchool => ({ id, index, size: sizeOf(count) }))
		.filter(({ size }) => size.from > 1);
	const listed = large.filter(({ id, size }) => mayBeNamed(id, size.to) && !ofStudents.has(id));
	const least = listed.reduce((sum, { size }) => sum + size.from, 0);
	if (2 * least < students) return 'not-ids';
	return {
		listed: withShares(listed, columns, publicNames(names), ofStudents),
		others: named.length - large.length,
		notNamed: large.length - listed.length,
		few: sizeOf(1),
		noSchool: capped(rangeAround(noSchool, width), students),
	};
}

function withShares(
	schools: readonly ListedSchool[],
	columns: readonly PublishedColumn[],
	names: ReadonlyMap<string, string>,
	ofStudents: ReadonlySet<string>,
): SavedSchool[] {
	const sizes = schools.map(({ size }) => size);
	// Of a column that few students need, a share of the whole school would look like one of them.
	const bandsOfColumns = columns.map(({ counts, noCode }) =>
		counts.element.neededWhere ? undefined : bandsOf(sizes, noCode),
	);
	const nameOf = (id: string): string | undefined => {
		const name = names.get(id);
		return name !== undefined && ofStudents.has(name) ? undefined : name;
	};
	return schools.map(({ id, index, size }, school) => ({
		id,
		name: nameOf(id),
		students: size,
		withCode: columns.map(({ counts }, column) => {
			const bands = bandsOfColumns[column]?.[school] ?? [];
			const noCode = studentsWithoutCode(counts, counts.bySchool[index] as number[]);
			return bands.length > 0 ? shareOf(noCode, size, bands) : undefined;
		}),
	}));
}
