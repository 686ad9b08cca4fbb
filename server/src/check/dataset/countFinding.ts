import type { Layout } from '../../rules/layout';
import type { StudentCountRule } from '../../rules/rule';
import type { ActiveRules } from '../activeRules';
import type { BlockFinding } from '../finding';

/** The finding on the header with the number of students whom a rule counts; undefined if there are none. */
export function countFinding(
	rule: StudentCountRule,
	active: ActiveRules,
	layout: Layout,
	students: number,
): BlockFinding | undefined {
	if (students === 0) return undefined;
	const problem = active.guard(rule, () => rule.checkCount(students));
	return problem && active.finding(rule, problem, 0, { column: layout.indexOf(rule.column) });
}

/**
 * Whether students are counted by a roster's rows and those of another file. Not where the roster has the column too:
 * its value comes first, and the students are counted there.
 */
export function countsWith({ rosterColumn, column }: StudentCountRule, roster: Layout): boolean {
	return roster.indexOf(rosterColumn) >= 0 && roster.indexOf(column) < 0;
}
