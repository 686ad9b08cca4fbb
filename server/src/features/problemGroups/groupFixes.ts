import { FieldReader } from '../../check/fieldReader';
import { fixAllSteps } from '../../check/fixes/fixAll';
import { editStepsOfFixes, type FixOfRecord, isFixable } from '../../check/fixes/fixEdits';
import type { Checker } from '../../check/live/checker';
import type { OffsetEdit } from '../../csv/edits/edit';
import { findingWalk } from './findingWalk';
import { FixCounts } from './fixCounts';
import {
	type GroupedFinding,
	type GroupKey,
	groupIdOf,
	groupKeyOf,
	groupSlotOf,
	partsOfId,
} from './groupKey';
import { EACH_ROW } from './rowFixes';

/** The edits of one fix for all findings of a group, and how many findings it fixes. */
export interface GroupEdits {
	/** Ascending, and none overlaps another. */
	readonly edits: readonly OffsetEdit[];
	readonly changed: number;
}

/**
 * The edits of a fix that a list has offered for a group; undefined where the group or its fix is not there. The file
 * must be checked to its end, and must not change before the last step.
 */
export function* groupFixEdits(
	checker: Checker,
	groupId: string,
	fixId: string,
): Generator<void, GroupEdits | undefined> {
	const group = yield* findGroup(checker, groupId);
	if (!group) return undefined;
	const { key, findings } = group;
	const answer =
		fixId === EACH_ROW
			? yield* rowEdits(checker, key, findings)
			: yield* sameEdits(checker, key, findings, fixId);
	return answer.changed > 0 ? answer : undefined;
}

/** The findings of a group, in the order of the file. */
function* findGroup(
	checker: Checker,
	id: string,
): Generator<void, { readonly key: GroupKey; readonly findings: readonly GroupedFinding[] } | undefined> {
	const parts = partsOfId(id);
	if (!parts) return undefined;
	const { severity, rule, column } = parts;
	const file = { layout: checker.layout, reader: new FieldReader(checker.document) };
	const findings: GroupedFinding[] = [];
	let slot: string | undefined;
	const walk = findingWalk(
		checker,
		(group) =>
			group.severity === severity &&
			group.rule.id === rule &&
			(column === undefined || group.column === column),
	);
	for (const finding of walk) {
		if (!finding) yield;
		else if (
			slot !== undefined ? groupSlotOf(file, finding) === slot : groupIdOf(groupKeyOf(file, finding)) === id
		) {
			slot ??= groupSlotOf(file, finding);
			findings.push(finding);
		}
	}
	const [first] = findings;
	return first && { key: groupKeyOf(file, first), findings };
}

/** The same fix for each finding that has it. Where it is the preferred one of some, only those are fixed. */
function* sameEdits(
	checker: Checker,
	key: GroupKey,
	findings: readonly GroupedFinding[],
	fixId: string,
): Generator<void, GroupEdits> {
	const counts = new FixCounts(checker, key);
	const fixed: FixOfRecord[] = [];
	for (const finding of findings) {
		const fix = counts.add(finding).find(({ id }) => id === fixId);
		if (fix) fixed.push({ record: finding.record, fix });
		yield;
	}
	// The fix is not preferred in a row that would get the ID of another student: that row stays as it is.
	const isPreferred = fixed.some(({ fix }) => fix.preferred);
	const wanted = isPreferred ? fixed.filter(({ fix }) => fix.preferred) : fixed;
	return { edits: yield* editStepsOfFixes(checker.document, wanted), changed: wanted.length };
}

/** What *Fix All* does to the rows of a group, and to nothing else. */
function* rowEdits(
	checker: Checker,
	{ rule, severity, column }: GroupKey,
	findings: readonly GroupedFinding[],
): Generator<void, GroupEdits> {
	const changed = findings.filter((finding) => isFixable(checker, finding)).length;
	const edits = yield* fixAllSteps(
		checker,
		(finding) =>
			finding.rule === rule &&
			finding.severity === severity &&
			(column === undefined || (finding.column === column && finding.record > 0)),
	);
	return { edits, changed };
}
