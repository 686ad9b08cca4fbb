import type { Checker } from '../../server/src/check/live/checker';
import type { GridView } from '../../server/src/grid/gridTypes';
import { type ViewRows, viewRows } from '../../server/src/grid/viewRows';
import { runToEnd } from '../../server/src/work/runToEnd';

/** A view of its own, as each filter and each order of a person is. */
export function viewOf(filter: GridView['filter'], sort?: GridView['sort']): GridView {
	return { id: `view ${++views}`, filter, sort };
}
let views = 0;

/** The records that a view shows, in its order. */
export function recordsOf(checker: Checker, view: GridView): number[] {
	const rows: ViewRows = runToEnd(viewRows(checker, view));
	return Array.from({ length: rows.length }, (_, row) => rows.recordAt(row));
}
