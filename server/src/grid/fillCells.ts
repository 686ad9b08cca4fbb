import type { Checker } from '../check/live/checker';
import { formatNumber } from '../wording';
import type { Refusal } from '../work/refusal';
import type { Steps } from '../work/steps';
import { GridRecord, secretColumns } from './gridRecord';
import type { GridRange } from './gridTypes';
import { eachRange, eachShown } from './shownRows';
import type { ViewRows } from './viewRows';
import type { RowValues } from './writeCells';

/** Puts one value into every cell of ranges. */
export function* fillCells(
	rows: ViewRows,
	ranges: readonly GridRange[],
	value: string,
): Steps<readonly RowValues[]> {
	const filled: RowValues[] = [];
	yield* eachRange(ranges, (range) => {
		const { columns } = range;
		const values = columns.map(() => value);
		return eachShown(rows, range, (record) => {
			filled.push({ record, columns, values });
		});
	});
	return filled;
}

/**
 * Puts the values of the first row of each range that can be read into its other rows. A range of one row takes those
 * of the row above it, as a spreadsheet does. Passwords are not filled down: nobody sees which one it would be.
 */
export function* fillDown(
	checker: Checker,
	rows: ViewRows,
	ranges: readonly GridRange[],
): Steps<readonly RowValues[] | Refusal> {
	for (const range of ranges) {
		const problem = fillDownProblem(checker, rows, range);
		if (problem) return { problem };
	}
	const filled: RowValues[] = [];
	const row = new GridRecord(checker);
	const isReadable = (shown: number): boolean => {
		row.read(rows.recordAt(shown));
		return row.isReadable;
	};
	yield* eachRange(ranges, function* (range) {
		const from = withSource(range);
		let source = from.first;
		for (; source <= from.last && !isReadable(source); source++) yield 0;
		const values = range.columns.map((column) => row.at(column));
		yield* eachShown(rows, from, (record, shown) => {
			if (shown !== source) filled.push({ record, columns: range.columns, values });
		});
	});
	return filled;
}

/** Why nothing is filled down in a range, in a sentence for people; undefined if something is. */
function fillDownProblem(checker: Checker, rows: ViewRows, range: GridRange): string | undefined {
	const { layout } = checker;
	const secrets = secretColumns(checker);
	const secret = range.columns.find((column) => secrets.has(column));
	if (secret !== undefined) {
		return `${layout.nameOf(secret)} holds passwords, which are not copied. Select other columns.`;
	}
	if (range.first < range.last) return undefined;
	if (range.first === 0) return 'No row is above this one to fill down from. Select more rows.';
	const above = rows.recordAt(range.first - 1);
	const row = new GridRecord(checker);
	return row.read(above) && row.isReadable
		? undefined
		: `Row ${formatNumber(above + 1)} cannot be read, so its values are not filled down. Fix it first.`;
}

/** The range with the row that its values come from. */
function withSource({ first, last }: GridRange): { readonly first: number; readonly last: number } {
	return { first: first === last ? first - 1 : first, last };
}
