import type { CsvDocument } from '../csv/document';
import { isFieldRule } from '../rules';
import type { Layout } from '../rules/layout';
import type { Problem, Rule } from '../rules/rule';
import type { Finding } from './finding';

/** What the findings on one value of a column have in common: a text, or the problem that they share. */
export type ValueKey = string | Problem;

/** By problem, its key where it is a text: it must be the same when a finding is counted and when it is gone. */
const keys = new WeakMap<Problem, string>();

/**
 * The key of a finding. In a column of codes it is a text: the same value may have many problems there, since the check
 * forgets the first values of a column that has thousands. `record` counts in the document.
 */
export function valueKey(
	document: CsvDocument,
	layout: Layout,
	{ rule, problem, record, column }: Pick<Finding, 'rule' | 'problem' | 'record' | 'column'>,
): ValueKey {
	const known = keys.get(problem);
	if (known !== undefined) return known;
	const hasCodes = layout.columns[column]?.element?.optionSet !== undefined;
	if (record === 0 || !hasCodes || !isFieldRule(rule)) return problem;
	const key = `${prefixOf(rule, column)}${document.fieldsOf(record)[column]?.value ?? ''}`;
	keys.set(problem, key);
	return key;
}

/** The key of a problem whose findings are counted. */
export function keyOfCounted(problem: Problem): ValueKey {
	return keys.get(problem) ?? problem;
}

/** The value in a key that is a text, of a finding of this rule in this column. */
export function valueInKey(key: string, rule: Pick<Rule, 'id'>, column: number): string {
	return key.slice(prefixOf(rule, column).length);
}

function prefixOf({ id }: Pick<Rule, 'id'>, column: number): string {
	return `${id} ${column} `;
}
