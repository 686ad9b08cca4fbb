import {
	type CodeAction,
	CodeActionKind,
	type Command,
	type Range,
	type TextEdit,
} from 'vscode-languageserver-types';
import type { Finding } from '../check/finding';
import { fixAllEdits } from '../check/fixes/fixAll';
import { fixesOf, isFixable, offsetEditsOf } from '../check/fixes/fixEdits';
import type { Checker } from '../check/live/checker';
import type { CsvDocument } from '../csv/document';
import type { OffsetEdit } from '../csv/edits/edit';
import { mergeEdits } from '../csv/edits/mergeEdits';
import { nonOverlapping } from '../csv/edits/nonOverlapping';
import { toTextEdits } from '../csv/ranges';
import type { Fix } from '../rules/fix';
import { formatNumber, shown } from '../wording';
import { runToEnd } from '../work/runToEnd';
import type { ClientCommands } from './clientCommands';
import { type DiagnosticOptions, toDiagnostic } from './diagnostics';
import { findingSpan } from './findingRange';

/** The kind of the code action that applies every preferred fix of a file. */
export const fixAllKind = 'source.fixAll.clever-demographics';

export interface CodeActionOptions extends DiagnosticOptions {
	/** The kinds asked for; all where it is missing. */
	readonly only?: readonly string[];
	/** The client's commands; undefined for a client that has none. */
	readonly commands: ClientCommands | undefined;
}

/** An action whose edits are worked out when somebody picks it, or at once for a client that cannot ask. */
export interface LazyAction {
	readonly action: CodeAction;
	readonly edits?: () => TextEdit[];
}

const MOST_FINDINGS_AT_ONCE = 50;

/** The fixes of the findings in a range, the fixes of many at once, and the ways to say that a finding is none. */
export function codeActions(checker: Checker, range: Range, options: CodeActionOptions): LazyAction[] {
	const wants = (kind: string): boolean =>
		options.only === undefined ||
		options.only.some((only) => only === '' || kind === only || kind.startsWith(`${only}.`));
	const actions: LazyAction[] = [];
	if (wants(CodeActionKind.QuickFix)) actions.push(...quickFixes(checker, range, options));
	if (options.only !== undefined && wants(fixAllKind)) actions.push(fixFile(checker, fixAllKind));
	return actions;
}

function quickFixes(checker: Checker, range: Range, options: CodeActionOptions): LazyAction[] {
	const { document } = checker;
	const start = document.offsetAt(range.start);
	const end = Math.max(start, document.offsetAt(range.end));
	const inRange = touched(checker, start, end);
	const own = inRange.flatMap((finding) =>
		fixesOf(checker, finding).map((fix) => single(checker, finding, fix, options)),
	);
	const once = firstOfEach(inRange, ({ problem }) => problem);
	const { fixable } = checker.tally;
	return [
		...own,
		...once.flatMap((finding) => groups(checker, finding)),
		...headersIn(checker, start, end).flatMap((column) => fixColumn(checker, column)),
		...(fixable > 1 && inRange.length > 0
			? [fixFile(checker, CodeActionKind.QuickFix, `Fix all in this file (${fixable})`)]
			: []),
		...firstOfEach(
			once.flatMap((finding) => decisions(checker, finding, options)),
			({ action }) => action.title,
		),
	];
}

/** The first findings that a range of offsets touches; somebody who selects the whole file gets no more. */
function touched(checker: Checker, start: number, end: number): readonly Finding[] {
	const { document } = checker;
	const found: Finding[] = [];
	for (const finding of checker.findingsBetween(document.recordAt(start), document.recordAt(end))) {
		const span = findingSpan(document, finding);
		if (span.start <= end && start <= span.end) found.push(finding);
		if (found.length === MOST_FINDINGS_AT_ONCE) break;
	}
	return found;
}

function firstOfEach<T>(list: readonly T[], keyOf: (item: T) => unknown): T[] {
	const seen = new Set();
	return list.filter((item) => {
		const key = keyOf(item);
		return !seen.has(key) && seen.add(key);
	});
}

/** The columns whose header cells a range of offsets touches. */
function headersIn({ document }: Checker, start: number, end: number): readonly number[] {
	return document
		.fieldsOf(0)
		.flatMap((field, column) => (field.start <= end && start <= field.end ? [column] : []))
		.slice(0, MOST_FINDINGS_AT_ONCE);
}

