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
	const shown = choose(groups, most - 1);
	const listed = new Set([...shown].flatMap(([group, count]) => group.findings.slice(0, count)));
	const summaries = [...shown].filter(([group, count]) => count < group.findings.length);
	return [
		...summaries.map(([group]) => headerDiagnostic(checker, group, options)),
		...findings.filter((one) => listed.has(one)).map((one) => toDiagnostic(checker, one, options)),
		restDiagnostic(findings.length - listed.size),
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

/**
 * How many findings of each group are listed. Each group has one place, where its summary stands until all of it
 * is listed, so that many findings of one kind hide no other kind; what is left goes to errors first, within a
 * severity to one of each group in turn.
 */
function choose(groups: readonly Group[], room: number): ReadonlyMap<Group, number> {
	const ordered = severities.flatMap((severity) => groups.filter(({ first }) => first.severity === severity));
	const shown = new Map(ordered.slice(0, room).map((group) => [group, 0]));
	let left = room - shown.size;
	for (const severity of severities) {
		const own = [...shown.keys()].filter(({ first }) => first.severity === severity);
		for (let turn = 0, wentOn = true; wentOn; turn++) {
			wentOn = false;
			for (const group of own) {
				const { length } = group.findings;
				if (shown.get(group) !== turn || turn === length) continue;
				// The last one of a group takes the place of its summary.
				if (turn + 1 < length && left === 0) continue;
				if (turn + 1 < length) left--;
				shown.set(group, turn + 1);
				wentOn = true;
			}
		}
	}
	return shown;
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
