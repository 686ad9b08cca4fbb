import type { FileReport } from '../../disk/fileCheck';
import type { Severity } from '../../rules/rule';
import type { CheckOutput, FolderReadiness } from './checkOutput';
import type { CheckResult } from './format';
import { shownReadiness } from './shownReadiness';

/** The sums over all files. */
export function summaryOf(reports: readonly FileReport[]): CheckOutput['summary'] {
	return {
		files: reports.length,
		records: reports.reduce((sum, report) => sum + report.records, 0),
		errors: totalOf(reports, 'error'),
		warnings: totalOf(reports, 'warning'),
		information: totalOf(reports, 'information'),
		hints: totalOf(reports, 'hint'),
	};
}

/** How many findings of a severity all files have. */
export function totalOf(reports: readonly FileReport[], severity: Severity): number {
	return reports.reduce((sum, { counts }) => sum + counts[severity], 0);
}

/** How the folders stand. */
export function folderStates({ folders }: CheckResult, isRedacted: boolean): readonly FolderReadiness[] {
	return folders.map(({ path, readiness }) => {
		const { state, reasons } = shownReadiness(readiness, isRedacted);
		return { path, state, reasons: reasons.map(({ id, message }) => ({ id, message })) };
	});
}
