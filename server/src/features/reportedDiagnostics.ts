import { DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Checker } from '../check/live/checker';
import type { ReportedCount, ReportedProblem } from '../check/reportedProblems';
import { lineText } from '../safeText';
import { countOf } from '../wording';
import { findingRange } from './findingRange';
import type { ShownDiagnostic } from './shownTypes';

/**
 * The problems that others report on a file, in the order of the file.
 *
 * @param quotas how many of each kind are wanted; all where it is missing.
 */
export function firstReported(
	{ reported, document }: Checker,
	quotas?: ReadonlyMap<ReportedCount, number>,
): readonly ReportedProblem[] {
	const problems: ReportedProblem[] = [];
	if (!reported || reported.total === 0) return problems;
	const left = quotas && [...quotas].map(([count, quota]) => ({ count, quota }));
	let wanted = left ? left.reduce((sum, { quota }) => sum + quota, 0) : reported.total;
	for (let at = 0; at < document.blocks.length && wanted > 0; at++) {
		for (const problem of reported.inBlock(at)) {
			const kind = left?.find(({ count }) => isOfKind(problem, count));
			if (left && !kind?.quota) continue;
			if (kind) kind.quota--;
			wanted--;
			problems.push(problem);
		}
	}
	return problems;
}

/** A problem of a report as LSP sends it. Its source is the report's name. */
export function reportedDiagnostic({ document }: Checker, problem: ReportedProblem): ShownDiagnostic {
	return {
		range: findingRange(document, problem),
		severity: problem.severity === 'warning' ? DiagnosticSeverity.Warning : DiagnosticSeverity.Information,
		source: lineText(problem.source),
		message: lineText(problem.message),
	};
}

/** Says on the header cell of a column how many problems a report has there, where not all are listed. */
export function reportedSummary(
	checker: Checker,
	{ source, severity, column, count }: ReportedCount,
): ShownDiagnostic {
	const message = `${countOf(count, 'row')} of ${source} in ${checker.layout.nameOf(column)}.`;
	return reportedDiagnostic(checker, { source, severity, column, message, record: 0 });
}

function isOfKind(problem: ReportedProblem, count: ReportedCount): boolean {
	return (
		problem.column === count.column && problem.severity === count.severity && problem.source === count.source
	);
}
