/** The findings for programs; in pieces, as those of a large file are more than one string can hold. */

import { messageOf } from '../check/finding';
import type { FileReport } from '../disk/fileCheck';
import type { ListedFinding } from '../disk/listedFinding';
import type { Severity } from '../rules/rule';
import type { CheckedFinding, CheckOutput } from './checkOutput';

export function* jsonChunks(reports: readonly FileReport[]): Iterable<string> {
	yield '{"files":[';
	let before = '\n';
	for (const { path, table, records, findings, unlisted } of reports) {
		const head = JSON.stringify({ path, table, records, ...(unlisted > 0 && { unlisted }) });
		yield `${before}${head.slice(0, -1)},"findings":[`;
		let beforeFinding = '\n';
		for (const finding of findings) {
			yield beforeFinding + JSON.stringify(jsonOf(finding));
			beforeFinding = ',\n';
		}
		yield ']}';
		before = ',\n';
	}
	yield `],\n"summary":${JSON.stringify(summaryOf(reports))}}\n`;
}

function jsonOf(finding: ListedFinding): CheckedFinding {
	const { rule, severity, start, end, record, element, fixes } = finding;
	return {
		rule,
		severity,
		message: messageOf({ problem: finding, record }),
		line: start.line + 1,
		column: start.character + 1,
		endLine: end.line + 1,
		endColumn: end.character + 1,
		record,
		element,
		fixes,
	};
}

function summaryOf(reports: readonly FileReport[]): CheckOutput['summary'] {
	const sum = (count: (report: FileReport) => number): number =>
		reports.reduce((total, report) => total + count(report), 0);
	const of = (severity: Severity): number => sum(({ counts }) => counts[severity]);
	return {
		files: reports.length,
		records: sum(({ records }) => records),
		errors: of('error'),
		warnings: of('warning'),
		information: of('information'),
		hints: of('hint'),
	};
}
