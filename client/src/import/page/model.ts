/** What the parts of the page are drawn from. */

import type { ImportView, TargetPlan } from '../../../../server/src/protocol';
import type { ImportPlaces, ImportResult } from '../messages';
import type { PageState } from './pageState';

/** The import as it is now, with what the page remembers. */
export interface PageModel {
	readonly view: ImportView;
	readonly places: ImportPlaces;
	readonly isStale: boolean;
	/** In whole percent; undefined while nothing is being made. */
	readonly importing: number | undefined;
	readonly result: ImportResult | undefined;
	readonly page: PageState;
	/** The values of a target in the order in which the page shows them. */
	order(target: TargetPlan): TargetPlan['values'];
}

/** The targets that each column of the export feeds, by its name. */
export function usesOf({ plan }: ImportView): ReadonlyMap<string, readonly TargetPlan[]> {
	const uses = new Map<string, TargetPlan[]>();
	for (const target of plan.targets) {
		for (const name of target.from) uses.set(name, [...(uses.get(name) ?? []), target]);
	}
	return uses;
}
