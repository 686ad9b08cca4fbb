import type { Layout } from '../../rules/layout';
import type { AlternateId, Row } from '../../rules/views';
import type { CheckedBlock } from '../live/checkedBlock';

/** Rows examined per student; an ID on thousands of rows is bad data. */
export const MAX_ROWS_PER_STUDENT = 64;

/** The students of the roster, for the comparison of a row that refers to one. */
export interface StudentLookup {
	/** A student's rows, in the order of the file. One list is reused, so it is valid until the next call. */
	rowsOf(id: string): readonly Row[];
	/** Whether the ID may be that of a record that cannot be read, or of a key that is not what it looks like. */
	mayBeUnreadable(id: string): boolean;
	/** Reads a part of what `alternatesOf` needs; false if all is read. */
	readAlternates(): boolean;
	/** The students whom an ID may mean that is no student's key, as far as `readAlternates` has read. */
	alternatesOf(id: string): readonly AlternateId[];
}

/** Follows the changes of a roster. */
export interface StudentsListener {
	/** The students with an ID of this hash have changed. */
	idChanged(hash: number): void;
	/** Any student may have changed. */
	allChanged(): void;
}

/** The students of a file that is open and may be edited. */
export interface LiveStudentLookup extends StudentLookup {
	/** Whether the file can be read and has a key column. */
	readonly isUsable: boolean;
	readonly layout: Layout;
	/** The blocks that are checked so far. */
	readonly blocks: readonly CheckedBlock[];
	/** The IDs of this hash, almost always one; without those that are not what they look like. */
	idsOf(hash: number): readonly string[];
	addListener(listener: StudentsListener): void;
	removeListener(listener: StudentsListener): void;
	/** Reads until `stop` returns true; returns whether all is read. */
	run(stop: () => boolean): boolean;
}
