import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import { type Finding, messageOf } from '../check/finding';
import { listingQuota } from '../check/listingQuota';
import type { Checker } from '../check/live/checker';
import { type Group, rowCount } from '../check/tally';
import type { Severity } from '../rules/rule';
import { formatNumber, moreProblems } from '../wording';
import { findingRange } from './findingRange';

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
	/** Where diagnostics are kept from one time to the next; whoever gets them changes none. */
	readonly kept?: WeakMap<Finding, Diagnostic>;
}

/** What to publish: all findings, or a fair choice of them with the exact counts of what is left out. */
export function diagnostics(checker: Checker, options: DiagnosticOptions): Diagnostic[] {
	checker.sync();
	const { tally } = checker;
	const most = options.most ?? MOST_DIAGNOSTICS;
	if (tally.total <= most) return checker.findings().map((one) => keptDiagnostic(checker, one, options));
	const shown = listingQuota([...tally.groups], most - 1);
	const listed = firstOf(checker, shown);
	const cut = [...shown].filter(([group, count]) => count < group.count);
	return [
		...cut.map(([group]) => headerDiagnostic(checker, group, options)),
		...listed.map((finding) => keptDiagnostic(checker, finding, options)),
		restDiagnostic(tally.total - listed.length),
	];
}

/** The first findings of each group, as many as are wanted of it, in the order of the file. */
function firstOf(checker: Checker, wanted: ReadonlyMap<Group, number>): readonly Finding[] {
	const left = new Map(wanted);
	let missing = [...left.values()].reduce((sum, count) => sum + count, 0);
	const found: Finding[] = [];
	for (const finding of checker.findingsOf((group) => (left.get(group) ?? 0) > 0)) {
		if (missing === 0) break;
		const group = checker.tally.groupOf(finding);
		const room = group ? (left.get(group) ?? 0) : 0;
		if (!group || room === 0) continue;
		left.set(group, room - 1);
		missing--;
		found.push(finding);
	}
	return found;
}

/** A finding is the same object for as long as it stands where it stands: its diagnostic is made once. */
function keptDiagnostic(checker: Checker, finding: Finding, options: DiagnosticOptions): Diagnostic {
	const known = options.kept?.get(finding);
	if (known) return known;
	const diagnostic = toDiagnostic(checker, finding, options);
	if (finding.record > 0 && finding.explainedBy === undefined) options.kept?.set(finding, diagnostic);
	return diagnostic;
}

export function toDiagnostic(checker: Checker, finding: Finding, options: DiagnosticOptions): Diagnostic {
	const { document } = checker;
	const href = options.ruleUri(finding.rule.id);
	const diagnostic: Diagnostic = {
		range: findingRange(document, finding),
		severity: lspSeverities[finding.severity],
		code: finding.rule.id,
		source: diagnosticSource,
		message: messageOf(finding),
	};
	if (href) diagnostic.codeDescription = { href };
	if (finding.rule.unnecessary) diagnostic.tags = [DiagnosticTag.Unnecessary];
	if (finding.explainedBy !== undefined) {
		const range = findingRange(document, { record: finding.explainedBy, column: finding.column });
		diagnostic.relatedInformation = [
			{
				location: { uri: document.uri, range },
				message: `Row ${finding.explainedBy + 1} of the same ${checker.table.subject}`,
			},
		];
	}
	return diagnostic;
}

function headerDiagnostic(checker: Checker, group: Group, options: DiagnosticOptions): Diagnostic {
	const { rule, severity, column } = group;
	const count = formatNumber(rowCount(group));
	const message = `${checker.layout.nameOf(column)}: ${count} rows. ${rule.title}. Not all are listed.`;
	const finding: Finding = { rule, severity, column, problem: { message }, record: 0 };
	return { ...toDiagnostic(checker, finding, options), tags: undefined };
}

function restDiagnostic(hidden: number): Diagnostic {
	return {
		range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
		severity: DiagnosticSeverity.Information,
		source: diagnosticSource,
		message: moreProblems(hidden),
	};
}
