import type { Problem } from '../../rules/rule';
import type { Finding } from '../finding';
import { type FixedFile, preferredFixOf } from './fixEdits';

const mendable = new WeakMap<Problem, boolean>();

/** Whether "fix all" mends the finding; the same for all findings that share a problem. */
export function isFixable(file: FixedFile, finding: Finding): boolean {
	let known = mendable.get(finding.problem);
	if (known === undefined) {
		known = preferredFixOf(file, finding) !== undefined;
		mendable.set(finding.problem, known);
	}
	return known;
}
