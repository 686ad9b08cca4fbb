import type { FileReport } from '../../disk/fileCheck';
import type { Severity } from '../../rules/rule';
import type { CheckOutput, FolderReadiness } from './checkOutput';
import type { CheckResult } from './format';
import { shownReadiness } from './shownReadiness';

/** The sums over all files. */
export function summaryOf(reports: readonly FileReport[]): CheckOutput['summary'] {
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

/** How the folders stand. */
export function folderStates({ folders }: CheckResult, isRedacted: boolean): readonly FolderReadiness[] {
	return folders.map(({ path, readiness }) => {
		const { state, reasons } = shownReadiness(readiness, isRedacted);
		return { path, state, reasons: reasons.map(({ id, message }) => ({ id, message })) };
	});
}
