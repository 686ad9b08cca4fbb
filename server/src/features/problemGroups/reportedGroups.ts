import type { Checker } from '../../check/live/checker';
import type { OtherProblems, ReportedGroup } from './types';

/**
 * What error reports say about a file, by report, column and message. The file must not change before the last step.
 *
 * @param most how many groups are listed.
 */
export function* reportedGroups(
	checker: Checker,
	most: number,
): Generator<void, { readonly groups: readonly ReportedGroup[]; readonly others: OtherProblems }> {
	const { document, layout, reported } = checker;
	const groups = new Map<string, Omit<ReportedGroup, 'rows'> & { rows: number }>();
	for (let at = 0; reported && reported.total > 0 && at < document.blocks.length; at++) {
		for (const { source, severity, column, message, record } of reported.inBlock(at)) {
			const columnName = layout.nameOf(column);
			const id = JSON.stringify([source, severity, columnName, record === 0, message]);
			const known = groups.get(id);
			if (known) known.rows++;
			else groups.set(id, { id, report: source, severity, column, columnName, message, record, rows: 1 });
		}
		yield;
	}
	// The sort is stable: of as many rows, the one further up stays first.
	const sorted = [...groups.values()].sort((one, other) => other.rows - one.rows);
	const left = sorted.slice(most);
	return {
		groups: sorted.slice(0, most),
		others: { groups: left.length, rows: left.reduce((sum, { rows }) => sum + rows, 0) },
	};
}
