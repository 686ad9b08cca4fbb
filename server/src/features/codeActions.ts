import { CodeActionKind, type Range, type TextEdit } from 'vscode-languageserver-types';
import type { BlockFinding, Finding } from '../check/finding';
import { fixAllSteps } from '../check/fixes/fixAll';
import { fixEditSteps, fixesOf, isFixable, mostProven } from '../check/fixes/fixEdits';
import type { Checker } from '../check/live/checker';
import type { CsvDocument } from '../csv/document';
import { toTextEdits } from '../csv/ranges';
import type { Fix } from '../rules/fix';
import { lineText } from '../safeText';
import { countOf, plural } from '../wording';
import { chooseCode, emptyingFixes, keepingFixes } from './chooseCode';
import { toDiagnostic } from './diagnostics';
import { decisionKind, districtActions } from './districtActions';
import { findingSpan } from './findingRange';
import { type FixChoice, fixAlike } from './fixAlike';
import { type CodeActionOptions, type LazyAction, mergedTextEdits } from './lazyAction';
import type { ShownAction } from './shownTypes';

/** The kind of the code action that applies every preferred fix of a file. */
export const fixAllKind = 'source.fixAll.clever-demographics';

/** Findings that get actions; a selection of the whole file gets no more. */
const MAX_FINDINGS = 50;

/** The fixes of the findings in a range, the fixes of many findings at once, and what a district may decide instead. */
export function codeActions(checker: Checker, range: Range, options: CodeActionOptions): LazyAction[] {
	const wants = (kind: string): boolean =>
		options.only === undefined ||
		options.only.some((only) => only === '' || kind === only || kind.startsWith(`${only}.`));
	const actions: LazyAction[] = [];
	const findings = findingsIn(checker, range);
	if (wants(CodeActionKind.QuickFix)) actions.push(...quickFixes(checker, range, findings, options));
	if (wants(decisionKind)) actions.push(...decisions(checker, findings, options));
	if (options.only !== undefined && wants(fixAllKind) && checker.tally.fixable > 0) {
		actions.push(fixFile(checker, { title: lineText('Fix All in This File'), kind: fixAllKind }));
	}
	return actions;
}

/** What repairs a finding, the same for all findings of its kind, then what a person chooses, then emptying the field. */
function quickFixes(
	checker: Checker,
	range: Range,
	findings: readonly Finding[],
	options: CodeActionOptions,
): LazyAction[] {
	const distinct = firstOfEach(findings, ({ problem }) => problem);
	const { fixable } = checker.tally;
	const wholeFile = {
		title: lineText(`Fix All ${countOf(fixable, 'Problem')} in This File`),
		kind: CodeActionKind.QuickFix,
	};
	const proven = provenOnce(checker, findings);
	const fixEach = (choice: FixChoice): LazyAction[] =>
		findings.flatMap((finding) =>
			choice(proven(finding)).map((fix) => fixOne(checker, finding, fix, options)),
		);
	const fixAllAlike = (choice: FixChoice): LazyAction[] =>
		distinct.flatMap((finding) => fixAlike(checker, finding, options, proven, choice));
	return [
		...firstOfEach(
			distinct.flatMap((finding) => fileAction(checker, finding, options)),
			({ id }) => id,
		),
		...fixEach(keepingFixes),
		...fixAllAlike(keepingFixes),
		...distinct.flatMap((finding) => chooseCode(checker, finding, options)),
		...fixEach(emptyingFixes),
		...fixAllAlike(emptyingFixes),
		...headersIn(checker, range).flatMap((column) => fixColumn(checker, column)),
		...(fixable > 1 && findings.length > 0 ? [fixFile(checker, wholeFile)] : []),
	];
}

/** What a person may decide about the findings instead of fixing them. To accept a value comes last. */
function decisions(checker: Checker, findings: readonly Finding[], options: CodeActionOptions): LazyAction[] {
	const distinct = firstOfEach(findings, ({ problem }) => problem);
	const actions = distinct.flatMap((finding) => districtActions(checker, finding, options));
	const accepts = ({ action: { command } }: LazyAction): number =>
		Number(command?.command === options.commands?.acceptValue);
	return firstOfEach(actions, ({ id }) => id).sort((a, b) => accepts(a) - accepts(b));
}

/** The fixes of any finding. Those of the listed ones are proven once, although several actions ask for them. */
function provenOnce(checker: Checker, listed: readonly Finding[]): (finding: Finding) => readonly Fix[] {
	const known = new Map<Finding, readonly Fix[] | undefined>(listed.map((finding) => [finding, undefined]));
	return (finding) => {
		const fixes = known.get(finding) ?? fixesOf(checker, finding);
		if (known.has(finding)) known.set(finding, fixes);
		return fixes;
	};
}

