/** What the view of problems by value says of its groups. */

import { isUnseen } from '../../../server/src/characters';
import {
	type FileProblems,
	type GroupFix,
	type ProblemGroup,
	type RuleLevel,
	studentFileKinds,
} from '../../../server/src/protocol';
import { alternatives, countOf, formatNumber, plural, shown } from '../../../server/src/wording';

/** The longest value of a group's label, in UTF-16 units. */
const MAX_VALUE = 60;

/** A group of a file. */
export interface ListedGroup {
	readonly file: FileProblems;
	readonly group: ProblemGroup;
}

/** What can be done about a group. */
export type GroupAction = 'fix' | 'choose' | 'empty' | 'remove' | 'accept' | 'show';

/** An action without what it is done to. */
const actionNames: Readonly<Record<GroupAction, string>> = {
	fix: 'Fix All',
	choose: 'Choose a Code',
	empty: 'Empty',
	remove: 'Remove Rows of Unknown Students',
	accept: 'Accept',
	show: 'Show Rows',
};

/** The groups of all files, those with the most rows first. */
export function listedGroups(files: readonly FileProblems[]): readonly ListedGroup[] {
	return files
		.flatMap((file) => file.groups.map((group) => ({ file, group })))
		.sort((one, other) => other.group.rows - one.group.rows);
}

/** What a group offers, in the order of a menu. */
export function actionsOf(group: ProblemGroup): readonly GroupAction[] {
	return [
		...(usefulFixes(group).length > 0 ? ['fix' as const] : []),
		...(group.offersChoice ? ['choose' as const] : []),
		...(group.offersEmpty ? ['empty' as const] : []),
		...(group.offersRemoval ? ['remove' as const] : []),
		...(group.offersAccept ? ['accept' as const] : []),
		'show',
	];
}

/** The title of what can be done about a group. */
export function actionTitle(action: GroupAction, group: ProblemGroup): string {
	const [best, ...others] = usefulFixes(group);
	const count = formatNumber(group.rows);
	const fixed = formatNumber(best?.rows ?? 0);
	const fix = fixed === count ? `Fix All ${count}` : `Fix ${fixed} of ${count}`;
	if (action === 'fix') return others.length > 0 ? `${actionNames.fix}…` : fix;
	if (action === 'empty') return `${actionNames.empty} ${count}…`;
	const isQuestion = action === 'choose' || action === 'remove';
	return `${actionNames[action]}${isQuestion ? '…' : ''}`;
}

/** Says that a line has no such action: "Empty is not offered for this problem." */
export function notOffered(action: GroupAction): string {
	return `${actionNames[action]} is not offered for this problem.`;
}

/** The fixes of a group that change any of its rows. */
export function usefulFixes({ fixes }: ProblemGroup): readonly GroupFix[] {
	return fixes.filter(({ rows }) => rows > 0);
}

/** "Ell_status · No → N"; a fix of a part of the rows says of how many. Without a value, the rule in a few words. */
export function groupLabel(group: ProblemGroup): string {
	const { columnName, value, title } = group;
	const what = value === undefined ? title : valueText(value);
	const change = changeOf(group);
	return `${columnName === undefined ? '' : `${nameText(columnName)} · `}${what}${change ? ` → ${change}` : ''}`;
}

/** "604 rows · students.csv". */
export function groupDescription({ file, group }: ListedGroup): string {
	return `${placesOf(group)} · ${file.fileName}`;
}

/** The message of the first row, how many there are and where. */
export function groupTooltip({ file, group }: ListedGroup): string {
	const { message, record, rows } = group;
	const others = rows - 1;
	const more = others > 0 ? ` and ${countOf(others, 'other row')}` : '';
	const where = isHeader(group) ? 'Header' : `Row ${formatNumber(record + 1)}${more}`;
	const part = isForPart(group) ? `\nFix: ${changeOf(group)}` : '';
	return `${message}\n${where} of ${file.fileName}${part}`;
}

