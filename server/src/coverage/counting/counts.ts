import type { Checker } from '../../check/live/checker';
import { type CodedColumn, EMPTY, FIRST_CODE, NOT_A_CODE } from './blockCounts';

/** The two files of a district; either may be missing. */
export interface CountedFiles {
	readonly roster?: Checker | undefined;
	readonly extension?: Checker | undefined;
}

/** How many students are in each slot of a column of codes: see `EMPTY`, `NOT_A_CODE` and `FIRST_CODE`. */
export interface ColumnCounts extends CodedColumn {
	/** The exact name of the file that was counted. */
	readonly fileName: string;
	/** By slot. */
	readonly students: readonly number[];
	/** The same for each school, in the order of `StudentCounts.schools`. */
	readonly bySchool: readonly (readonly number[])[];
}

/** The students who have one code of a column, as another column counts them. */
export interface GroupCounts {
	/** Who they are: a column and its code. */
	readonly of: { readonly column: string; readonly code: string };
	/** The exact name of the column that is counted. */
	readonly column: string;
	/** By slot of that column. */
	readonly students: readonly number[];
	/** The same for each school, in the order of `StudentCounts.schools`. */
	readonly bySchool: readonly (readonly number[])[];
}

/** How many students have which kind of ID in a column; IDs that are neither numbers nor GUIDs do not count. */
export interface IdWidths {
	readonly column: string;
	readonly fileName: string;
	/** Whether the rows are matched by it. */
	readonly isKey: boolean;
	/** Students whose ID is a number, by how many digits it has. */
	readonly widths: ReadonlyMap<number, number>;
	/** Students whose ID is a GUID. */
	readonly guids: number;
}

/** A school, and how many students it has. */
export interface SchoolSize {
	/** The School_id. Undefined for the rest where there are too many schools; '' for students without a school. */
	readonly id: string | undefined;
	readonly students: number;
}

/** The numbers behind the coverage report. Each student counts once, by the first of the student's rows. */
export interface StudentCounts {
	readonly students: number;
	/** Students of the roster who have a row in the extension file; undefined if one of the two is missing. */
	readonly inBothFiles?: number | undefined;
	/** Rows that cannot be read or have no student ID. */
	readonly unread: number;
	/** Undefined if no file has school IDs. */
	readonly schools: readonly SchoolSize[] | undefined;
	readonly columns: readonly ColumnCounts[];
	/** Only where the files have both columns. */
	readonly groups: readonly GroupCounts[];
	readonly idWidths: readonly IdWidths[];
}

/** Adds up the students of all values, empty ones included. */
export function total(students: readonly number[]): number {
	return students.reduce((sum, each) => sum + each, 0);
}

/** Counts the students who have a value, a code or not. */
export function filled(students: readonly number[]): number {
	return total(students) - (students[EMPTY] ?? 0);
}

/** The students of a column by what their values are; the four add up to all of them. */
export interface ValueCounts {
	/** Students with a code of the standard. */
	readonly valid: number;
	/** Students whose value is neither a code nor accepted. */
	readonly wrong: number;
	/** Students with a value that only the district accepts. */
	readonly accepted: number;
	/** Students without a value. */
	readonly empty: number;
}

/**
 * Counts the values of a column by what they are.
 *
 * @param students by slot.
 */
export function valueCounts({ optionSet }: CodedColumn['element'], students: readonly number[]): ValueCounts {
	const empty = students[EMPTY] ?? 0;
	const wrong = students[NOT_A_CODE] ?? 0;
	const accepted = total(
		optionSet.options.map((option, at) => (option.accepted ? studentsWithCode(students, at) : 0)),
	);
	return { valid: total(students) - empty - wrong - accepted, wrong, accepted, empty };
}

/** The counts of the students who need a value in a column: of a group of them, or of all. */
export function neededCounts(
	counts: StudentCounts,
	column: ColumnCounts,
): Pick<ColumnCounts, 'students' | 'bySchool'> & { readonly who: string | undefined } {
	const { neededWhere } = column.element;
	const group = counts.groups.find(
		({ of, column: counted }) =>
			counted === column.element.column && of.column === neededWhere?.column && of.code === neededWhere.code,
	);
	return { ...(group ?? column), who: group && neededWhere?.who };
}

/** Counts the students who have a code, given by its 0-based place in the option set. */
export function studentsWithCode(students: readonly number[], option: number): number {
	return students[FIRST_CODE + option] ?? 0;
}
