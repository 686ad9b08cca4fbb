import { rules } from '../rules';
import { lookalikeColumns } from '../rules/header/lookalikes';
import type { Layout } from '../rules/layout';
import type { FindingFacts, LookalikeFacts, ValueFacts } from './fileFacts';
import { type Group, rowCount } from './tally';

/** What the check on the disk, too, knows of a group. */
type FoundGroup = Pick<Group, 'rule' | 'severity' | 'column' | 'count'> &
	Partial<Pick<Group, 'notes' | 'fixable' | 'values'>>;

/** The findings of a file by rule, severity and column, in the order of the rules, whatever was found first. */
export function findingFacts(groups: Iterable<FoundGroup>, layout: Layout): readonly FindingFacts[] {
	return [...groups].sort(byRuleAndColumn).map((group) => {
		const { rule, severity, column, count, notes = 0, fixable = 0, values = new Map() } = group;
		const named = layout.columns[column];
		return {
			rule: rule.id,
			title: rule.title,
			reason: rule.reason,
			severity,
			column: named?.element?.column ?? named?.header ?? '',
			count,
			rows: rowCount({ count, notes }),
			fixable,
			values: [...values].map(([value, rows]) => ({ value, rows })).sort(byRowsAndValue),
		};
	});
}

const ranks = new Map(rules.map(({ id }, rank) => [id, rank]));

function byRuleAndColumn(one: FoundGroup, other: FoundGroup): number {
	const rank = ({ rule }: FoundGroup): number => ranks.get(rule.id) ?? ranks.size;
	return rank(one) - rank(other) || one.column - other.column || (one.severity < other.severity ? -1 : 1);
}

function byRowsAndValue(one: ValueFacts, other: ValueFacts): number {
	return other.rows - one.rows || (one.value < other.value ? -1 : 1);
}

/** The columns of a file that look like a category that it lacks. */
export function lookalikeFacts(layout: Layout): readonly LookalikeFacts[] {
	const columns = new Map<number, LookalikeFacts & { readonly columns: string[] }>();
	for (const { column, header, index } of lookalikeColumns(layout)) {
		const facts = columns.get(index) ?? { header, index, columns: [] };
		facts.columns.push(column);
		columns.set(index, facts);
	}
	return [...columns.values()];
}
