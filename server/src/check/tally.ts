import type { Rule, Severity } from '../rules/rule';
import type { Finding } from './finding';
import { keyOfCounted, type ValueKey } from './valueKey';

/** Counts of findings by severity. */
export interface Counts {
	readonly error: number;
	readonly warning: number;
	readonly information: number;
	readonly hint: number;
}

/** What the tally needs to know of a finding. */
export type Counted = Pick<Finding, 'rule' | 'severity' | 'problem' | 'column'>;

/** All findings of one rule and one severity in one column. */
export interface Group {
	readonly rule: Rule;
	readonly severity: Severity;
	/** 0-based. */
	readonly column: number;
	/** The number of its findings. */
	count: number;
	/** How many of them are notes: findings on the header that name a cause which many rows share. */
	notes: number;
	/** How many of them "fix all" fixes. */
	fixable: number;
	/** How many of them each value has, of a rule whose values are counted one by one. */
	readonly values: Map<string, number>;
	/** How many of them there are on each value: see `ValueKey`. */
	readonly countByKey: Map<ValueKey, number>;
}

/** Counts findings, in total and by group, as they are added and removed. */
export class Tally {
	/** The number of all findings. */
	total = 0;
	/** The number of findings that "fix all" fixes. */
	fixable = 0;
	readonly #groups = new Map<string, Group>();
	readonly #countByDecision = new Map<string, number>();
	readonly #counts = { error: 0, warning: 0, information: 0, hint: 0 };

	/**
	 * Counts a finding and returns its group.
	 *
	 * @param key what it has in common with the other findings on its value.
	 * @param decision identifies the decision that it asks for; undefined where it asks for none.
	 */
	add(finding: Counted, key: ValueKey, isFixable: boolean, isNote = false, decision?: string): Group {
		if (decision !== undefined) addToCount(this.#countByDecision, decision, 1);
		return this.#change(finding, key, isFixable, isNote, 1);
	}

	/** Removes a finding from the counts, with the same arguments as when it was added, and returns its group. */
	remove(finding: Counted, key: ValueKey, isFixable: boolean, isNote = false, decision?: string): Group {
		if (decision !== undefined) addToCount(this.#countByDecision, decision, -1);
		return this.#change(finding, key, isFixable, isNote, -1);
	}

	/** How many decisions the findings ask for that "fix all" leaves: column and value once. */
	get decisions(): number {
		return this.#countByDecision.size;
	}

	/** The counts by severity, as a copy. */
	get counts(): Counts {
		return { ...this.#counts };
	}

	/** The groups that have findings, in no order. */
	get groups(): Iterable<Group> {
		return this.#groups.values();
	}

	/** The group of a finding; undefined if none of its kind is counted. */
	groupOf(finding: Counted): Group | undefined {
		return this.#groups.get(groupIdOf(finding));
	}

	/** How many findings share the problem of this one: the same value in the same column. */
	countSharing(finding: Counted): number {
		return this.groupOf(finding)?.countByKey.get(keyOfCounted(finding.problem)) ?? 0;
	}

	#change(finding: Counted, key: ValueKey, isFixable: boolean, isNote: boolean, by: 1 | -1): Group {
		const { rule, severity, column, problem } = finding;
		const id = groupIdOf(finding);
		const group = this.#groups.get(id) ?? {
			rule,
			severity,
			column,
			count: 0,
			notes: 0,
			fixable: 0,
			values: new Map<string, number>(),
			countByKey: new Map<ValueKey, number>(),
		};
		group.count += by;
		if (isNote) group.notes += by;
		if (problem.value !== undefined) addToCount(group.values, problem.value, by);
		if (group.count === 0) this.#groups.delete(id);
		else this.#groups.set(id, group);
		this.#counts[severity] += by;
		this.total += by;
		if (isFixable) {
			group.fixable += by;
			this.fixable += by;
		}
		addToCount(group.countByKey, key, by);
		return group;
	}
}

/** Adds `by` to the count of a key; a count of 0 is not kept. */
export function addToCount<K>(counts: Map<K, number>, key: K, by: number): void {
	const count = (counts.get(key) ?? 0) + by;
	if (count === 0) counts.delete(key);
	else counts.set(key, count);
}

/** The number of rows with a finding of the group; notes on the header are not counted, unless there is nothing else. */
export function rowCount({ count, notes }: Pick<Group, 'count' | 'notes'>): number {
	return count > notes ? count - notes : count;
}

function groupIdOf({ severity, rule, column }: Counted): string {
	return groupId(rule.id, severity, column);
}

/** A text that is the same for all findings of a group and for no other. */
export function groupId(ruleId: string, severity: Severity, column: number): string {
	return `${severity} ${ruleId} ${column}`;
}
