import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import { type Finding, messageOf } from '../check/finding';
import { listingQuota } from '../check/listingQuota';
import type { Checker } from '../check/live/checker';
import type { ReportedCount, ReportedProblem } from '../check/reportedProblems';
import type { Group } from '../check/tally';
import type { Severity } from '../rules/rule';
import { lineText } from '../safeText';
import { moreProblems } from '../wording';
import { findingRange } from './findingRange';
import { groupSummary } from './groupSummary';
import { firstReported, reportedDiagnostic, reportedSummary } from './reportedDiagnostics';
import type { ShownDiagnostic } from './shownTypes';

/** How many problems of a file VS Code keeps; it drops the rest silently. */
export const MAX_DIAGNOSTICS = 1000;

/** The `source` of every diagnostic of the check. */
export const diagnosticSource = 'clever-demographics';

const lspSeverities: Readonly<Record<Severity, DiagnosticSeverity>> = {
	error: DiagnosticSeverity.Error,
	warning: DiagnosticSeverity.Warning,
	information: DiagnosticSeverity.Information,
	hint: DiagnosticSeverity.Hint,
};

/** How to make diagnostics. */
export interface DiagnosticOptions {
	/** The address of a rule's page; undefined if it is not known where the pages are. */
	readonly ruleUri: (ruleId: string) => string | undefined;
	readonly most?: number;
	/** Keeps diagnostics from one call to the next; the receiver must not change them. */
	readonly kept?: WeakMap<Finding | ReportedProblem, ShownDiagnostic>;
}

/**
 * What to publish: all findings and what others report, or a fair selection of them and the exact counts of the rest.
 */
export function diagnostics(checker: Checker, options: DiagnosticOptions): ShownDiagnostic[] {
	checker.followEdits();
	const { tally, reported } = checker;
	const most = options.most ?? MAX_DIAGNOSTICS;
	const total = tally.total + (reported?.total ?? 0);
	if (total <= most) {
		return [
			...checker.findings().map((one) => keptDiagnostic(checker, one, options)),
			...firstReported(checker).map((one) => keptReported(checker, one, options)),
		];
	}
	const groups: readonly (Group | ReportedCount)[] = [...tally.groups, ...(reported?.counts ?? [])];
	const quotas = listingQuota(groups, most - 1);
	const found = new Map([...quotas].flatMap(([group, quota]) => ('rule' in group ? [[group, quota]] : [])));
	const ofReports = new Map(
		[...quotas].flatMap(([group, quota]) => ('rule' in group ? [] : [[group, quota]])),
	);
	const listed = firstOf(checker, found);
	const listedOfReports = firstReported(checker, ofReports);
	const cut = [...quotas].filter(([group, quota]) => quota < group.count);
	return [
		...cut.map(([group]) =>
			'rule' in group ? headerDiagnostic(checker, group, options) : reportedSummary(checker, group),
		),
		...listed.map((finding) => keptDiagnostic(checker, finding, options)),
		...listedOfReports.map((one) => keptReported(checker, one, options)),
		restDiagnostic(total - listed.length - listedOfReports.length),
	];
}

/** The first findings of each group, as many as its quota allows, in file order. */
function firstOf(checker: Checker, quotas: ReadonlyMap<Group, number>): readonly Finding[] {
	const remaining = new Map(quotas);
	let total = [...quotas.values()].reduce((sum, count) => sum + count, 0);
	const findings: Finding[] = [];
	for (const finding of checker.findingsInGroups((group) => (remaining.get(group) ?? 0) > 0)) {
		if (total === 0) break;
		const group = checker.tally.groupOf(finding);
		const quota = group ? (remaining.get(group) ?? 0) : 0;
		if (!group || quota === 0) continue;
		remaining.set(group, quota - 1);
		total--;
		findings.push(finding);
	}
	return findings;
}

/** The diagnostic of a finding, made once: a finding is the same object for as long as its place is the same. */
function keptDiagnostic(checker: Checker, finding: Finding, options: DiagnosticOptions): ShownDiagnostic {
	const kept = options.kept?.get(finding);
	if (kept) return kept;
	const diagnostic = toDiagnostic(checker, finding, options);
	if (finding.record > 0 && finding.explainedBy === undefined) options.kept?.set(finding, diagnostic);
	return diagnostic;
}

/** The diagnostic of what others report, made once as well. */
function keptReported(
	checker: Checker,
	problem: ReportedProblem,
	options: DiagnosticOptions,
): ShownDiagnostic {
	const kept = options.kept?.get(problem);
	if (kept) return kept;
	const diagnostic = reportedDiagnostic(checker, problem);
	if (problem.record > 0) options.kept?.set(problem, diagnostic);
	return diagnostic;
}

/** A finding as LSP sends it: 0-based lines, characters in UTF-16 units. */
export function toDiagnostic(
	checker: Checker,
	finding: Finding,
	options: DiagnosticOptions,
): ShownDiagnostic {
	const { document } = checker;
	const href = options.ruleUri(finding.rule.id);
	const diagnostic: ShownDiagnostic = {
		range: findingRange(document, finding),
		severity: lspSeverities[finding.severity],
		code: finding.rule.id,
		source: diagnosticSource,
		message: lineText(messageOf(finding)),
	};
	if (href) diagnostic.codeDescription = { href };
	if (finding.rule.unnecessary) diagnostic.tags = [DiagnosticTag.Unnecessary];
	if (finding.explainedBy !== undefined) {
		const range = findingRange(document, { record: finding.explainedBy, column: finding.column });
		diagnostic.relatedInformation = [
			{
				location: { uri: document.uri, range },
				message: lineText(`Row ${finding.explainedBy + 1} of the same ${checker.table.subject}`),
			},
		];
	}
	return diagnostic;
}

/** Summarizes a group that is not listed to its end, on the header cell of its column. */
function headerDiagnostic(checker: Checker, group: Group, options: DiagnosticOptions): ShownDiagnostic {
	const { rule, severity, column } = group;
	const message = groupSummary(checker.layout, group);
	const finding: Finding = { rule, severity, column, problem: { message }, record: 0 };
	return { ...toDiagnostic(checker, finding, options), tags: undefined };
}

function restDiagnostic(hidden: number): ShownDiagnostic {
	return {
		range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
		severity: DiagnosticSeverity.Information,
		source: diagnosticSource,
		message: lineText(moreProblems(hidden)),
	};
}
