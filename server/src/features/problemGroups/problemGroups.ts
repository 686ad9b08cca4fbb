import { type Finding, messageOf } from '../../check/finding';
import type { Checker } from '../../check/live/checker';
import { isFieldRule } from '../../rules';
import { severities } from '../../rules/rule';
import { isChoiceOffered } from '../chooseCode';
import { acceptedAs } from '../districtActions';
import { fixesOfGroup } from './groupFixes';
import { type GroupKey, groupIdOf, groupKeyOf } from './groupKey';
import type { FileProblems, ProblemGroup } from './types';

interface Counted {
	readonly key: GroupKey;
	readonly first: Finding;
	rows: number;
}

/**
 * The problems of a file by value. The file must be checked to its end, and must not change before the last step.
 *
 * @param most how many groups are listed.
 */
export function* problemGroups(
	checker: Checker,
	most: number,
): Generator<void, Omit<FileProblems, 'version'>> {
	const counted = new Map<string, Counted>();
	for (const finding of checker.findingsInGroups()) {
		const key = groupKeyOf(checker, finding);
		const id = groupIdOf(key);
		const same = counted.get(id);
		if (same) same.rows++;
		else counted.set(id, { key, first: finding, rows: 1 });
		yield;
	}
	const sorted = [...counted.values()].sort(
		(one, other) =>
			other.rows - one.rows ||
			severities.indexOf(one.key.severity) - severities.indexOf(other.key.severity) ||
			one.first.record - other.first.record ||
			one.first.column - other.first.column,
	);
	const groups: ProblemGroup[] = [];
	for (const one of sorted.slice(0, most)) groups.push(yield* groupOf(checker, one));
	const left = sorted.slice(most);
	const { document, table, tally } = checker;
	return {
		uri: document.uri,
		fileName: table.fileName,
		groups,
		others: { groups: left.length, rows: left.reduce((sum, { rows }) => sum + rows, 0) },
		findings: tally.total,
		fixable: tally.fixable,
		decisions: tally.decisions,
	};
}

function* groupOf(checker: Checker, { key, first, rows }: Counted): Generator<void, ProblemGroup> {
	const { rule, severity, column, value } = key;
	const { fixes, offersEmpty } = yield* fixesOfGroup(checker, groupIdOf(key), first, rows);
	return {
		id: groupIdOf(key),
		rule: rule.id,
		severity,
		...(column !== undefined && { column, columnName: checker.layout.nameOf(column) }),
		...(value !== undefined && { value }),
		title: rule.title,
		message: messageOf(first),
		rows,
		record: first.record,
		fixes,
		offersChoice: value !== undefined && isChoiceOffered(first),
		offersEmpty: offersEmpty && value !== undefined && isFieldRule(rule),
		offersAccept: acceptedAs(checker, first) !== undefined,
	};
}
