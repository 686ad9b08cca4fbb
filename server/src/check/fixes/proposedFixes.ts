import type { Fix } from '../../rules/fix';
import type { Layout } from '../../rules/layout';
import type { Problem } from '../../rules/rule';
import type { Row } from '../../rules/views';
import type { StudentLookup } from '../dataset/studentLookup';

/** The fixes that a rule proposes for a problem in a row, the preferred one first. Nothing has proven them yet. */
export function proposedFixes(problem: Problem, row: Row): readonly Fix[] {
	return [...(problem.fixes?.(row) ?? [])].sort(
		(a, b) => Number(b.preferred ?? false) - Number(a.preferred ?? false),
	);
}

/**
 * A row as fixes see it.
 *
 * @param valueAt the unquoted value in a 0-based column; undefined where the row is shorter.
 * @param roster has the students that the row is compared with.
 */
export function rowOf(
	layout: Layout,
	valueAt: (column: number) => string | undefined,
	roster: StudentLookup | undefined,
): Row {
	return {
		layout,
		value: (column) => (layout.indexOf(column) < 0 ? undefined : (valueAt(layout.indexOf(column)) ?? '')),
		column: (column) => layout.indexOf(column),
		...(roster && { isStudent: (id: string) => roster.rowsOf(id).length > 0 }),
	};
}
