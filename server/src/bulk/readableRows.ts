import type { ReadRow } from './rowReader';

/** Lets whole rows through, and counts the others: what cannot be read for sure is left as it is. */
export class ReadableRows {
	/** Rows with a fault of structure or with more or fewer values than the header has columns. */
	unreadable = 0;
	/** The first record that opens a quote which nothing closes. */
	unclosed: number | undefined;

	/** Whether each value of the row surely stands in its column. An empty row is neither whole nor a fault. */
	isWhole(row: ReadRow): boolean {
		if (row.isUnclosed) this.unclosed ??= row.record;
		if (row.isBlank) return false;
		if (!row.isSound) this.unreadable++;
		return row.isSound;
	}

	/** Whether the row is whole and names its student. */
	namesStudent(row: ReadRow): boolean {
		return this.isWhole(row) && row.id !== '';
	}
}
