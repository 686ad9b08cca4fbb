/** What the filter and the selection say in words. */

import { isUnseen } from '../../../../server/src/characters';
import { type GridLayout, ruleTitles } from '../../../../server/src/protocol';
import { countOf, formatNumber, shown } from '../../../../server/src/wording';
import type { FilterCondition } from './filterModel';

/** The longest value in a chip or a list, in UTF-16 units. */
const MAX_VALUE = 40;
/** Values that a chip names; more of them are counted. */
const MAX_VALUES = 3;

/** A value in a list: "(empty)" for none, and in quotes where it is nothing but spaces. */
export function valueName(value: string): string {
	if (value === '') return '(empty)';
	return isUnseen(value) ? `"${value}"` : shown(value, MAX_VALUE);
}

/** What a condition asks for: "Race: Hispanic, (empty)". */
export function conditionText(
	{ kind, rule, column, values = [], from, text = '' }: FilterCondition,
	columns: GridLayout['columns'],
): string {
	if (kind === 'changed' && from === undefined) return 'Changed since the last upload';
	if (kind === 'text') return `Contains "${shown(text, MAX_VALUE)}"`;
	const name = shown(columns.find(({ index }) => index === column)?.name ?? '', MAX_VALUE);
	if (from !== undefined) return `${name} was ${valueName(from)} in the last upload`;
	if (kind === 'problems') {
		const title = rule && (ruleTitles[rule] ?? rule);
		if (column === undefined) return title ?? 'Rows with problems';
		return title ? `${name}: ${title}` : `Wrong values in ${name}`;
	}
	const named = values.slice(0, MAX_VALUES).map(valueName).join(', ');
	const more = values.length - MAX_VALUES;
	return `${name}: ${named}${more > 0 ? ` and ${formatNumber(more)} more` : ''}`;
}

/** What the order is: "Sorted by Last_name". */
export function sortText(column: number, columns: GridLayout['columns']): string {
	return `Sorted by ${shown(columns.find(({ index }) => index === column)?.name ?? '', MAX_VALUE)}`;
}

/** "34 of 2,400 rows"; "2,400 rows" where nothing is filtered out. */
export function rowsText(shownRows: number, total: number, isFiltered: boolean): string {
	const all = countOf(total, 'row');
	return isFiltered ? `${formatNumber(shownRows)} of ${all}` : all;
}

/** "1,204 cells selected". */
export function selectionText(cells: number): string {
	return `${countOf(cells, 'cell')} selected`;
}

/** "Columns with problems (3)". */
export function problemColumnsText(columns: GridLayout['columns']): string {
	return `Columns with problems (${formatNumber(columns.filter(({ problems }) => problems > 0).length)})`;
}
