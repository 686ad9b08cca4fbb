import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import { type Severity, severities } from '../rules/rule';
import type { Checker } from './checker';
import { type Finding, messageOf } from './finding';
import { rangeOf } from './place';

/** An editor keeps this many problems of a file and drops the rest without a word. */
export const MOST_DIAGNOSTICS = 1000;

export const diagnosticSource = 'clever-demographics';

const lspSeverities: Readonly<Record<Severity, DiagnosticSeverity>> = {
	error: DiagnosticSeverity.Error,
	warning: DiagnosticSeverity.Warning,
	information: DiagnosticSeverity.Information,
	hint: DiagnosticSeverity.Hint,
};

export interface DiagnosticOptions {
	/** The address of a rule's page; undefined where nobody knows where the pages are. */
	readonly ruleUri: (ruleId: string) => string | undefined;
	readonly most?: number;
}

/** What to publish: all findings, or a fair choice of them with the exact counts of what is left out. */
export function diagnostics(checker: Checker, options: DiagnosticOptions): Diagnostic[] {
	const most = options.most ?? MOST_DIAGNOSTICS;
	const findings = checker.findings();
	if (findings.length <= most) return findings.map((finding) => toDiagnostic(checker, finding, options));
	const groups = groupsOf(findings);
	let shown = choose(findings, groups, most - 1);
	let summaries = summariesOf(groups, shown);
	if (summaries.length > 0) {
		shown = choose(findings, groups, Math.max(0, most - 1 - groups.length));
		summaries = summariesOf(groups, shown);
	}
	const onHeader = summaries.slice(0, Math.max(0, most - 1 - shown.size));
	return [
		...onHeader.map((summary) => headerDiagnostic(checker, summary, options)),
		...findings.filter((one) => shown.has(one)).map((one) => toDiagnostic(checker, one, options)),
		restDiagnostic(findings.length - shown.size),
	];
}

export function toDiagnostic(checker: Checker, finding: Finding, options: DiagnosticOptions): Diagnostic {
	const { document } = checker;
	const href = options.ruleUri(finding.rule.id);
	const diagnostic: Diagnostic = {
		range: rangeOf(document, finding),
		severity: lspSeverities[finding.severity],
		code: finding.rule.id,
		source: diagnosticSource,
		message: messageOf(finding),
	};
	if (href) diagnostic.codeDescription = { href };
	if (finding.rule.id === 'csv/blank-line') diagnostic.tags = [DiagnosticTag.Unnecessary];
	if (finding.because !== undefined) {
		const range = rangeOf(document, { record: finding.because, column: finding.column });
		diagnostic.relatedInformation = [
			{ location: { uri: document.uri, range }, message: `Row ${finding.because + 1} of the same student` },
		];
	}
	return diagnostic;
}

/** Findings of one rule in one column. */
interface Group {
	readonly column: number;
	readonly findings: Finding[];
	readonly first: Finding;
}

function groupsOf(findings: readonly Finding[]): readonly Group[] {
	const groups = new Map<string, Group>();
	for (const finding of findings) {
		const id = `${finding.severity} ${finding.rule.id} ${finding.column}`;
		const group = groups.get(id);
		if (group) group.findings.push(finding);
		else groups.set(id, { column: finding.column, findings: [finding], first: finding });
	}
	return [...groups.values()];
}

/** Errors first; within a severity one of each group in turn, so that many findings of one kind hide no other kind. */
function choose(findings: readonly Finding[], groups: readonly Group[], most: number): ReadonlySet<Finding> {
	const chosen = new Set<Finding>();
	for (const severity of severities) {
		const own = groups.filter(({ first }) => first.severity === severity);
		for (let turn = 0; chosen.size < most; turn++) {
			const before = chosen.size;
			for (const group of own) {
				const finding = group.findings[turn];
				if (finding && chosen.size < most) chosen.add(finding);
			}
			if (chosen.size === before) break;
		}
	}
	return chosen.size < findings.length ? chosen : new Set(findings);
}

function summariesOf(groups: readonly Group[], shown: ReadonlySet<Finding>): readonly Group[] {
	return groups.filter(({ findings }) => findings.some((finding) => !shown.has(finding)));
}

function headerDiagnostic(checker: Checker, group: Group, options: DiagnosticOptions): Diagnostic {
	const { rule } = group.first;
	const name = checker.layout.nameOf(group.column);
	const count = group.findings.length.toLocaleString('en-US');
	return {
		...toDiagnostic(
			checker,
			{ ...group.first, record: 0, start: undefined, end: undefined, because: undefined },
			options,
		),
		message: `${name}: ${count} rows. ${rule.title}. Not all are listed.`,
		tags: undefined,
	};
}

function restDiagnostic(hidden: number): Diagnostic {
	return {
		range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
		severity: DiagnosticSeverity.Information,
		source: diagnosticSource,
		message: `${hidden.toLocaleString('en-US')} more problems are not listed here. Mend some of those listed, and the next appear.`,
	};
}
