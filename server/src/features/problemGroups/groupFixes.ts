import type { Finding } from '../../check/finding';
import { fixesOf, offsetEditsOf } from '../../check/fixes/fixEdits';
import type { Checker } from '../../check/live/checker';
import type { OffsetEdit } from '../../csv/edits/edit';
import { nonOverlapping } from '../../csv/edits/nonOverlapping';
import type { Fix } from '../../rules/fix';
import { emptyingFixes, keepingFixes } from '../chooseCode';
import { groupIdOf, groupKeyOf, partsOfId } from './groupKey';
import type { GroupFix } from './types';

/** How many fixes of a group are listed. */
const MAX_GROUP_FIXES = 3;

/** What can be done about all findings of a group. */
interface FixesOfGroup {
	readonly fixes: readonly GroupFix[];
	readonly offersEmpty: boolean;
}

/** The fixes of a group, as its first finding has them. */
export function* fixesOfGroup(
	checker: Checker,
	id: string,
	first: Finding,
	rows: number,
): Generator<void, FixesOfGroup> {
	const all = fixesOf(checker, first);
	const keeping = keepingFixes(all);
	const listed = keeping.slice(0, keeping[0]?.preferred ? 1 : MAX_GROUP_FIXES);
	const fixes: GroupFix[] = [];
	for (const fix of listed) {
		let count = rows;
		if (rows > 1) {
			count = 0;
			for (const suited of suitedFindings(checker, id, fix)) {
				if (suited) count++;
				yield;
			}
		}
		fixes.push({
			id: fix.id,
			title: fix.title,
			...(fix.target.kind === 'field' && { newValue: fix.target.newValue }),
			isPreferred: fix.preferred === true,
			rows: count,
		});
	}
	return { fixes, offersEmpty: emptyingFixes(all).length > 0 };
}

/** The edits of one fix for all findings of a group that have it, and how many those are; undefined if it is not there. */
export function* groupFixEdits(
	checker: Checker,
	id: string,
	fixId: string,
): Generator<void, { readonly edits: readonly OffsetEdit[]; readonly changed: number } | undefined> {
	let fix: Fix | undefined;
	for (const finding of findingsOfGroup(checker, id)) {
		if (finding) {
			fix = keepingFixes(fixesOf(checker, finding)).find((one) => one.id === fixId);
			break;
		}
		yield;
	}
	if (!fix) return undefined;
	const edits: OffsetEdit[] = [];
	let changed = 0;
	for (const suited of suitedFindings(checker, id, fix)) {
		if (suited) {
			edits.push(...offsetEditsOf(checker.document, suited.finding.record, suited.fix));
			changed++;
		}
		yield;
	}
	return { edits: nonOverlapping(edits).edits, changed };
}

interface FixedFinding {
	readonly finding: Finding;
	readonly fix: Fix;
}

/** The findings of a group that have the same fix; undefined for each of the others. */
function* suitedFindings(checker: Checker, id: string, fix: Fix): Iterable<FixedFinding | undefined> {
	for (const finding of findingsOfGroup(checker, id)) {
		const same = finding && fixesOf(checker, finding).find((one) => one.id === fix.id);
		// Of rows with the same value, one may be another student's.
		yield finding && same && (same.preferred || !fix.preferred) ? { finding, fix: same } : undefined;
	}
}

/** The findings of a group, in the order of the file, and undefined for each that is looked at and is of another. */
function* findingsOfGroup(checker: Checker, id: string): Iterable<Finding | undefined> {
	const parts = partsOfId(id);
	if (!parts) return;
	const { severity, rule, column } = parts;
	const findings = checker.findingsInGroups(
		(group) =>
			group.severity === severity &&
			group.rule.id === rule &&
			(column === undefined || group.column === column),
	);
	for (const finding of findings) {
		yield groupIdOf(groupKeyOf(checker, finding)) === id ? finding : undefined;
	}
}
