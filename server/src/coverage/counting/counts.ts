import type { Checker } from '../../check/live/checker';
import { type CodedColumn, EMPTY, FIRST_CODE } from './blockCounts';

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

/** How many students have IDs of which width in a column; IDs with anything but digits do not count. */
export interface IdWidths {
	readonly column: string;
	readonly fileName: string;
	/** Students by number of digits. */
	readonly widths: ReadonlyMap<number, number>;
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

/** Counts the students who have a code, given by its 0-based place in the option set. */
export function studentsWithCode(students: readonly number[], option: number): number {
	return students[FIRST_CODE + option] ?? 0;
}
