import type { OffsetEdit } from '../csv/edits/edit';
import { fieldText } from '../csv/quote';
import { headerProblem, unclosedProblem } from './headerProblems';
import { ReadableRows } from './readableRows';
import type { Refusal } from './results';
import { eachRow, type Steps, type TableFile } from './rowReader';

export interface ChangedFields {
	readonly edits: readonly OffsetEdit[];
	readonly changed: number;
	/** Rows that could not be read and were left as they are. */
	readonly unreadable: number;
}

/** Gives every field of a column that holds exactly `value` (empty: every empty field) another value. */
export function* replaceValue(
	file: TableFile,
	column: number,
	value: string,
	by: string,
): Steps<ChangedFields | Refusal> {
	const problem = headerProblem(file);
	if (problem) return { problem };
	const sieve = new ReadableRows();
	const edits: OffsetEdit[] = [];
	yield* eachRow(file, (row) => {
		if (sieve.isWhole(row) && row.at(column) === value && value !== by) edits.push(row.set(column, by));
	});
	const movesQuotes = fieldText(value) !== value || fieldText(by) !== by;
	if (sieve.unclosed !== undefined && movesQuotes) return unclosedProblem(file, sieve.unclosed);
	return { edits, changed: edits.length, unreadable: sieve.unreadable };
}
