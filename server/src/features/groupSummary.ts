import { type Group, rowCount } from '../check/tally';
import { valueInKey } from '../check/valueKey';
import { isFieldRule } from '../rules';
import type { Layout } from '../rules/layout';
import { alternatives, countOf, plural, shown } from '../wording';

/** How many codes a summary lists. */
const MAX_NAMED_CODES = 15;
/** How many values a summary names: those of the most rows. */
const NAMED_VALUES = 2;
/** The longest value that a summary shows whole, in UTF-16 units: two of them must leave room for the rest. */
const MAX_VALUE = 24;
/** Different values whose counts are compared for one summary: it is made again after each edit. */
const MAX_COMPARED = 10_000;

/** What needs no quotes to be seen as one value in a sentence. */
const WORD = /^[\p{L}\p{N}]+(?:[-/.][\p{L}\p{N}]+)*$/u;

/**
 * Says of a group how many rows have the problem and, in a column of codes, which values they have most and what the
 * column takes.
 */
export function groupSummary(layout: Layout, group: Group): string {
	const { rule, column } = group;
	const count = rowCount(group);
	const name = layout.nameOf(column);
	const options = layout.columns[column]?.element?.optionSet?.options;
	const values = options && valuesIn(group);
	if (!values) return `${rule.title}: ${countOf(count, 'row')} in ${name}.`;
	const codes = options.map(({ code }) => shown(code));
	const takes = codes.length > MAX_NAMED_CODES ? rule.title : `${name} takes ${alternatives(codes)}`;
	return `${countOf(count, 'row')} ${plural(count, 'has', 'have')} ${values} in ${name}. ${takes}.`;
}

/** "Male, Female or 3 other values"; undefined where the values are not counted one by one. */
function valuesIn({ rule, column, countByKey }: Group): string | undefined {
	if (!isFieldRule(rule)) return undefined;
	if (countByKey.size > MAX_COMPARED) return countOf(countByKey.size, 'different value');
	const most: KeyCount[] = [];
	let size = 0;
	for (const [key, count] of countByKey) {
		// A finding on the header itself has no text as its key.
		if (typeof key !== 'string') continue;
		size++;
		if (count < (most[NAMED_VALUES - 1]?.count ?? 0)) continue;
		most.push({ key, count });
		most.sort(byCount).splice(NAMED_VALUES);
	}
	if (size === 0) return undefined;
	const named = most.map(({ key }) => quoteUnlessWord(valueInKey(key, rule, column)));
	const others = size - named.length;
	return alternatives([...named, ...(others > 0 ? [countOf(others, 'other value')] : [])]);
}

interface KeyCount {
	readonly key: string;
	readonly count: number;
}

/** In an order that does not depend on which value was met first. */
function byCount(one: KeyCount, other: KeyCount): number {
	return other.count - one.count || (one.key < other.key ? -1 : 1);
}

function quoteUnlessWord(value: string): string {
	return WORD.test(value) ? shown(value, MAX_VALUE) : `"${shown(value, MAX_VALUE)}"`;
}
