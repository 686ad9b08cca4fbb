import type { ReadableRows } from '../readableRows';
import type { ReadRow, TableFile } from '../rowReader';
import { mayHoldRows } from './possibleIds';

/** Whether a row's values are certain to be those of its student. */
export type RowKind = 'student' | 'unreadable' | 'no student';

/** Reads what a row of a file is, and counts it. A value that holds whole rows hides what its row says after them. */
export function kindOfRow(row: ReadRow, rows: ReadableRows, file: TableFile): RowKind {
	if (rows.check(row)) {
		return row.hasSwallowedRows || mayHoldRows(row, file) ? 'unreadable' : 'student';
	}
	return row.isBlank || row.isNoStudent ? 'no student' : 'unreadable';
}