/** A group for a screen reader: "Ell_status, No, becomes N. 604 rows, students.csv, error." */
export function spokenGroup({ file, group }: ListedGroup): string {
	const { columnName, value, title, severity } = group;
	const change = changeOf(group);
	const words = [
		...(columnName === undefined ? [] : [nameText(columnName)]),
		value === undefined ? title : valueText(value),
		...(change ? [`becomes ${change}`] : []),
	];
	return `${words.join(', ')}. ${placesOf(group)}, ${file.fileName}, ${severityWords[severity]}.`;
}

/** What stands above the list: all problems, what *Fix All* fixes, and the decisions that are left. */
export function headline(files: readonly FileProblems[]): string {
	const sum = (of: (file: FileProblems) => number): number =>
		files.reduce((total, file) => total + of(file), 0);
	const named = new Set(files.map(({ fileName }) => fileName));
	const kinds = studentFileKinds.filter(({ fileName }) => named.has(fileName));
	const names = kinds.map(({ fileName }) => fileName).join(' and ');
	const findings = sum((file) => file.findings);
	if (findings === 0) return `No problems in ${names}.`;
	const fixable = sum((file) => file.fixable);
	const decisions = sum((file) => file.decisions);
	const left = sum((file) => file.others.groups);
	const listed = sum((file) => file.groups.length);
	return [
		`${countOf(findings, 'problem')} in ${names}.`,
		...(fixable > 0 ? [`Fix All fixes ${formatNumber(fixable)}.`] : []),
		...(decisions > 0 ? [decisionsLeft(decisions)] : []),
		...(left > 0
			? [`${formatNumber(listed)} of ${countOf(listed + left, 'kind')} are listed, those with the most rows.`]
			: []),
	].join(' ');
}

/** "11 decisions are left." */
export function decisionsLeft(decisions: number): string {
	return `${countOf(decisions, 'decision')} ${plural(decisions, 'is', 'are')} left.`;
}

/** The value that the fields get, or what else is done about a value; of several, all. Undefined where nothing is. */
function changeOf(group: ProblemGroup): string | undefined {
	const { column, value, rows } = group;
	const changes = usefulFixes(group).flatMap(({ newValue, title, rows: fixed }) => {
		const part = fixed < rows ? ` in ${formatNumber(fixed)} of ${countOf(rows, 'row')}` : '';
		const isTold = part !== '' || (column !== undefined && (newValue ?? value) !== undefined);
		const change = newValue === undefined || column === undefined ? title : valueText(newValue);
		return isTold ? [{ change, part }] : [];
	});
	const [first] = changes;
	if (!first) return undefined;
	if (changes.every(({ part }) => part === first.part))
		return `${alternatives(changes.map(({ change }) => change))}${first.part}`;
	return alternatives(changes.map(({ change, part }) => `${change}${part}`));
}

/** Whether a fix of a group suits a part of its rows only. */
function isForPart(group: ProblemGroup): boolean {
	return usefulFixes(group).some(({ rows }) => rows < group.rows);
}

/** A value: in quotes where spaces would be lost, "(empty)" for none. */
function valueText(value: string): string {
	if (value === '') return '(empty)';
	const text = shown(value, MAX_VALUE);
	return isUnseen(value) || value !== value.trim() ? `"${text}"` : text;
}

function nameText(name: string): string {
	return isUnseen(name) ? '(no name)' : shown(name, MAX_VALUE);
}

function placesOf(group: ProblemGroup): string {
	return isHeader(group) ? 'header' : countOf(group.rows, 'row');
}

function isHeader({ record, rows }: ProblemGroup): boolean {
	return record === 0 && rows === 1;
}

const severityWords: Readonly<Record<Exclude<RuleLevel, 'off'>, string>> = {
	error: 'error',
	warning: 'warning',
	information: 'note',
	hint: 'hint',
};
