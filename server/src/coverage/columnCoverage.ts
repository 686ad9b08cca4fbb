import { EMPTY, NOT_A_CODE } from './counting/blockCounts';
import { filled, type StudentCounts, studentsWithCode } from './counting/counts';

/** How many students have which value in one column of codes. */
export interface ColumnCoverage {
	/** Students in all. */
	readonly students: number;
	/** How many have a value. */
	readonly filled: number;
	/** The codes that occur, the most frequent first. */
	readonly codes: readonly { readonly code: string; readonly label: string; readonly students: number }[];
	/** Students whose value is not a code. */
	readonly notCodes: number;
	/** Students without a value. */
	readonly empty: number;
}

/** Returns the counts of a column by its exact name; undefined for a column without codes, or one that no file has. */
export function columnCoverage(counts: StudentCounts, column: string): ColumnCoverage | undefined {
	const columnCounts = counts.columns.find(({ element }) => element.column === column);
	if (!columnCounts) return undefined;
	const { students, element } = columnCounts;
	return {
		students: counts.students,
		filled: filled(students),
		codes: element.optionSet.options
			.map(({ code, label }, option) => ({ code, label, students: studentsWithCode(students, option) }))
			.filter((code) => code.students > 0)
			.sort((one, other) => other.students - one.students),
		notCodes: students[NOT_A_CODE] ?? 0,
		empty: students[EMPTY] ?? 0,
	};
}
