import { rules } from '../rules';
import { severities } from '../rules/rule';
import type { Group } from './tally';

/** The findings of one rule in one column, as far as a choice among them goes. */
export type GroupSize = Pick<Group, 'rule' | 'severity' | 'column' | 'count'>;

/**
 * How many findings of each group are listed. Each group has one place, where its summary stands until all of it
 * is listed, so that many findings of one kind hide no other kind; what is left goes to errors first, within a
 * severity to one of each group in turn.
 */
export function listingQuota<G extends GroupSize>(
	groups: readonly G[],
	room: number,
): ReadonlyMap<G, number> {
	const weight = ({ severity, column, rule }: G): readonly number[] => [
		severities.indexOf(severity),
		column,
		rules.indexOf(rule),
	];
	const ordered = [...groups].sort((a, b) => byNumbers(weight(a), weight(b)));
	const shown = new Map(ordered.slice(0, room).map((group) => [group, 0]));
	let left = room - shown.size;
	for (const severity of severities) {
		const own = [...shown.keys()].filter((group) => group.severity === severity);
		for (let turn = 0, wentOn = true; wentOn; turn++) {
			wentOn = false;
			for (const group of own) {
				if (shown.get(group) !== turn || turn === group.count) continue;
				// The last one of a group takes the place of its summary.
				if (turn + 1 < group.count && left === 0) continue;
				if (turn + 1 < group.count) left--;
				shown.set(group, turn + 1);
				wentOn = true;
			}
		}
	}
	return shown;
}

function byNumbers(one: readonly number[], other: readonly number[]): number {
	const at = one.findIndex((number, index) => number !== other[index]);
	return at < 0 ? 0 : (one[at] as number) - (other[at] as number);
}
