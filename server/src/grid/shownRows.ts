import { type Steps, stepsIn } from '../work/steps';
import type { GridRange } from './gridTypes';
import type { ViewRows } from './viewRows';

/** Rows between two yields. */
const STEP = 1024;

/** Calls `visit` for the rows of a range, in the order of the view. */
export function* eachShown(
	rows: ViewRows,
	{ first, last }: Pick<GridRange, 'first' | 'last'>,
	visit: (record: number, row: number) => void,
): Steps<void> {
	for (let row = first; row <= last; row++) {
		visit(rows.recordAt(row), row);
		if (row % STEP === 0) yield (row - first) / (last - first + 1);
	}
}

/** Takes the steps of each range, one after the other. */
export function* eachRange(
	ranges: readonly GridRange[],
	steps: (range: GridRange) => Steps<void>,
): Steps<void> {
	const { length } = ranges;
	for (const [at, range] of ranges.entries()) yield* stepsIn([at / length, (at + 1) / length], steps(range));
}

/** The records of ranges, ascending, each once. */
export function* selectedRecords(rows: ViewRows, ranges: readonly GridRange[]): Steps<Float64Array> {
	const records = new Set<number>();
	yield* eachRange(ranges, (range) =>
		eachShown(rows, range, (record) => {
			records.add(record);
		}),
	);
	return Float64Array.from(records).sort();
}
