/** What the page remembers of its own while states come and go: nothing of it is a decision. */

import type { TargetPlan } from '../../../../server/src/protocol';

/** Which columns of the export are listed. */
export type ListedColumns = 'all' | 'unused';

/** What a person has unfolded, selected and searched for. */
export interface PageState {
	/** Whether a person has unfolded or folded a target, by its name. */
	readonly unfolded: Map<string, boolean>;
	/** Values that are selected, by the target's name. */
	readonly selected: Map<string, Set<string>>;
	/** Values of a target that are on the page at once. */
	readonly listedValues: Map<string, number>;
	/** Columns of the export that are on the page at once. */
	listedColumns: number;
	search: string;
	listed: ListedColumns;
	/** The file that is previewed. */
	preview: string | undefined;
	isPreviewFolded: boolean;
	/** Whether columns of the roster without a column of the export are listed. */
	hasUnfed: boolean;
}

/** How many values or columns are added by "Show More". */
export const LISTED_AT_ONCE = 100;

/** A window that is lower, in CSS pixels, has no room for a preview that nobody has asked for. */
const LOW = 740;

/** Creates the state of a page that was just opened. */
export function createPageState(): PageState {
	return {
		unfolded: new Map(),
		selected: new Map(),
		listedValues: new Map(),
		listedColumns: LISTED_AT_ONCE,
		search: '',
		listed: 'all',
		preview: undefined,
		isPreviewFolded: window.innerHeight < LOW,
		hasUnfed: false,
	};
}

/**
 * Keeps the lines of a target where they were, so that a value does not move under the pointer when it is decided. The
 * plan's order, with open values first, is taken again when the target has other values.
 */
export function createStableOrder(): (target: TargetPlan) => TargetPlan['values'] {
	const kept = new Map<string, { readonly from: string; readonly places: ReadonlyMap<string, number> }>();
	return ({ element, from, values }) => {
		const now = JSON.stringify(from);
		const before = kept.get(element);
		const isSame =
			before?.from === now &&
			before.places.size === values.length &&
			values.every(({ value }) => before.places.has(value));
		if (!isSame) {
			kept.set(element, { from: now, places: new Map(values.map(({ value }, at) => [value, at])) });
			return values;
		}
		return values.toSorted((a, b) => (before.places.get(a.value) ?? 0) - (before.places.get(b.value) ?? 0));
	};
}
