import type { Conflict } from './results';
import type { ReadRow, TableFile } from './rowReader';

/** More than anybody reads; all are counted. */
const MOST_LISTED = 10_000;

/** The conflicts that were met: counted, and the first of them listed. */
export class Conflicts {
	count = 0;
	readonly listed: Conflict[] = [];

	add({ layout }: TableFile, { record, id }: ReadRow, column: string, values: Conflict['values']): void {
		this.count++;
		if (this.listed.length >= MOST_LISTED) return;
		this.listed.push({ fileName: layout.table.fileName, row: record + 1, id, column, values });
	}
}
