import { FieldReader } from '../../check/fieldReader';
import { messageOf } from '../../check/finding';
import { mostProven } from '../../check/fixes/fixEdits';
import type { Checker } from '../../check/live/checker';
import { mayQuote } from '../../check/mayQuote';
import { isFieldRule } from '../../rules';
import { isChoiceOffered } from '../chooseCode';
import { acceptedAs } from '../districtActions';
import { findingWalk } from './findingWalk';
import { FixCounts } from './fixCounts';
import {
	type GroupedFile,
	type GroupedFinding,
	type GroupKey,
	groupIdOf,
	groupKeyOf,
	groupSlotOf,
} from './groupKey';
import { GroupSizes } from './groupSizes';
import { reportedGroups } from './reportedGroups';
import { RowFixes } from './rowFixes';
import type { FileProblems, GroupFix, ProblemGroup } from './types';

/** How many fixes of a group are listed. */
const MAX_FIXES = 3;

/** A group that is listed, while its fixes are counted. */
interface Listed {
	readonly key: GroupKey;
	readonly first: GroupedFinding;
	readonly rows: number;
	/** Undefined where there is no time to prove any. */
	readonly fixes: FixCounts | RowFixes | undefined;
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
	const { document, layout, table, tally } = checker;
	const file: GroupedFile = { layout, reader: new FieldReader(document) };
	const sizes = yield* GroupSizes.of(checker, file);
	const largest = yield* sizes.largest(most);
	const listed = yield* listedGroups(checker, file, largest);
	const groups = [...largest.keys()].flatMap((slot) => listed.get(slot) ?? []);
	const rows = groups.reduce((sum, group) => sum + group.rows, 0);
	const ofReports = yield* reportedGroups(checker, most);
	return {
		uri: document.uri,
		fileName: table.fileName,
		groups: groups.map((group) => groupOf(checker, group)),
		others: { groups: sizes.size - groups.length, rows: tally.total - rows },
		reported: ofReports.groups,
		otherReported: ofReports.others,
		findings: tally.total,
		fixable: tally.fixable,
		decisions: tally.decisions,
	};
}

/** Walks over the findings again, for the first of each group that is listed, and for the fixes of all. */
function* listedGroups(
	checker: Checker,
	file: GroupedFile,
	largest: ReadonlyMap<string, number>,
): Generator<void, ReadonlyMap<string, Listed>> {
	const listed = new Map<string, Listed>();
	// Each proof reads a whole record: in a file of thousands of columns there is time for few.
	const proven = new Set([...largest.keys()].slice(0, mostProven(checker.layout, largest.size)));
	for (const finding of findingWalk(checker)) {
		const slot = finding && groupSlotOf(file, finding);
		const rows = slot === undefined ? undefined : largest.get(slot);
		if (finding && slot !== undefined && rows !== undefined) {
			let group = listed.get(slot);
			if (!group) {
				const key = groupKeyOf(file, finding);
				const fixes = proven.has(slot) ? fixesFor(checker, key, finding, rows) : undefined;
				group = { key, first: finding, rows, fixes };
				listed.set(slot, group);
			}
			group.fixes?.add(finding);
		}
		yield;
	}
	return listed;
}

/** Counts the same fix for a value or a single row, and the own fix of each row where there are more. */
function fixesFor(
	checker: Checker,
	key: GroupKey,
	first: GroupedFinding,
	rows: number,
): FixCounts | RowFixes {
	const isQuoted = mayQuote(checker, first);
	const isSame = key.isHeader || key.value !== undefined || (rows === 1 && isQuoted);
	return isSame ? new FixCounts(checker, key) : new RowFixes(checker, isQuoted);
}

function groupOf(checker: Checker, { key, first, rows, fixes }: Listed): ProblemGroup {
	const { rule, severity, value } = key;
	const column = isOfWholeHeader(checker, first) ? undefined : key.column;
	return {
		id: groupIdOf(key),
		rule: rule.id,
		severity,
		...(column !== undefined && { column, columnName: checker.layout.nameOf(column) }),
		...(value !== undefined && { value }),
		title: rule.title,
		message: mayQuote(checker, first) ? messageOf(first) : rule.title,
		rows,
		record: first.record,
		fixes: listedFixes(fixes),
		offersChoice: value !== undefined && isChoiceOffered(first),
		offersEmpty: value !== undefined && isFieldRule(rule) && fixes instanceof FixCounts && fixes.isEmptied,
		offersAccept: value !== undefined && acceptedAs(checker, first) !== undefined,
		offersRemoval: value !== undefined && 'offersRemoval' in rule && rule.offersRemoval === true,
	};
}

/** Whether a finding marks all of the header, and so is about none of its columns. */
function isOfWholeHeader({ document, layout }: Checker, { record, start, end }: GroupedFinding): boolean {
	if (record > 0 || start !== 0 || end === undefined) return false;
	return document.recordSpan(0).start + end === document.fieldSpan(0, layout.columns.length - 1).end;
}

function listedFixes(fixes: Listed['fixes']): readonly GroupFix[] {
	if (fixes instanceof RowFixes) return fixes.listed;
	const counted = fixes?.counted ?? [];
	const isPreferred = (counted[0]?.preferred ?? 0) > 0;
	return counted.slice(0, isPreferred ? 1 : MAX_FIXES).map(({ fix, preferred, all }) => ({
		id: fix.id,
		title: fix.title,
		...(fix.target.kind === 'field' && { newValue: fix.target.newValue }),
		isPreferred,
		rows: isPreferred ? preferred : all,
	}));
}