function single(checker: Checker, finding: Finding, fix: Fix, options: CodeActionOptions): LazyAction {
	return {
		action: {
			title: fix.title,
			kind: CodeActionKind.QuickFix,
			diagnostics: [toDiagnostic(checker, finding, options)],
			isPreferred: fix.preferred === true,
		},
		edits: () => toTextEdits(checker.document, offsetEditsOf(checker.document, finding.record, fix)),
	};
}

/** The same fix for every field with the same value in the column: the preferred one, or each where none is. */
function groups(checker: Checker, finding: Finding): LazyAction[] {
	const count = checker.tally.countSharing(finding);
	if (count < 2 || finding.record === 0) return [];
	const { document, layout } = checker;
	const value = shown(document.fieldsOf(finding.record)[finding.column]?.value ?? '');
	const where = `in ${layout.nameOf(finding.column)} (${formatNumber(count)})`;
	const fixes = fixesOf(checker, finding);
	return fixes.slice(0, fixes[0]?.preferred ? 1 : undefined).map((fix) => ({
		action: {
			title: fix.preferred ? `Fix all "${value}" ${where}` : `${fix.title} for all "${value}" ${where}`,
			kind: CodeActionKind.QuickFix,
		},
		edits: () =>
			manyEdits(
				checker,
				checker.findings().filter(({ problem }) => problem === finding.problem),
				(other) => fixesOf(checker, other).find(({ title }) => title === fix.title),
			),
	}));
}

/** Every preferred fix below one header. */
function fixColumn(checker: Checker, column: number): LazyAction[] {
	const isOwn = (finding: Finding): boolean => finding.column === column && finding.record > 0;
	const inColumn = [...checker.tally.groups].filter((group) => group.column === column);
	const inHeader = [...checker.findingsBetween(0, 0)].filter(
		(finding) => finding.column === column && isFixable(checker, finding),
	);
	const count = inColumn.reduce((sum, { fixable }) => sum + fixable, 0) - inHeader.length;
	if (count === 0) return [];
	return [
		{
			action: {
				title: `Fix all in column ${checker.layout.nameOf(column)} (${formatNumber(count)})`,
				kind: CodeActionKind.QuickFix,
			},
			edits: () => toManyTextEdits(checker.document, fixAllEdits(checker, isOwn)),
		},
	];
}

function manyEdits(
	{ document }: Checker,
	findings: readonly Finding[],
	fixOf: (finding: Finding) => Fix | undefined,
): TextEdit[] {
	const edits: OffsetEdit[] = [];
	for (const finding of findings) {
		const fix = fixOf(finding);
		if (fix) edits.push(...offsetEditsOf(document, finding.record, fix));
	}
	return toManyTextEdits(document, nonOverlapping(edits).edits);
}

function fixFile(checker: Checker, kind: string, title = 'Fix all in this file'): LazyAction {
	return {
		action: { title, kind },
		edits: () => toManyTextEdits(checker.document, fixAllEdits(checker)),
	};
}

/** What a district may decide instead of mending. */
function decisions(checker: Checker, finding: Finding, options: CodeActionOptions): LazyAction[] {
	const { rule, record, column } = finding;
	const element = checker.layout.columns[column]?.element;
	const value = record > 0 ? checker.document.fieldsOf(record)[column]?.value : undefined;
	const { commands } = options;
	if (!commands) return [];
	const act = (title: string, command: string, ...args: string[]): LazyAction => {
		const run: Command = { title, command, arguments: args };
		return { action: { title, kind: CodeActionKind.QuickFix, command: run } };
	};
	const quieter = finding.severity === 'information' || finding.severity === 'hint' ? [] : ['information'];
	return [
		...(element?.optionSet && value && rule.id.startsWith('field/')
			? [
					act(
						`Accept "${shown(value)}" in ${element.column} in this district`,
						commands.acceptValue,
						element.column,
						value,
					),
				]
			: []),
		...quieter.map((level) =>
			act(`Show ${rule.id} as information only`, commands.setRuleLevel, rule.id, level),
		),
		act(`Turn ${rule.id} off`, commands.setRuleLevel, rule.id, 'off'),
		...(options.ruleUri(rule.id) ? [act(`Open the page of ${rule.id}`, commands.openRule, rule.id)] : []),
	];
}

/** As an editor can take them. */
function toManyTextEdits(document: CsvDocument, edits: readonly OffsetEdit[]): TextEdit[] {
	return toTextEdits(document, runToEnd(mergeEdits(document, edits)));
}
