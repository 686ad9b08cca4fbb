/** The findings for programs; in pieces, as those of a large file are more than one string can hold. */

import { severities } from '../rules/rule';
import { fixesOf } from '../service/edits';
import { type Finding, messageOf } from '../service/finding';
import type { FileReport } from './check';
import { placeOf } from './place';

export function* jsonChunks(reports: readonly FileReport[]): Iterable<string> {
	yield '{"files":[';
	let before = '\n';
	for (const report of reports) {
		const { path, checker } = report;
		const head = JSON.stringify({ path, table: checker.table.fileName, records: checker.records });
		yield `${before}${head.slice(0, -1)},"findings":[`;
		let beforeFinding = '\n';
		for (const finding of report.findings) {
			yield beforeFinding + JSON.stringify(jsonOf(report, finding));
			beforeFinding = ',\n';
		}
		yield ']}';
		before = ',\n';
	}
	yield `],\n"summary":${JSON.stringify(summaryOf(reports))}}\n`;
}

function jsonOf({ checker }: FileReport, finding: Finding): object {
	const { line, column, endLine, endColumn, element } = placeOf(checker, finding);
	// A password shows nowhere, and the new value of a field holds the old one.
	const secret = checker.layout.columns[finding.column]?.element?.kind === 'secret';
	return {
		rule: finding.rule.id,
		severity: finding.severity,
		message: messageOf(finding),
		line,
		column,
		endLine,
		endColumn,
		record: finding.record,
		element,
		fixes: fixesOf(checker.document, checker.layout, finding).map(({ title, preferred = false, steps }) => {
			const [step] = steps;
			const own = steps.length === 1 && step?.kind === 'value' && step.column === finding.column;
			return { title, newText: own && !(secret && finding.record > 0) ? step.value : undefined, preferred };
		}),
	};
}

function summaryOf(reports: readonly FileReport[]): object {
	const sum = (count: (report: FileReport) => number): number =>
		reports.reduce((total, report) => total + count(report), 0);
	const [errors, warnings, information, hints] = severities.map((severity) =>
		sum(({ counts }) => counts[severity]),
	);
	const records = sum(({ checker }) => checker.records);
	return { files: reports.length, records, errors, warnings, information, hints };
}
