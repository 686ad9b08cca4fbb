import type { Checker } from '../check/live/checker';
import type { OffsetEdit } from '../csv/edits/edit';
import type { Refusal } from '../work/refusal';
import { type Steps, stepsIn } from '../work/steps';
import { deleteRows, insertRows } from './changeRows';
import { readBlock } from './clipboardBlock';
import { fillCells, fillDown } from './fillCells';
import type { GridAction, GridUnmatched } from './gridTypes';
import { matchById } from './matchById';
import { pasteBlock } from './pasteBlock';
import { restoreCells } from './restoreCells';
import { isAction, selectionProblem } from './selection';
import { selectedRecords } from './shownRows';
import type { ViewRows } from './viewRows';
import { type RowValues, writeCells } from './writeCells';

/** The edits of an action, and what it changes. */
export interface EditedGrid {
	/** Ascending and apart. */
	readonly edits: readonly OffsetEdit[];
	/** Cells, or rows, that change. */
	readonly changed: number;
	/** Rows that cannot be read, and stay as they are. */
	readonly unreadable: number;
	/** IDs of a block that no row that is shown has. */
	readonly unmatched: GridUnmatched;
}

const ALL_MATCHED: GridUnmatched = { count: 0, ids: [], hidden: 0 };

/**
 * Makes the edits of what a person does in the table: as few as possible, and none outside of the cells and rows that
 * change. To match rows by ID, the file must be checked to its end.
 */
export function* gridEdit(checker: Checker, rows: ViewRows, action: GridAction): Steps<EditedGrid | Refusal> {
	if (!isAction(action)) return { problem: 'The table has no such action.' };
	const none = { unreadable: 0, unmatched: ALL_MATCHED };
	if (action.type === 'insertRows') {
		const inserted = yield* insertRows(checker, action);
		return 'problem' in inserted ? inserted : { ...none, ...inserted };
	}
	if (action.type === 'deleteRows') {
		const problem = selectionProblem(checker, rows, action.ranges);
		if (problem) return { problem };
		const records = yield* stepsIn([0, 0.5], selectedRecords(rows, action.ranges));
		const deleted = yield* stepsIn([0.5, 1], deleteRows(checker, records));
		return 'problem' in deleted ? deleted : { ...none, ...deleted };
	}
	const values = yield* stepsIn([0, 0.5], valuesOf(checker, rows, action));
	if ('problem' in values) return values;
	const written = yield* stepsIn([0.5, 1], writeCells(checker, values.rows));
	return 'problem' in written ? written : { ...written, unmatched: values.unmatched };
}

type CellAction = Exclude<GridAction, { readonly type: 'insertRows' | 'deleteRows' }>;

/** The values that an action puts into cells. */
function* valuesOf(
	checker: Checker,
	rows: ViewRows,
	action: CellAction,
): Steps<{ readonly rows: readonly RowValues[]; readonly unmatched: GridUnmatched } | Refusal> {
	if (action.type === 'paste') {
		const block = yield* stepsIn([0, 0.5], readBlock(action.text));
		if ('problem' in block) return block;
		if (action.byId) {
			const matched = yield* stepsIn([0.5, 1], matchById(checker, rows, block, action));
			if ('problem' in matched) return { problem: matched.problem };
			return { rows: matched.rows, unmatched: matched.unmatchedIds };
		}
		return withRows(yield* stepsIn([0.5, 1], pasteBlock(checker, rows, block, action)));
	}
	if (action.type === 'restore') return withRows(yield* restoreCells(checker, action));
	const problem = selectionProblem(checker, rows, action.ranges);
	if (problem) return { problem };
	if (action.type === 'fill') return withRows(yield* fillCells(rows, action.ranges, action.value));
	return withRows(yield* fillDown(checker, rows, action.ranges));
}

function withRows(rows: readonly RowValues[] | Refusal) {
	return 'problem' in rows ? rows : { rows, unmatched: ALL_MATCHED };
}
