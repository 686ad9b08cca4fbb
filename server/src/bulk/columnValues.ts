import type { OptionSet } from '../spec';
import { certainCode } from '../spec/meaning';
import { columnLetters, shown } from '../wording';
import type { Steps } from '../work/steps';
import { headerProblem } from './headerProblems';
import { ReadableRows } from './readableRows';
import type { ColumnCount, ColumnValues, Refusal, ValueCount } from './results';
import { eachRow, type TableFile } from './rowReader';

/** How many values are listed: as many as a person may look through. */
const MAX_LISTED_VALUES = 1000;

/** Counts the filled fields of each column, in the rows that can be read. */
export function* columnCounts(file: TableFile): Steps<readonly ColumnCount[] | Refusal> {
	const problem = headerProblem(file);
	if (problem) return { problem };
	const { columns } = file.layout;
	const filled = columns.map(() => 0);
	const readable = new ReadableRows();
	let rows = 0;
	yield* eachRow(file, (row) => {
		if (!readable.check(row)) return;
		rows++;
		for (const { index } of columns) if (row.at(index) !== '') filled[index] = (filled[index] ?? 0) + 1;
	});
	return columns.map(({ index }) => columnCount(file, index, filled[index] ?? 0, rows));
}

/**
 * Counts the values of a column, in the rows that can be read.
 *
 * @param column 0-based.
 * @param listedAlways a value to list however rare it is, such as the one under the cursor.
 */
export function* columnValues(
	file: TableFile,
	column: number,
	listedAlways?: string,
): Steps<ColumnValues | Refusal> {
	const problem = headerProblem(file);
	if (problem) return { problem };
	const counts = new Map<string, number>();
	const readable = new ReadableRows();
	let rows = 0;
	yield* eachRow(file, (row) => {
		if (!readable.check(row)) return;
		rows++;
		const value = row.at(column);
		counts.set(value, (counts.get(value) ?? 0) + 1);
	});
	const empty = counts.get('') ?? 0;
	counts.delete('');
	const element = file.layout.columns[column]?.element;
	const kind = element?.kind === 'key' || element?.kind === 'secret' ? element.kind : 'other';
	const all = kind === 'secret' ? [] : [...counts].sort((a, b) => b[1] - a[1]);
	const listed = all.filter(([value], index) => index < MAX_LISTED_VALUES || value === listedAlways);
	return {
		...columnCount(file, column, rows - empty, rows),
		values: listed.map(([value, count]) => ({ value, count, ...meantCode(element?.optionSet, value) })),
		unlisted: all.length - listed.length,
		codes: element?.optionSet?.options.map(({ code, label }) => ({ code, label })),
		kind,
	};
}

function meantCode(set: OptionSet | undefined, value: string): Pick<ValueCount, 'meant'> {
	const code = set && certainCode(set, value);
	return code && code !== value ? { meant: code } : {};
}

function columnCount({ layout }: TableFile, index: number, filled: number, rows: number): ColumnCount {
	return {
		index,
		name: shown(layout.nameOf(index)),
		letter: columnLetters(index),
		filled,
		empty: rows - filled,
	};
}
