import type { Position } from 'vscode-languageserver-types';
import { columnLetters } from '../csv/quote';
import type { Counts, Place, Status } from '../protocol';
import type { Problem } from '../rules/rule';
import { at } from './at';
import type { Checker } from './checker';
import { preferredFixOf } from './edits';
import type { Finding } from './finding';

const mendable = new WeakMap<Problem, boolean>();

/** Whether "fix all" mends the finding; the same for all findings that share a problem. */
export function isFixable({ document, layout }: Checker, finding: Finding): boolean {
	let known = mendable.get(finding.problem);
	if (known === undefined) {
		known = preferredFixOf(document, layout, finding) !== undefined;
		mendable.set(finding.problem, known);
	}
	return known;
}

export function countsOf(findings: readonly Finding[]): Counts {
	const counts = { error: 0, warning: 0, information: 0, hint: 0 };
	for (const { severity } of findings) counts[severity]++;
	return counts;
}

export function statusOf(checker: Checker): Status {
	const findings = checker.findings();
	return {
		uri: checker.document.uri,
		version: checker.document.version,
		fileName: checker.table.fileName,
		records: checker.records,
		counts: countsOf(findings),
		fixable: findings.filter((finding) => isFixable(checker, finding)).length,
	};
}

/** Row and column of a position, as a spreadsheet counts. */
export function placeOf(checker: Checker, position: Position): Place {
	const { record, column, declared } = at(checker, position);
	return {
		row: record + 1,
		column: checker.layout.nameOf(column),
		letter: columnLetters(column),
		title: declared?.element?.title,
	};
}
