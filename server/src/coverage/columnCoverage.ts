import { neededCounts, type StudentCounts, studentsWithCode, total, valueCounts } from './counting/counts';

/** How many students have which value in one column of codes. */
export interface ColumnCoverage {
	/** The students who are counted: all, or those who need a value. */
	readonly of: number;
	/** Who they are, for people: "students with IDEA". Undefined for all students. */
	readonly ofWhom: string | undefined;
	/** How many have a code of the standard. */
	readonly valid: number;
	/** The codes and the accepted values that occur, the most frequent first. */
	readonly codes: readonly { readonly code: string; readonly label: string; readonly students: number }[];
	/** Students whose value is neither. */
	readonly wrong: number;
	/** Students without a value. */
	readonly empty: number;
}

/** Returns the counts of a column by its exact name; undefined for a column without codes, or one that no file has. */
export function columnCoverage(counts: StudentCounts, column: string): ColumnCoverage | undefined {
	const columnCounts = counts.columns.find(({ element }) => element.column === column);
	if (!columnCounts) return undefined;
	const { element } = columnCounts;
	const { students, who } = neededCounts(counts, columnCounts);
	const { valid, wrong, empty } = valueCounts(element, students);
	return {
		of: total(students),
		ofWhom: who,
		valid,
		codes: element.optionSet.options
			.map(({ code, label }, option) => ({ code, label, students: studentsWithCode(students, option) }))
			.filter((code) => code.students > 0)
			.sort((one, other) => other.students - one.students),
		wrong,
		empty,
	};
}
