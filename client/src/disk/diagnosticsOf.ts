import { Diagnostic, DiagnosticSeverity, Range, Uri } from 'vscode';
import { type CheckedFile, type CheckedFinding, moreProblems } from '../../../server/src/protocol';

/** VS Code keeps this many problems of a file and drops the rest without a word. */
const MOST = 1000;

const severities: Readonly<Record<CheckedFinding['severity'], DiagnosticSeverity>> = {
	error: DiagnosticSeverity.Error,
	warning: DiagnosticSeverity.Warning,
	information: DiagnosticSeverity.Information,
	hint: DiagnosticSeverity.Hint,
};

/** What the Problems panel shows of a file that was checked on the disk: errors first, and a last one that counts the rest. */
export function diagnosticsOf({ findings, unlisted = 0 }: CheckedFile, rules: Uri): Diagnostic[] {
	const total = findings.length + unlisted;
	const inOrder = [...findings].sort((a, b) => severities[a.severity] - severities[b.severity]);
	if (total <= MOST) return inOrder.map((finding) => diagnosticOf(finding, rules));
	const listed = inOrder.slice(0, MOST - 1);
	const rest = new Diagnostic(
		new Range(0, 0, 0, 0),
		moreProblems(total - listed.length),
		DiagnosticSeverity.Information,
	);
	rest.source = 'clever-demographics';
	return [...listed.map((finding) => diagnosticOf(finding, rules)), rest];
}

function diagnosticOf(finding: CheckedFinding, rules: Uri): Diagnostic {
	const { rule, severity, message, line, column, endLine, endColumn } = finding;
	const range = new Range(line - 1, column - 1, endLine - 1, endColumn - 1);
	const diagnostic = new Diagnostic(range, message, severities[severity]);
	diagnostic.source = 'clever-demographics';
	diagnostic.code = { value: rule, target: Uri.joinPath(rules, `${rule.replace('/', '-')}.md`) };
	return diagnostic;
}
