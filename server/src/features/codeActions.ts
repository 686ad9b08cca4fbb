import { type CodeAction, CodeActionKind, type Range, type TextEdit } from 'vscode-languageserver-types';
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
import { countOf, formatNumber, plural, shown } from '../wording';
import { runToEnd } from '../work/runToEnd';
import { toDiagnostic } from './diagnostics';
import { districtActions } from './districtActions';
import { findingSpan } from './findingRange';
import type { CodeActionOptions, LazyAction } from './lazyAction';

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
	if (wants(CodeActionKind.QuickFix)) actions.push(...quickFixes(checker, range, options));
	if (options.only !== undefined && wants(fixAllKind)) {
		actions.push(fixFile(checker, { title: 'Fix All in This File', kind: fixAllKind }));
	}
	return actions;
}

function quickFixes(checker: Checker, range: Range, options: CodeActionOptions): LazyAction[] {
	const { document } = checker;
	const start = document.offsetAt(range.start);
	const end = Math.max(start, document.offsetAt(range.end));
	const findings = findingsIn(checker, start, end);
	const distinct = firstOfEach(findings, ({ problem }) => problem);
	const { fixable } = checker.tally;
	const fileAction = {
		title: `Fix All ${countOf(fixable, 'Problem')} in This File`,
		kind: CodeActionKind.QuickFix,
	};
	return [
		...findings.flatMap((finding) =>
			fixesOf(checker, finding).map((fix) => fixOne(checker, finding, fix, options)),
		),
		...distinct.flatMap((finding) => fixAlike(checker, finding)),
		...headersIn(checker, start, end).flatMap((column) => fixColumn(checker, column)),
		...(fixable > 1 && findings.length > 0 ? [fixFile(checker, fileAction)] : []),
		...firstOfEach(
			distinct.flatMap((finding) => districtActions(checker, finding, options)),
			({ id }) => id,
		),
	];
}

/** The first findings that touch a range of offsets. */
function findingsIn(checker: Checker, start: number, end: number): readonly Finding[] {
	const { document } = checker;
	const findings: Finding[] = [];
	for (const finding of checker.findingsBetween(document.recordAt(start), document.recordAt(end))) {
		const span = findingSpan(document, finding);
		if (span.start <= end && start <= span.end) findings.push(finding);
		if (findings.length === MAX_FINDINGS) break;
	}
	return findings;
}

function firstOfEach<T>(list: readonly T[], keyOf: (item: T) => unknown): T[] {
	const seen = new Set();
	return list.filter((item) => {
		const key = keyOf(item);
		return !seen.has(key) && seen.add(key);
	});
}

/** The 0-based columns whose header cells a range of offsets touches. */
function headersIn({ document }: Checker, start: number, end: number): readonly number[] {
	return document
		.fieldsOf(0)
		.flatMap((field, column) => (field.start <= end && start <= field.end ? [column] : []))
		.slice(0, MAX_FINDINGS);
}

/** One fix of one finding. */
function fixOne(checker: Checker, finding: Finding, fix: Fix, options: CodeActionOptions): LazyAction {
	const { rule, record, column, start } = finding;
	return {
		id: JSON.stringify(['fix', rule.id, record, column, start, fix.id]),
		action: {
			title: fix.title,
			kind: CodeActionKind.QuickFix,
			diagnostics: [toDiagnostic(checker, finding, options)],
			isPreferred: fix.preferred === true,
		},
		edits: () => toTextEdits(checker.document, offsetEditsOf(checker.document, record, fix)),
	};
}

/** The same fix for every field with the same value in the column: the preferred one, or each where none is. */
function fixAlike(checker: Checker, finding: Finding): LazyAction[] {
	const { rule, record, column } = finding;
	const count = checker.tally.countSharing(finding);
	if (count < 2 || record === 0) return [];
	const { document, layout } = checker;
	const value = shown(document.fieldsOf(record)[column]?.value ?? '');
	const fields = `${formatNumber(count)} "${value}" in ${layout.nameOf(column)}`;
	const fixes = fixesOf(checker, finding);
	return fixes.slice(0, fixes[0]?.preferred ? 1 : undefined).map((fix) => ({
		id: JSON.stringify(['fix-alike', rule.id, record, column, fix.id, count]),
		action: {
			title: fix.preferred ? `Fix All ${fields}` : `${fix.title} for All ${fields}`,
			kind: CodeActionKind.QuickFix,
		},
		edits: () => {
			const edits: OffsetEdit[] = [];
			for (const other of checker.findings().filter(({ problem }) => problem === finding.problem)) {
				const sameFix = fixesOf(checker, other).find(({ id }) => id === fix.id);
				if (sameFix) edits.push(...offsetEditsOf(document, other.record, sameFix));
			}
			return toMergedTextEdits(document, nonOverlapping(edits).edits);
		},
	}));
}

/** Every preferred fix below one header. */
function fixColumn(checker: Checker, column: number): LazyAction[] {
	const isBelow = (finding: Finding): boolean => finding.column === column && finding.record > 0;
	const groups = [...checker.tally.groups].filter((group) => group.column === column);
	const onHeader = [...checker.findingsBetween(0, 0)].filter(
		(finding) => finding.column === column && isFixable(checker, finding),
	);
	const count = groups.reduce((sum, { fixable }) => sum + fixable, 0) - onHeader.length;
	if (count === 0) return [];
	return [
		{
			id: JSON.stringify(['fix-column', column, count]),
			action: {
				title: `Fix ${plural(count, '', 'All ')}${countOf(count, 'Problem')} in ${checker.layout.nameOf(column)}`,
				kind: CodeActionKind.QuickFix,
			},
			edits: () => toMergedTextEdits(checker.document, fixAllEdits(checker, isBelow)),
		},
	];
}

/** Every preferred fix of the file. */
function fixFile(checker: Checker, action: CodeAction): LazyAction {
	return {
		id: JSON.stringify(['fix-file', action.kind, checker.tally.fixable]),
		action,
		edits: () => toMergedTextEdits(checker.document, fixAllEdits(checker)),
	};
}

/** Joins edits that are many and close to each other: an editor takes minutes over thousands of single ones. */
function toMergedTextEdits(document: CsvDocument, edits: readonly OffsetEdit[]): TextEdit[] {
	return toTextEdits(document, runToEnd(mergeEdits(document, edits)));
}
