/** Ranges and numbers as a client sends them, which may be about another state of the file, or be none at all. */

import type { Checker } from '../check/live/checker';
import type { GridAction, GridRange, GridView } from './gridTypes';
import { isCount } from './isCount';
import type { ViewRows } from './viewRows';

/** More cells than a file of 50 MB can have. */
const MAX_SELECTED = 60_000_000;

const OTHER_TABLE = 'The selection is not in the table any more. Select the cells again.';

/** Why ranges are no cells of a view, in a sentence for people; undefined if they are. */
export function selectionProblem(checker: Checker, rows: ViewRows, ranges: unknown): string | undefined {
	if (!Array.isArray(ranges) || ranges.length === 0) return 'No cells are selected. Select some first.';
	let cells = 0;
	for (const range of ranges) {
		if (!isRange(range) || range.last >= rows.length) return OTHER_TABLE;
		if (!areColumns(checker, range.columns)) return OTHER_TABLE;
		// Each row is walked over, whatever columns it has.
		cells += (range.last - range.first + 1) * Math.max(1, range.columns.length);
	}
	return cells > MAX_SELECTED ? 'The selection has too many cells. Select fewer.' : undefined;
}

/** Whether it is an action with a text where it needs one. Its places are judged with the view that they are in. */
export function isAction(value: unknown): value is GridAction {
	const action = value as Partial<Record<string, unknown>> | null | undefined;
	switch (action?.type) {
		case 'fill':
			return typeof action.value === 'string';
		case 'paste':
			return typeof action.text === 'string';
		case 'restore':
			return isCount(action.record) && isCount(action.column);
		default:
			return ['fillDown', 'insertRows', 'deleteRows'].includes(action?.type as string);
	}
}

/** Whether it is a view, as far as its rows can be asked for. */
export function isView(value: unknown): value is GridView {
	const view = value as Partial<GridView> | null | undefined;
	return typeof view?.id === 'string' && typeof view.filter === 'object' && view.filter !== null;
}

/** Whether each of these is a 0-based column of the file. */
export function areColumns({ layout }: Checker, columns: unknown): columns is readonly number[] {
	return (
		Array.isArray(columns) && columns.every((column) => isCount(column) && column < layout.columns.length)
	);
}

function isRange(value: unknown): value is GridRange {
	const range = value as Partial<GridRange> | null | undefined;
	return isCount(range?.first) && isCount(range?.last) && range.first <= range.last;
}
