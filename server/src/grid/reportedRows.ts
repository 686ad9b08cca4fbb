import type { Checker } from '../check/live/checker';
import type { ReportedProblem } from '../check/reportedProblems';
import type { Steps } from '../work/steps';
import type { GridFinding } from './gridTypes';

/** Work on reports in one step, in milliseconds: less than a slice. */
const STEP_MS = 1;

/** Brings what others report on the file up to date with its text. */
export function* followReports({ reported }: Checker): Steps<void> {
	for (;;) {
		const until = performance.now() + STEP_MS;
		if (!reported || reported.run(() => performance.now() >= until)) return;
		yield 0;
	}
}

/** What others report on the rows of a block, by its position in the document; not what is on the header. */
export function reportedIn({ reported }: Checker, position: number): readonly ReportedProblem[] {
	const problems = reported?.inBlock(position) ?? [];
	return position === 0 ? problems.filter(({ record }) => record > 0) : problems;
}

/** Calls `visit` for each problem that others report on a row, in the order of the file. */
export function* visitReported(checker: Checker, visit: (problem: ReportedProblem) => void): Steps<void> {
	yield* followReports(checker);
	if (!checker.reported?.total) return;
	for (let at = 0; at < checker.document.blocks.length; at++) {
		for (const problem of reportedIn(checker, at)) visit(problem);
		yield 0;
	}
}

/** A problem that others report, as the grid marks it. */
export function reportedMark({ source, severity, message, column }: ReportedProblem): GridFinding {
	return {
		column,
		about: 'field',
		severity,
		rule: source,
		message: `${source}: ${message}`,
		isFixable: false,
	};
}
