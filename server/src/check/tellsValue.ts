import type { Rule } from '../rules/rule';
import { type Element, findElement, tables } from '../spec';

/**
 * Whether a finding tells what a student has in a category to whoever knows its rule, its row and its column.
 *
 * @param record 0-based; the header is record 0.
 * @param element what its column holds; undefined for a column that nobody knows, null where it is about no column.
 */
export function tellsValue(
	rule: Pick<Rule, 'tellsValue'>,
	record: number,
	element: Element | undefined | null,
): boolean {
	return ruleTells(rule, element ?? undefined) || (record > 0 && element !== null && mayBeForSome(element));
}

function ruleTells({ tellsValue: tells }: Pick<Rule, 'tellsValue'>, element: Element | undefined): boolean {
	return typeof tells === 'function' ? tells(element) : tells;
}

/**
 * Whether a column may be filled for some students only, such as a disability: a wrong value there is one all the same. A
 * column that nobody knows may be such a one with a misspelled name.
 */
function mayBeForSome(element: Element | undefined): boolean {
	if (!element) return true;
	const twin = tables.map((table) => findElement(table, element.twin ?? '')).find(Boolean);
	return (element.neededWhere ?? twin?.neededWhere) !== undefined;
}
