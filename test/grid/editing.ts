import type { Checker } from '../../server/src/check/live/checker';
import { gridEdit } from '../../server/src/grid/gridEdit';
import type { GridAction, GridRange, GridView } from '../../server/src/grid/gridTypes';
import { type ViewRows, viewRows } from '../../server/src/grid/viewRows';
import { runToEnd } from '../../server/src/work/runToEnd';
import { done, editedText, problemOf } from '../bulk/support';
import { checkerOf } from '../support/checking';
import { pets } from '../support/pets';
import { viewOf } from './support';

/** A checked pets.csv, in blocks so small that each action crosses some of them. */
export function petsOf(text: string): Checker {
	const checker = checkerOf(pets, text, {}, { blockSize: 64 });
	checker.run();
	return checker;
}

/** A rectangle of cells. */
export function range(first: number, last: number, ...columns: readonly number[]): GridRange {
	return { first, last, columns };
}

/** The rows of a view; of the whole file where it is missing. */
export function rowsOf(checker: Checker, view: GridView = viewOf({})): ViewRows {
	return runToEnd(viewRows(checker, view));
}

/** The text after an action, and its counts. */
export function afterAction(text: string, action: GridAction, view?: GridView) {
	const checker = petsOf(text);
	const { edits, ...counts } = done(gridEdit(checker, rowsOf(checker, view), action));
	return { text: editedText(checker, edits), ...counts };
}

/** Why an action is refused. */
export function refusal(text: string, action: GridAction, view?: GridView): string {
	const checker = petsOf(text);
	return problemOf(gridEdit(checker, rowsOf(checker, view), action));
}

/** A paste of a block at a cell, with the columns of the file from there on. */
export function pasteAt(
	text: string,
	row: number,
	columns: readonly number[],
	selected: readonly GridRange[] = [],
): Extract<GridAction, { readonly type: 'paste' }> {
	return { type: 'paste', byId: false, text, row, columns, selected };
}
