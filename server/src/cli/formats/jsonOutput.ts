import { messageOf } from '../../check/finding';
import type { FileReport } from '../../disk/fileCheck';
import type { ListedFinding } from '../../disk/listedFinding';
import type { Severity } from '../../rules/rule';
import { terminalJson } from '../../safeText';
import type { FolderReport } from '../check/folderReadiness';
import type { CheckedFinding, CheckOutput, FolderReadiness } from './checkOutput';
import type { CheckResult } from './format';

/** A `CheckOutput` as JSON, in chunks: for a large file it can be longer than one string can hold. */
export function* jsonChunks({ reports, folders, settingsFiles }: CheckResult): Iterable<string> {
	yield '{"files":[';
	let fileSeparator = '\n';
	const settingsOf = new Map(settingsFiles.map(({ path, settings }) => [path, settings]));
	for (const { path, table, records, findings, unlisted, fixed } of reports) {
		const settings = settingsOf.get(path) ?? null;
		const file = terminalJson({ path, table, records, settings, ...(unlisted > 0 && { unlisted }), fixed });
		yield `${fileSeparator}${file.slice(0, -1)},"findings":[`;
		let findingSeparator = '\n';
		for (const finding of findings) {
			yield findingSeparator + terminalJson(checkedFinding(finding));
			findingSeparator = ',\n';
		}
		yield ']}';
		fileSeparator = ',\n';
	}
	yield `],\n"summary":${terminalJson(summaryOf(reports))},\n"readiness":${terminalJson(folders.map(folderReadiness))}}\n`;
}

function folderReadiness({ path, readiness: { state, reasons } }: FolderReport): FolderReadiness {
	return { path, state, reasons: reasons.map(({ id, message }) => ({ id, message })) };
}

function checkedFinding(finding: ListedFinding): CheckedFinding {
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
	const findings = (severity: Severity): number => sum(({ counts }) => counts[severity]);
	return {
		files: reports.length,
		records: sum(({ records }) => records),
		errors: findings('error'),
		warnings: findings('warning'),
		information: findings('information'),
		hints: findings('hint'),
	};
}
