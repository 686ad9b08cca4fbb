import type { StudentRule } from '../../rules/rule';
import type { Row } from '../../rules/views';
import type { ActiveRules } from '../activeRules';
import type { BlockFinding } from '../finding';
import type { StudentLookup } from './studentLookup';

/** A row that refers to a student. */
export interface Referring {
	readonly id: string;
	readonly row: Row;
	/** What the findings shall call the record. */
	readonly record: number;
	/** Whether the id has a finding of its own: what makes it unreadable is the fault then. */
	readonly hasFault: () => boolean;
}

/**
 * The rows of a row's student; undefined where there are none, and nothing that explains it: then whom the id may mean
 * must be known before the row is compared.
 */
export function studentOf(
	students: StudentLookup,
	{ id, hasFault }: Pick<Referring, 'id' | 'hasFault'>,
): readonly Row[] | undefined {
	const rows = students.rowsOf(id);
	return rows.length === 0 && !hasFault() && !students.mayBeUnreadable(id) ? undefined : rows;
}

/** What the rules say of a row and of what `studentOf` gave. */
export function compareRow(
	students: StudentLookup,
	rows: readonly Row[] | undefined,
	{ id, row, record }: Referring,
	rules: readonly StudentRule[],
	active: ActiveRules,
): readonly BlockFinding[] {
	if (rows?.length === 0) return [];
	const findings: BlockFinding[] = [];
	const student = { rows: rows ?? [], others: () => students.othersOf(id) };
	for (const rule of rules) {
		active.guard(rule, () =>
			rule.checkStudent(id, row, student, (problem, spot) => {
				findings.push(active.finding(rule, problem, record, spot));
			}),
		);
	}
	return findings;
}
