import { fieldRules } from '../../rules';
import type { Layout } from '../../rules/layout';
import type { FieldRule, Problem } from '../../rules/rule';
import type { Element } from '../../spec';
import type { ActiveRules } from '../activeRules';
import { FieldFilter } from './fieldFilter';
import { ValueCache } from './valueCache';

/** What the record check needs to know of one column: one that a rule applies to, or one of codes. */
export interface ColumnPlan {
	/** 0-based. */
	readonly column: number;
	readonly rules: readonly FieldRule[];
	/** The values met so far with their problems; undefined for a column without codes, where most values differ. */
	readonly cache: ValueCache<FieldProblem> | undefined;
	/** What the column holds; undefined for a column that the table does not have. */
	readonly kind: Element['kind'] | undefined;
	/** Whether the column holds a key: only there can an empty field be a problem. */
	readonly isKey: boolean;
}

/** A problem of one value and the rule that reported it. */
export interface FieldProblem {
	readonly rule: FieldRule;
	readonly problem: Problem;
}

/** The plans of a header's columns, ascending; columns without codes that no rule applies to have none. */
export function planColumns(layout: Layout, active: ActiveRules): readonly ColumnPlan[] {
	const rulesOn = fieldRules.filter((rule) => active.isOn(rule));
	const columnsOfCodes = layout.columns.filter(({ element }) => element?.optionSet).length;
	return layout.columns
		.map(({ index, element, header }) => ({
			column: index,
			rules: rulesOn.filter((rule) => rule.appliesTo(element, header)),
			cache: element?.optionSet ? new ValueCache<FieldProblem>(columnsOfCodes) : undefined,
			kind: element?.kind,
			isKey: element?.kind === 'key',
		}))
		.filter(({ rules, cache }) => rules.length > 0 || cache);
}

/** One filter for all columns of one kind that share the same rules, so that each text is searched once for all of them. */
export function filtersOf(layout: Layout, plans: readonly ColumnPlan[]): readonly FieldFilter[] {
	const plansByRules = new Map<string, ColumnPlan[]>();
	for (const plan of plans) {
		const group = `${plan.kind} ${plan.rules.map((rule) => rule.id).join(' ')}`;
		const sameRules = plansByRules.get(group);
		if (sameRules) sameRules.push(plan);
		else plansByRules.set(group, [plan]);
	}
	return [...plansByRules.values()].map((sameRules) => {
		const [{ rules, column, isKey }] = sameRules as [ColumnPlan, ...ColumnPlan[]];
		const { element } = layout.columns[column] as Layout['columns'][number];
		return new FieldFilter(
			rules.map(({ prefilter }) => (typeof prefilter === 'function' ? prefilter(element) : prefilter)),
			sameRules.map(({ column }) => column),
			isKey,
		);
	});
}

/** The problem that the first rule of a column reports on one value; null if no rule does. */
export function firstFieldProblem(
	{ column, rules }: ColumnPlan,
	layout: Layout,
	value: string,
	active: ActiveRules,
): FieldProblem | null {
	const { element, header } = layout.columns[column] as Layout['columns'][number];
	for (const rule of rules) {
		const problem = active.guard(rule, () =>
			rule.checkField({ table: layout.table, element, header, value, column }),
		);
		// The values of a rule with a reason are counted one by one. A password is in no count.
		const isCounted = rule.reason !== undefined || (active.countsValues && element?.kind !== 'secret');
		if (problem) return { rule, problem: isCounted ? { ...problem, value } : problem };
	}
	return null;
}
