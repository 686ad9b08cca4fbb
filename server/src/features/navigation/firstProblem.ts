import type { Checker } from '../../check/live/checker';
import { findingRange } from '../findingRange';

/** The place of a problem. 0-based, UTF-16 units. */
export interface FirstProblem {
	readonly uri: string;
	readonly range: {
		readonly start: { readonly line: number; readonly character: number };
		readonly end: { readonly line: number; readonly character: number };
	};
}

/** The place of the first problem of a rule, as far as the file is checked; null if there is none. */
export function firstProblem(checker: Checker, rule: string): FirstProblem | null {
	for (const finding of checker.findingsInGroups((group) => group.rule.id === rule)) {
		if (finding.rule.id !== rule) continue;
		return { uri: checker.document.uri, range: findingRange(checker.document, finding) };
	}
	return null;
}