/** The first findings that touch a range of offsets; in a file of many columns those with the shortest text of them. */
function findingsIn(checker: Checker, range: Range): readonly Finding[] {
	const { document } = checker;
	const { start, end } = offsetsOf(document, range);
	const touching: { readonly finding: Finding; readonly length: number }[] = [];
	for (const finding of checker.findingsBetween(document.recordAt(start), document.recordAt(end))) {
		const span = findingSpan(document, finding);
		if (span.start > end || start > span.end) continue;
		touching.push({ finding, length: span.end - span.start });
		if (touching.length === MAX_FINDINGS) break;
	}
	const most = mostProven(checker.layout, MAX_FINDINGS);
	const shortest = new Set(touching.toSorted((a, b) => a.length - b.length).slice(0, most));
	return touching.filter((one) => shortest.has(one)).map(({ finding }) => finding);
}

function offsetsOf(document: CsvDocument, range: Range): { readonly start: number; readonly end: number } {
	const start = document.offsetAt(range.start);
	return { start, end: Math.max(start, document.offsetAt(range.end)) };
}

function firstOfEach<T>(list: readonly T[], keyOf: (item: T) => unknown): T[] {
	const seen = new Set();
	return list.filter((item) => {
		const key = keyOf(item);
		return !seen.has(key) && seen.add(key);
	});
}

/** The 0-based columns whose header cells a range of offsets touches, as many as findings get actions. */
function headersIn({ document, layout }: Checker, range: Range): readonly number[] {
	const { start, end } = offsetsOf(document, range);
	return document
		.fieldsOf(0)
		.flatMap((field, column) => (field.start <= end && start <= field.end ? [column] : []))
		.slice(0, mostProven(layout, MAX_FINDINGS));
}

/** One fix of one finding. */
function fixOne(checker: Checker, finding: Finding, fix: Fix, options: CodeActionOptions): LazyAction {
	const { rule, record, column, start } = finding;
	return {
		id: JSON.stringify(['fix', rule.id, record, column, start, fix.id]),
		action: {
			title: lineText(fix.title),
			kind: CodeActionKind.QuickFix,
			diagnostics: [toDiagnostic(checker, finding, options)],
			isPreferred: fix.preferred === true,
		},
		edits: function* () {
			return toTextEdits(checker.document, yield* fixEditSteps(checker.document, record, fix));
		},
	};
}

/** The client's command that repairs the file itself. */
function fileAction(checker: Checker, finding: Finding, options: CodeActionOptions): LazyAction[] {
	const { command } = finding.problem;
	if (!command || !options.commands) return [];
	const { uri } = checker.document;
	const title = lineText(command.title);
	return [
		{
			id: JSON.stringify([command.id, uri]),
			action: {
				title,
				kind: CodeActionKind.QuickFix,
				diagnostics: [toDiagnostic(checker, finding, options)],
				isPreferred: true,
				command: { title, command: options.commands[command.id], arguments: [uri] },
			},
		},
	];
}

/** Every preferred fix below one header. */
function fixColumn(checker: Checker, column: number): LazyAction[] {
	const isBelow = (finding: BlockFinding): boolean => finding.column === column && finding.record > 0;
	const groups = [...checker.tally.groups].filter((group) => group.column === column);
	const fixable = groups.reduce((sum, { fixable }) => sum + fixable, 0);
	if (fixable === 0) return [];
	const onHeader = [...checker.findingsBetween(0, 0)].filter(
		(finding) => finding.column === column && isFixable(checker, finding),
	);
	const count = fixable - onHeader.length;
	if (count === 0) return [];
	return [
		{
			id: JSON.stringify(['fix-column', column, count]),
			action: {
				title: lineText(
					`Fix ${plural(count, '', 'All ')}${countOf(count, 'Problem')} in ${checker.layout.nameOf(column)}`,
				),
				kind: CodeActionKind.QuickFix,
			},
			edits: () => fixAllTextEdits(checker, isBelow),
		},
	];
}

/** Every preferred fix of the file. */
function fixFile(checker: Checker, action: ShownAction): LazyAction {
	return {
		id: JSON.stringify(['fix-file', action.kind, checker.tally.fixable]),
		action,
		edits: () => fixAllTextEdits(checker),
	};
}

/** The edits of every wanted preferred fix. */
function* fixAllTextEdits(
	checker: Checker,
	isWanted?: (finding: BlockFinding) => boolean,
): Generator<void, TextEdit[]> {
	return yield* mergedTextEdits(checker.document, yield* fixAllSteps(checker, isWanted));
}
