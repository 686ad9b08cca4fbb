import type { Checker } from '../../check/live/checker';
import { findingRange } from '../findingRange';

/** Where the first problem of a rule is. 0-based, UTF-16 units. */
export interface FirstProblem {
	readonly uri: string;
	readonly range: {
		readonly start: { readonly line: number; readonly character: number };
		readonly end: { readonly line: number; readonly character: number };
	};
}

/** Where the first problem of a rule is that is known by now; null where there is none. */
export function firstProblem(checker: Checker, rule: string): FirstProblem | null {
	for (const finding of checker.findingsOf((group) => group.rule.id === rule)) {
		if (finding.rule.id !== rule) continue;
		return { uri: checker.document.uri, range: findingRange(checker.document, finding) };
	}
	return null;
}
