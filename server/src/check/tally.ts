import type { Problem, Rule, Severity } from '../rules/rule';
import type { Finding } from './finding';

/** Counts by severity. */
export interface Counts {
	readonly error: number;
	readonly warning: number;
	readonly information: number;
	readonly hint: number;
}

/** What a count needs to know of a finding. */
export type Counted = Pick<Finding, 'rule' | 'severity' | 'problem' | 'column'>;

/** All findings of one rule in one column. */
export interface Group {
	readonly rule: Rule;
	readonly severity: Severity;
	/** 0-based. */
	readonly column: number;
	count: number;
	/** Those among them that say once on the header what many rows have in common. */
	notes: number;
	/** Those that "fix all" mends. */
	fixable: number;
}

/** How many findings there are, in all and by kind, kept up as they come and go. */
export class Tally {
	readonly #groups = new Map<string, Group>();
	readonly #problems = new Map<Problem, number>();
	total = 0;
	fixable = 0;
	readonly #counts = { error: 0, warning: 0, information: 0, hint: 0 };

	add(finding: Counted, isFixable: boolean, isNote = false): Group {
		return this.#change(finding, isFixable, isNote, 1);
	}

	remove(finding: Counted, isFixable: boolean, isNote = false): void {
		this.#change(finding, isFixable, isNote, -1);
	}

	get counts(): Counts {
		return { ...this.#counts };
	}

	/** In no order. */
	get groups(): Iterable<Group> {
		return this.#groups.values();
	}

	groupOf(finding: Counted): Group | undefined {
		return this.#groups.get(idOf(finding));
	}

	/** How many findings say the same of the same value in the same column. */
	countSharing({ problem }: Counted): number {
		return this.#problems.get(problem) ?? 0;
	}

	#change(finding: Counted, isFixable: boolean, isNote: boolean, by: 1 | -1): Group {
		const { rule, severity, column, problem } = finding;
		const id = idOf(finding);
		const group = this.#groups.get(id) ?? { rule, severity, column, count: 0, notes: 0, fixable: 0 };
		group.count += by;
		if (isNote) group.notes += by;
		if (group.count === 0) this.#groups.delete(id);
		else this.#groups.set(id, group);
		this.#counts[severity] += by;
		this.total += by;
		if (isFixable) {
			group.fixable += by;
			this.fixable += by;
		}
		const same = (this.#problems.get(problem) ?? 0) + by;
		if (same === 0) this.#problems.delete(problem);
		else this.#problems.set(problem, same);
		return group;
	}
}

/** The rows that a group is about. */
export function rowCount({ count, notes }: Pick<Group, 'count' | 'notes'>): number {
	return count > notes ? count - notes : count;
}

function idOf({ severity, rule, column }: Counted): string {
	return groupId(rule.id, severity, column);
}

/** Tells groups apart, also where a rule is known by its id only. */
export function groupId(ruleId: string, severity: Severity, column: number): string {
	return `${severity} ${ruleId} ${column}`;
}
