import type { Conflict } from './results';
import type { ReadRow, TableFile } from './rowReader';

/** How many conflicts are listed; all are counted. */
const MAX_LISTED_CONFLICTS = 10_000;

/** Counts conflicts between values, and lists the first of them. */
export class Conflicts {
	count = 0;
	readonly listed: Conflict[] = [];

	/** Adds a conflict; `values` are the one of this row and the one that it disagrees with. */
	add({ layout }: TableFile, { record, id }: ReadRow, column: string, values: Conflict['values']): void {
		this.count++;
		if (this.listed.length >= MAX_LISTED_CONFLICTS) return;
		this.listed.push({ fileName: layout.table.fileName, row: record + 1, id, column, values });
	}
}
