import type { OffsetEdit } from '../csv/edits/edit';
import { fieldText } from '../csv/quote';
import type { Steps } from '../work/steps';
import { headerProblem, unclosedProblem } from './headerProblems';
import { ReadableRows } from './readableRows';
import type { Refusal } from './results';
import { eachRow, type TableFile } from './rowReader';

/** The edits that replace a value, and how many fields they change. */
export interface ChangedFields {
	readonly edits: readonly OffsetEdit[];
	readonly changed: number;
	/** Rows that cannot be read and stay unchanged. */
	readonly unreadable: number;
}

/**
 * Replaces a value in every field of a column that holds exactly this value.
 *
 * @param column 0-based.
 * @param value '' for every empty field.
 * @param record the only record to change, 0-based; all where it is missing.
 */
export function* replaceValue(
	file: TableFile,
	column: number,
	value: string,
	replacement: string,
	record?: number,
): Steps<ChangedFields | Refusal> {
	const problem = headerProblem(file);
	if (problem) return { problem };
	const rows = new ReadableRows();
	const edits: OffsetEdit[] = [];
	yield* eachRow(file, (row) => {
		const isWanted = record === undefined || row.record === record;
		if (rows.check(row) && isWanted && row.at(column) === value && value !== replacement) {
			edits.push(row.set(column, replacement));
		}
	});
	// A quote that is added or removed after an open one could close it.
	const changesQuotes = fieldText(value) !== value || fieldText(replacement) !== replacement;
	if (rows.unclosed !== undefined && changesQuotes) return unclosedProblem(file, rows.unclosed);
	return { edits, changed: edits.length, unreadable: rows.unreadable };
}
