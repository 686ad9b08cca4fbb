/** What a tab keeps while it is hidden. */
import type { GridView } from '../../../../server/src/protocol';
import { filterByProblems } from './filterModel';

/** Where a person was in the table. */
export interface KeptState {
	readonly view: GridView;
	/** The active cell. */
	readonly row: number;
	readonly columnKey: string;
	/** The first row on the screen. */
	readonly top: number;
	/** How far it is scrolled to the right, in CSS pixels. */
	readonly left: number;
}

/** Reads what was kept; undefined if that is something else. */
export function readKeptState(kept: unknown): KeptState | undefined {
	const state = kept as Partial<KeptState> | null | undefined;
	const isWhole =
		typeof state?.view?.id === 'string' &&
		typeof state.view.filter === 'object' &&
		typeof state.row === 'number' &&
		typeof state.columnKey === 'string' &&
		typeof state.top === 'number' &&
		typeof state.left === 'number';
	return isWhole ? (state as KeptState) : undefined;
}

/** The same view with the columns of a header that has changed: what was about a column that is gone is left out. */
export function viewWithColumns(
	view: GridView,
	before: readonly string[],
	after: readonly string[],
	id: string,
): GridView {
	const moved = (column: number): number => after.indexOf(before[column] ?? '');
	const { filter, sort } = view;
	const values = filter.values
		?.map((each) => ({ ...each, column: moved(each.column) }))
		.filter(({ column }) => column >= 0);
	const { problems } = filter;
	const column = problems?.column === undefined ? undefined : moved(problems.column);
	const problemsNow = column === undefined ? problems : column < 0 ? undefined : { ...problems, column };
	const { changed } = filter;
	const place = typeof changed === 'object' ? moved(changed.column) : 0;
	const changedNow =
		typeof changed === 'object' && place >= 0 ? { ...changed, column: place } : changed === true;
	const sorted = sort && moved(sort.column) >= 0 ? { ...sort, column: moved(sort.column) } : undefined;
	return {
		id,
		filter: filterByProblems(
			{ ...filter, changed: changedNow, values: values && values.length > 0 ? values : undefined },
			problemsNow,
		),
		...(sorted ? { sort: sorted } : {}),
	};
}
