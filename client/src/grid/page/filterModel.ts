/** The conditions of a filter, each of which can be added and taken off. Filters are never changed in place. */

import type { GridFilter } from '../../../../server/src/protocol';

/** One condition of a filter, and the filter without it. */
export interface FilterCondition {
	readonly kind: 'problems' | 'values' | 'text';
	/** The rule, for problems of one kind. */
	readonly rule?: string | undefined;
	/** 0-based in the file, for values and for problems of one column. */
	readonly column?: number | undefined;
	readonly values?: readonly string[] | undefined;
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
	const { problems, values = [], text } = filter;
	const all: FilterCondition[] = [];
	if (problems) {
		all.push({ kind: 'problems', ...problems, without: filterByProblems(filter, undefined) });
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

function withoutUndefined({ problems, values, text }: GridFilter): GridFilter {
	return { ...(problems && { problems }), ...(values && { values }), ...(text !== undefined && { text }) };
}
