import { isFiltering } from './filterModel';
import type { TableState } from './table';

/** What is said in place of rows, and the way out. */
export interface StateText {
	readonly text: string;
	/** Whether the rows that were shown last stay, dimmed. */
	readonly isOverRows: boolean;
	readonly wayOut?: 'text' | 'clear' | 'insert' | undefined;
}

/** Why there are no rows to work with; undefined where there are some. */
export function stateText({ layout, shown, unavailable, view, fileName }: TableState): StateText | undefined {
	if (unavailable !== undefined) {
		return { text: unavailable, isOverRows: layout !== undefined, wayOut: 'text' };
	}
	if (!layout) return { text: `Loading ${fileName}…`, isOverRows: false };
	if (layout.problem !== undefined) return { text: layout.problem, isOverRows: false, wayOut: 'text' };
	if (shown === undefined || shown > 0) return undefined;
	if (isFiltering(view.filter)) {
		return { text: 'No row fits the filter.', isOverRows: false, wayOut: 'clear' };
	}
	if (layout.total > 0 || !layout.isComplete) return undefined;
	return { text: `${fileName} has a header and no rows.`, isOverRows: false, wayOut: 'insert' };
}
