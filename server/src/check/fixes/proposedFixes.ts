import { valueIn } from '../../csv/quote';
import type { Fields } from '../../csv/scan';
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

/** The unquoted values of the record of `text` that was read into `fields`. */
export function valuesIn(text: string, fields: Fields): readonly string[] {
	return Array.from({ length: fields.count }, (_, column) => valueIn(text, fields, column));
}

/** A row of these values as fixes see it; `roster` has the students that it is compared with. */
export function rowOfValues(
	layout: Layout,
	values: readonly string[],
	roster: StudentLookup | undefined,
): Row {
	return {
		layout,
		value: (column) => (layout.indexOf(column) < 0 ? undefined : (values[layout.indexOf(column)] ?? '')),
		column: (column) => layout.indexOf(column),
		isStudent: (id) => (roster?.rowsOf(id).length ?? 0) > 0,
	};
}
