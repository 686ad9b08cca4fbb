/** The conditions of a filter, each of which can be added and taken off. Filters are never changed in place. */

import type { GridFilter } from '../../../../server/src/protocol';

/** One condition of a filter, and the filter without it. */
export interface FilterCondition {
	readonly kind: 'problems' | 'changed' | 'values' | 'text';
	/** The rule, for problems of one kind. */
	readonly rule?: string | undefined;
	/** 0-based in the file, for values, for problems of one column and for one value that changed. */
	readonly column?: number | undefined;
	readonly values?: readonly string[] | undefined;
	/** The value in the last upload, where only rows are shown that had it. */
	readonly from?: string | undefined;
	readonly text?: string | undefined;
	readonly without: GridFilter;
}

/** A filter with another text to look for; one of spaces only takes the condition off. */
export function filterByText(filter: GridFilter, text: string): GridFilter {
	return withoutUndefined({ ...filter, text: text.trim() === '' ? undefined : text });
}

/** A filter for rows with problems, of one rule or of any; undefined takes the condition off. */
export function filterByProblems(filter: GridFilter, problems: GridFilter['problems']): GridFilter {
	return withoutUndefined({ ...filter, problems });
}

/** A filter for rows with a cell that had another value in the last upload; false takes the condition off. */
export function filterByChanged(filter: GridFilter, changed: boolean): GridFilter {
	return withoutUndefined({ ...filter, changed });
}

/** A filter with other values of a column; undefined takes the condition off. An empty list would show no row. */
export function filterByValues(
	filter: GridFilter,
	column: number,
	values: readonly string[] | undefined,
): GridFilter {
	const others = (filter.values ?? []).filter((each) => each.column !== column);
	const all = values ? [...others, { column, values }] : others;
	return withoutUndefined({ ...filter, values: all.length > 0 ? all : undefined });
}

/** The values that a filter shows of a column; undefined if it shows all. */
export function filteredValues(filter: GridFilter, column: number): readonly string[] | undefined {
	return filter.values?.find((each) => each.column === column)?.values;
}

/** The conditions of a filter, in a fixed order. */
export function conditionsOf(filter: GridFilter): readonly FilterCondition[] {
	const { problems, values = [], text, changed } = filter;
	const all: FilterCondition[] = [];
	if (problems) {
		all.push({ kind: 'problems', ...problems, without: filterByProblems(filter, undefined) });
	}
	if (changed) {
		const of = typeof changed === 'object' ? changed : {};
		all.push({ kind: 'changed', ...of, without: filterByChanged(filter, false) });
	}
	for (const each of values) {
		all.push({ kind: 'values', ...each, without: filterByValues(filter, each.column, undefined) });
	}
	if (text !== undefined) all.push({ kind: 'text', text, without: filterByText(filter, '') });
	return all;
}

/** Whether a filter hides rows. */
export function isFiltering(filter: GridFilter): boolean {
	return conditionsOf(filter).length > 0;
}

function withoutUndefined({ problems, values, text, changed }: GridFilter): GridFilter {
	return {
		...(problems && { problems }),
		...(changed && { changed }),
		...(values && { values }),
		...(text !== undefined && { text }),
	};
}
