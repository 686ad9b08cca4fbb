import type { StudentRule } from '../../rules/rule';
import type { Row } from '../../rules/views';
import type { ActiveRules } from '../activeRules';
import type { BlockFinding } from '../finding';
import type { StudentLookup } from './studentLookup';

/** A row that refers to a student. */
export interface ReferringRow {
	/** The row's ID: not empty. */
	readonly id: string;
	readonly row: Row;
	/** The number that the findings get. */
	readonly record: number;
	/** Whether the ID has a finding already: then that is the problem, and not that no student has the ID. */
	readonly hasFault: () => boolean;
}

/**
 * The roster's rows of a row's student: none if the ID or the roster's row may be broken; undefined if no student
 * has the ID, so that `StudentLookup.readAlternates` must finish before the row is compared.
 */
export function studentOf(
	students: StudentLookup,
	{ id, hasFault }: Pick<ReferringRow, 'id' | 'hasFault'>,
): readonly Row[] | undefined {
	const rows = students.rowsOf(id);
	return rows.length === 0 && !hasFault() && !students.mayBeUnreadable(id) ? undefined : rows;
}

/** Runs the rules on students over a row; `rows` is what `studentOf` returned. */
export function compareRow(
	students: StudentLookup,
	rows: readonly Row[] | undefined,
	{ id, row, record }: ReferringRow,
	rules: readonly StudentRule[],
	active: ActiveRules,
): readonly BlockFinding[] {
	if (rows?.length === 0) return [];
	const findings: BlockFinding[] = [];
	const student = { rows: rows ?? [], others: () => students.alternatesOf(id) };
	for (const rule of rules) {
		active.guard(rule, () =>
			rule.checkStudent(id, row, student, (problem, spot) => {
				findings.push(active.finding(rule, problem, record, spot));
			}),
		);
	}
	return findings;
}
