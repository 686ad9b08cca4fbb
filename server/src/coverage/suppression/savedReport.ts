import { categories } from '../../spec';
import type { StudentCounts } from '../counting/counts';
import type { Readiness } from '../readinessTypes';
import type { SavedCategory, SavedReport } from '../savedReportTypes';
import { publishedColumns, savedCounts } from './savedCategories';
import { savedReadiness } from './savedReadiness';
import { type SchoolTexts, savedSchools } from './savedSchools';

/**
 * Makes the report for handing on from the exact counts.
 *
 * @param files the exact names of the files that were counted.
 * @param fewest the setting `smallCounts`.
 * @param texts the names of the schools, and which of their names and IDs may be about a student.
 */
export function savedReportOf(
	counts: StudentCounts,
	files: readonly string[],
	readiness: Readiness,
	fewest: number,
	texts: SchoolTexts = {},
): SavedReport {
	const { students } = counts;
	const hasCounts = students >= fewest;
	const found = new Map(counts.columns.map((column) => [column.element.column, column]));
	const present = categories.flatMap(({ column }) => found.get(column) ?? []);
	const published = hasCounts ? publishedColumns(present, students, fewest) : [];
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
		schools: hasCounts ? savedSchools(counts, published, fewest, texts) : 'none',
		readiness: hasCounts ? savedReadiness(readiness) : undefined,
	};
}
