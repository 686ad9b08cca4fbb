import { visibleText } from '../../characters';
import type { Steps } from '../../work/steps';

/** A file of others with students' IDs and a column or two, as records. */
export interface StudentList {
	/** The name of each column, all different. */
	readonly names: readonly string[];
	readonly rows: readonly ListRow[];
	/** Rows that are not used and are not in `rows`. */
	readonly unreadable: readonly UnreadableListRow[];
	/** What may be wrong with the whole list, in sentences for people. */
	readonly warnings: readonly string[];
}

/** A row of a list. */
export interface ListRow {
	/** 1-based, as a spreadsheet counts. */
	readonly row: number;
	readonly record: readonly string[];
}

/** A row of a list that is not used. */
export interface UnreadableListRow {
	/** 1-based, as a spreadsheet counts. */
	readonly row: number;
	/** Its values, each of which may be in a column to the left or right of its own; empty for a row of no student. */
	readonly record: readonly string[];
	/** Why, in a sentence for people. */
	readonly why: string;
}

/** Rows per step. */
const STEP = 256;

/** Visits the rows of a list in steps. */
export function* eachListRow({ rows }: StudentList, visit: (row: ListRow) => void): Steps<void> {
	for (const [at, row] of rows.entries()) {
		visit(row);
		if (at % STEP === 0) yield at / rows.length;
	}
}

/** A value of a list as people see it; empty if the row is shorter. */
export function listValue({ record }: ListRow, column: number): string {
	return visibleText(record[column] ?? '');
}
