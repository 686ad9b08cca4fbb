import type { OptionSet } from '../spec';
import { certainCode } from '../spec/meaning';
import { columnLetters, shown } from '../wording';
import { headerProblem } from './headerProblems';
import { ReadableRows } from './readableRows';
import type { ColumnCount, ColumnValues, Refusal, ValueCount } from './results';
import { eachRow, type Steps, type TableFile } from './rowReader';

/** More than anybody looks through. */
const MOST_LISTED = 1000;

/** How many fields of each column are filled. */
export function* columnCounts(file: TableFile): Steps<readonly ColumnCount[] | Refusal> {
	const problem = headerProblem(file);
	if (problem) return { problem };
	const { columns } = file.layout;
	const filled = columns.map(() => 0);
	const sieve = new ReadableRows();
	let rows = 0;
	yield* eachRow(file, (row) => {
		if (!sieve.isWhole(row)) return;
		rows++;
		for (const { index } of columns) if (row.at(index) !== '') filled[index] = (filled[index] ?? 0) + 1;
	});
	return columns.map(({ index }) => countOf(file, index, filled[index] ?? 0, rows));
}

/**
 * The values of a column, counted; only those of whole rows.
 *
 * @param wanted a value to be listed however rare it is, as that under the cursor.
 */
export function* columnValues(
	file: TableFile,
	column: number,
	wanted?: string,
): Steps<ColumnValues | Refusal> {
	const problem = headerProblem(file);
	if (problem) return { problem };
	const counts = new Map<string, number>();
	const sieve = new ReadableRows();
	let rows = 0;
	yield* eachRow(file, (row) => {
		if (!sieve.isWhole(row)) return;
		rows++;
		const value = row.at(column);
		counts.set(value, (counts.get(value) ?? 0) + 1);
	});
	const empty = counts.get('') ?? 0;
	counts.delete('');
	const element = file.layout.columns[column]?.element;
	const kind = element?.kind === 'key' || element?.kind === 'secret' ? element.kind : 'other';
	const all = kind === 'secret' ? [] : [...counts].sort((a, b) => b[1] - a[1]);
	const listed = all.filter(([value], index) => index < MOST_LISTED || value === wanted);
	return {
		...countOf(file, column, rows - empty, rows),
		values: listed.map(([value, count]) => ({ value, count, ...meaning(element?.optionSet, value) })),
		unlisted: all.length - listed.length,
		codes: element?.optionSet?.options.map(({ code, label }) => ({ code, label })),
		kind,
	};
}

function meaning(set: OptionSet | undefined, value: string): Pick<ValueCount, 'meant'> {
	const code = set && certainCode(set, value);
	return code && code !== value ? { meant: code } : {};
}

function countOf({ layout }: TableFile, index: number, filled: number, rows: number): ColumnCount {
	return {
		index,
		name: shown(layout.nameOf(index)),
		letter: columnLetters(index),
		filled,
		empty: rows - filled,
	};
}
