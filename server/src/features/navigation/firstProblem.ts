import type { Checker } from '../../check/live/checker';
import type { FirstProblem } from '../../protocol/report';
import { findingRange } from '../findingRange';

/** Where the first problem of a rule is that is known by now; null where there is none. */
export function firstProblem(checker: Checker, rule: string): FirstProblem | null {
	for (const finding of checker.findingsOf((group) => group.rule.id === rule)) {
		if (finding.rule.id !== rule) continue;
		return { uri: checker.document.uri, range: findingRange(checker.document, finding) };
	}
	return null;
}
