import type { Layout } from '../rules/layout';
import type { Row } from '../rules/views';
import { findElement } from '../spec';
import type { FindingFacts, LookalikeFacts } from './fileFacts';
import { type Counted, type Group, rowCount } from './tally';

/** What the check on the disk, too, knows of a group. */
type FoundGroup = Pick<Group, 'rule' | 'severity' | 'column' | 'count'> &
	Partial<Pick<Group, 'notes' | 'fixable' | 'values'>>;

/** The findings of a file by rule, severity and column. */
export function findingFacts(groups: Iterable<FoundGroup>, layout: Layout): readonly FindingFacts[] {
	return [...groups].map((group) => {
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
			values: [...values].map(([value, rows]) => ({ value, rows })),
		};
	});
}

/** The columns of a header that look like a category that it lacks: those with a finding that says so. */
export function lookalikesOf(
	findings: readonly Pick<Counted, 'rule' | 'problem' | 'column'>[],
	layout: Layout,
): readonly LookalikeFacts[] {
	const row: Row = { layout, value: () => undefined, column: (name) => layout.indexOf(name) };
	return findings
		.filter(({ rule }) => rule.reason === 'lookalike-column')
		.map(({ problem, column }) => ({
			header: layout.columns[column]?.header ?? '',
			columns: (problem.fixes?.(row) ?? []).flatMap(({ target }) => {
				const name = target.kind === 'field' ? target.newValue : '';
				const isMissing = layout.indexOf(name) < 0;
				return isMissing && findElement(layout.table, name)?.optionSet ? [name] : [];
			}),
		}))
		.filter(({ columns }) => columns.length > 0);
}
