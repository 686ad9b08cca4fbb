import { EMPTY, FIRST_CODE, NOT_A_CODE } from './counting/blockCounts';
import { filled, type StudentCounts } from './counting/counts';

/** What the students have in one column of codes. */
export interface ColumnCoverage {
	readonly students: number;
	/** How many have a value, and their share of all, from 0 to 1. */
	readonly filled: number;
	readonly share: number;
	/** The codes that occur, the most frequent first. */
	readonly codes: readonly { readonly code: string; readonly label: string; readonly students: number }[];
	readonly notCodes: number;
	readonly empty: number;
}

/** What was counted in a column, by its name in the table; undefined for one without codes, or that no file has. */
export function columnCoverage(counts: StudentCounts, column: string): ColumnCoverage | undefined {
	const found = counts.columns.find(({ element }) => element.column === column);
	if (!found) return undefined;
	const { students, element } = found;
	const all = counts.students;
	const withValue = filled(students);
	return {
		students: all,
		filled: withValue,
		share: all === 0 ? 0 : withValue / all,
		codes: element.optionSet.options
			.map(({ code, label }, at) => ({ code, label, students: students[FIRST_CODE + at] ?? 0 }))
			.filter((code) => code.students > 0)
			.sort((one, other) => other.students - one.students),
		notCodes: students[NOT_A_CODE] ?? 0,
		empty: students[EMPTY] ?? 0,
	};
}
