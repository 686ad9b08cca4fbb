import type { AlternateId, Row } from '../../rules/views';

/** Of a student with more rows no more are looked at: one who stands on thousands is no student. */
export const MOST_ROWS = 64;

/** The students of a file, as a row that refers to one asks about them. */
export interface StudentLookup {
	/** A student's rows in their order; good until the next call. */
	rowsOf(id: string): readonly Row[];
	/** Whether a record that cannot be read, or a key with blanks around it, may be this student's. */
	mayBeUnreadable(id: string): boolean;
	/** Reads on for `othersOf`; false when all is read. */
	readOthers(): boolean;
	/** Whom an id may mean that is nobody's, as far as `readOthers` has read. */
	othersOf(id: string): readonly AlternateId[];
}

/** Told of what changes among the students. */
export interface StudentsListener {
	/** Something about an id, by its hash. */
	touched(hash: number): void;
	/** Everything. */
	reset(): void;
}

/** Students of a file that is edited. */
export interface LiveStudentLookup extends StudentLookup {
	/** Whether the file names students at all. */
	readonly isUsable: boolean;
	listen(listener: StudentsListener): void;
	leave(listener: StudentsListener): void;
	/** Reads until told to stop; true when all of it is read. */
	run(stop: () => boolean): boolean;
}
