import { Diagnostic, DiagnosticSeverity, DiagnosticTag, Range, Uri } from 'vscode';
import { type CheckedFile, type CheckedFinding, unnecessaryRules } from '../../../server/src/protocol';
import { lineText } from '../../../server/src/safeText';
import { moreProblems } from '../../../server/src/wording';
import { limitListed } from './limitListed';

const severities: Readonly<Record<CheckedFinding['severity'], DiagnosticSeverity>> = {
	error: DiagnosticSeverity.Error,
	warning: DiagnosticSeverity.Warning,
	information: DiagnosticSeverity.Information,
	hint: DiagnosticSeverity.Hint,
};

/** The diagnostics of a file that was checked on the disk, as the server would publish them. `rules` is the folder of the rules' pages. */
export function diagnosticsOf(file: CheckedFile, rules: Uri): Diagnostic[] {
	const { findings, hidden } = limitListed(file);
	const diagnostics = findings.map((finding) => diagnosticOf(finding, rules));
	if (hidden > 0) {
		const start = new Range(0, 0, 0, 0);
		diagnostics.push(new Diagnostic(start, lineText(moreProblems(hidden)), DiagnosticSeverity.Information));
	}
	for (const diagnostic of diagnostics) diagnostic.source = 'clever-demographics';
	return diagnostics;
}

function diagnosticOf(finding: CheckedFinding, rules: Uri): Diagnostic {
	const { rule, severity, message, line, column, endLine, endColumn } = finding;
	const range = new Range(line - 1, column - 1, endLine - 1, endColumn - 1);
	const diagnostic = new Diagnostic(range, lineText(message), severities[severity]);
	diagnostic.code = { value: rule, target: Uri.joinPath(rules, `${rule.replace('/', '-')}.md`) };
	if (unnecessaryRules.includes(rule)) diagnostic.tags = [DiagnosticTag.Unnecessary];
	return diagnostic;
}
