import type { ActiveRules } from '../check/activeRules';
import { countFinding, countsWith } from '../check/dataset/countFinding';
import type { BlockFinding } from '../check/finding';
import type { Layout } from '../rules/layout';
import { DiskStudents, type KeptRange } from './diskStudents';
import type { PlacedRange } from './rangeReader';

/** A file that students may be counted by. */
export interface StudentCountSource {
	readonly layout: Layout;
	readonly active: ActiveRules;
	/** With the values of `countedColumns`. */
	readonly ranges: readonly PlacedRange[];
}

/** The 0-based columns that the rules look at that count students; undefined if no rule counts any by this file. */
export function countedColumns(layout: Layout, active: ActiveRules): readonly number[] | undefined {
	const columns = active
		.studentCountRules(layout)
		.flatMap(({ rosterColumn, column }) => [layout.indexOf(rosterColumn), layout.indexOf(column)]);
	return columns.length === 0 ? undefined : columns.filter((column) => column >= 0);
}

/**
 * The findings of the rules that count students: those of the file itself, where it has both columns of a rule, or with
 * a roster its students.
 */
export function studentCountFindings(
	{ layout, active, ranges }: StudentCountSource,
	roster?: DiskStudents,
): readonly BlockFinding[] {
	const rules = active
		.studentCountRules(layout)
		.filter((rule) => (roster ? countsWith(rule, roster.layout) : layout.indexOf(rule.rosterColumn) >= 0));
	if (rules.length === 0) return [];
	const kept = ranges.filter((range): range is KeptRange => range.kept !== undefined);
	const own = new DiskStudents(layout, kept, countedColumns(layout, active) ?? []);
	const students = roster ?? own;
	return rules.flatMap((rule) => {
		let count = 0;
		for (const id of students.students()) {
			// The row that cannot be read may be the one that counts.
			if (own.mayHashedBeUnreadable(id)) continue;
			const rows = students.rowsOfHashed(id);
			const others = students === own ? rows : own.rowsOfHashed(id);
			if (active.guard(rule, () => rule.isCounted(rows, others))) count++;
		}
		return countFinding(rule, active, layout, count) ?? [];
	});
}
