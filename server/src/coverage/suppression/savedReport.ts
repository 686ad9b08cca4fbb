import { categories } from '../../spec';
import type { StudentCounts } from '../counting/counts';
import type { Readiness } from '../readinessTypes';
import type { SavedCategory, SavedReport } from '../savedReportTypes';
import { NO_NAMES, type SchoolNames } from '../schoolNames';
import { publishedColumn, savedCounts } from './savedCategories';
import { savedReadiness } from './savedReadiness';
import { savedSchools } from './savedSchools';

/**
 * Makes the report for handing on from the exact counts.
 *
 * @param files the exact names of the files that were counted.
 * @param fewest the setting `smallCounts`.
 * @param names of the schools, of which the report shows those that are sure to be names of schools.
 */
export function savedReportOf(
	counts: StudentCounts,
	files: readonly string[],
	readiness: Readiness,
	fewest: number,
	names: SchoolNames = NO_NAMES,
): SavedReport {
	const { students } = counts;
	const hasCounts = students >= fewest;
	const found = new Map(counts.columns.map((column) => [column.element.column, column]));
	const present = categories.flatMap(({ column }) => found.get(column) ?? []);
	const published = hasCounts ? present.map((column) => publishedColumn(column, students, fewest)) : [];
	return {
		files,
		students: hasCounts ? students : undefined,
		fewest,
		categories: categories.map(({ column, title, heading = title, neededWhere }): SavedCategory => {
			const counted = published.find(({ counts: { element } }) => element.column === column);
			const fileName = found.get(column)?.fileName;
			return {
				column,
				title: heading,
				fileName,
				...(neededWhere && { neededBy: neededWhere.who }),
				counts: counted && savedCounts(counted, students),
			};
		}),
		schools: hasCounts ? savedSchools(counts, published, fewest, names) : 'none',
		readiness: hasCounts ? savedReadiness(readiness) : undefined,
	};
}
