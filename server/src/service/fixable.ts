import type { CsvDocument } from '../csv/document';
import type { Layout } from '../rules/layout';
import type { Problem } from '../rules/rule';
import { preferredFixOf } from './edits';
import type { Finding } from './finding';

const mendable = new WeakMap<Problem, boolean>();

/** Whether "fix all" mends the finding; the same for all findings that share a problem. */
export function isFixable(document: CsvDocument, layout: Layout, finding: Finding): boolean {
	let known = mendable.get(finding.problem);
	if (known === undefined) {
		known = preferredFixOf(document, layout, finding) !== undefined;
		mendable.set(finding.problem, known);
	}
	return known;
}
