import type { ReadRow } from './rowReader';

/** Tells the students' rows that can be read from the others, and counts the others: commands leave them unchanged. */
export class ReadableRows {
	/** Rows with a fault, or with more or fewer values than the header has columns; rows that are blank or no student do not count. */
	unreadable = 0;
	/** The first record (0-based) that opens a quote which is never closed. */
	unclosed: number | undefined;

	/** Counts the row where it cannot be read, and returns whether it can. A row that is blank or no student is neither. */
	check(row: ReadRow): boolean {
		if (row.isUnclosed) this.unclosed ??= row.record;
		if (row.isBlank || row.isNoStudent) return false;
		if (!row.isReadable) this.unreadable++;
		return row.isReadable;
	}

	/** Counts the row like `check`, and returns whether it can be read and has a student ID. */
	checkForStudent(row: ReadRow): boolean {
		return this.check(row) && row.id !== '';
	}
}
