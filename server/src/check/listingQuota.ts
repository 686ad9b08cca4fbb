import { rules } from '../rules';
import { type Rule, severities } from '../rules/rule';
import type { Group } from './tally';

/** What the share of the list depends on for a group of findings; of problems that others report, there is no rule. */
export interface GroupSize extends Pick<Group, 'severity' | 'column' | 'count'> {
	readonly rule?: Rule;
}

/**
 * How many findings of each group are listed in a list of `capacity` lines. Each group has one line for its summary,
 * until all of its findings are listed, so that many findings of one group hide no other group. The other lines go to
 * errors first, and within a severity to each group in turn. Groups without a line are not in the result.
 */
export function listingQuota<G extends GroupSize>(
	groups: readonly G[],
	capacity: number,
): ReadonlyMap<G, number> {
	const rank = ({ severity, column, rule }: G): readonly number[] => [
		severities.indexOf(severity),
		column,
		rule ? rules.indexOf(rule) : rules.length,
	];
	const ordered = [...groups].sort((a, b) => compareNumbers(rank(a), rank(b)));
	const quota = new Map(ordered.slice(0, capacity).map((group) => [group, 0]));
	let freeLines = capacity - quota.size;
	for (const severity of severities) {
		const ofSeverity = [...quota.keys()].filter((group) => group.severity === severity);
		for (let listed = 0, hasGrown = true; hasGrown; listed++) {
			hasGrown = false;
			for (const group of ofSeverity) {
				if (quota.get(group) !== listed || listed === group.count) continue;
				// The last finding of a group takes the line of its summary.
				const isLast = listed + 1 === group.count;
				if (!isLast && freeLines === 0) continue;
				if (!isLast) freeLines--;
				quota.set(group, listed + 1);
				hasGrown = true;
			}
		}
	}
	return quota;
}

/** Compares two lists of numbers of the same length by the first number that differs. */
function compareNumbers(one: readonly number[], other: readonly number[]): number {
	const at = one.findIndex((number, index) => number !== other[index]);
	return at < 0 ? 0 : (one[at] as number) - (other[at] as number);
}
