import type { CsvDocument } from '../../csv/document';
import type { Layout } from '../../rules/layout';
import { type CodedColumn, EMPTY, FIRST_CODE } from './blockCounts';

/** A file to count: its text, and which column is which. */
export interface CountedFile {
	readonly document: CsvDocument;
	readonly layout: Layout;
}

/** The two files of a district; either may be missing. */
export interface CountedFiles {
	readonly roster?: CountedFile | undefined;
	readonly extension?: CountedFile | undefined;
}

/** How many students have what in a column of codes: by `EMPTY`, `NOT_A_CODE`, and `FIRST_CODE` + a code's place. */
export interface ColumnCounts extends CodedColumn {
	/** The exact name of the file that it was counted in. */
	readonly fileName: string;
	readonly students: readonly number[];
	/** The same for each school, in the order of `Counts.schools`. */
	readonly bySchool: readonly (readonly number[])[];
}

/** How wide a column's ids are, as far as they are numbers: for each width its students. */
export interface IdWidths {
	readonly column: string;
	readonly fileName: string;
	readonly widths: ReadonlyMap<number, number>;
}

export interface SchoolSize {
	/** Undefined for all schools that are too many to be told apart; empty for students without one. */
	readonly id: string | undefined;
	readonly students: number;
}

/** The numbers behind the coverage report: of students, each counted once, by the first of their rows. */
export interface StudentCounts {
	readonly students: number;
	/** Students of the roster who have a row in the extension file; undefined where one of the two is missing. */
	readonly joined?: number | undefined;
	/** Rows that cannot be read, or that name no student. */
	readonly unread: number;
	/** Undefined where no file says who is at which school. */
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
