import type { Option } from '../../spec';
import { type ColumnCounts, studentsWithCode, total, valueCounts } from '../counting/counts';
import type { CountRange, SavedCode, SavedCounts } from '../savedReportTypes';
import { capped, rangeAround, rangeWidth } from './ranges';

/** The longest list of codes that is shown whole, whatever their counts. */
const MAX_WHOLE_LIST = 15;

/** A column with its counts, and what is published of its students without a code. */
export interface PublishedColumn {
	readonly counts: ColumnCounts;
	/** As wide as every range of the column, also where it ends above the number of students. */
	readonly noCode: CountRange;
}

/**
 * Chooses the ranges of the columns. The codes of a column, and the students without one, are what adds up to all
 * students. Values that are no code of the standard count with the empty ones: there are none where a folder is ready,
 * so their own count could be known.
 *
 * Where only students with a code of another column need a value, they may all have one: their number is then divided by
 * the codes of the column. So both columns have ranges of one width; and all columns with as many codes as the other one
 * have that width too, since the same students may have a code in several of them.
 */
export function publishedColumns(
	columns: readonly ColumnCounts[],
	students: number,
	fewest: number,
): PublishedColumn[] {
	const given = new Map(columns.map((column) => [column.element.column, column]));
	const cellsOf = (column: ColumnCounts): number => standardCodes(column).length + 1;
	const dependents = columns.flatMap((column) => {
		const other = given.get(column.element.neededWhere?.column ?? '');
		return other ? [{ column, cells: cellsOf(other) }] : [];
	});
	return columns.map((counts) => {
		const cells = dependents.find(({ column }) => column === counts)?.cells ?? cellsOf(counts);
		const parts = dependents
			.filter((dependent) => dependent.cells === cells)
			.map(({ column }) => standardCodes(column).length);
		const width = rangeWidth(students, cells, fewest, parts);
		return { counts, noCode: rangeAround(studentsWithoutCode(counts, counts.students), width) };
	});
}

/** The codes without the accepted values, which come after them. These count as no code, for Amplify ignores them. */
function standardCodes({ element }: ColumnCounts): readonly Option[] {
	return element.optionSet.options.filter(({ accepted }) => !accepted);
}

/** Counts the students without a code, of all students or of those of one school. */
export function studentsWithoutCode({ element }: ColumnCounts, students: readonly number[]): number {
	return total(students) - valueCounts(element, students).valid;
}

/**
 * The counts of a column as ranges. How many students have a code is not told where few need one: it is the number of
 * those students, and its range ends elsewhere than theirs.
 */
export function savedCounts({ counts, noCode }: PublishedColumn, students: number): SavedCounts {
	const width = noCode.to - noCode.from + 1;
	const codes = standardCodes(counts).map(
		({ code, label }, option): SavedCode => ({
			code,
			label,
			students: capped(rangeAround(studentsWithCode(counts.students, option), width), students),
		}),
	);
	const listed = codes.length > MAX_WHOLE_LIST ? codes.filter((code) => code.students.from > 0) : codes;
	return {
		codes: listed,
		otherCodes: codes.length - listed.length,
		few: capped(rangeAround(0, width), students),
		...(!counts.element.neededWhere && {
			withCode: { from: Math.max(0, students - noCode.to), to: students - noCode.from },
			noCode: capped(noCode, students),
		}),
	};
}
