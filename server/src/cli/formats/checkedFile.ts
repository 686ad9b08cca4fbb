import type { FileReport } from '../../disk/fileCheck';
import type { CheckedFile, CheckedFinding } from './checkOutput';
import type { CheckResult } from './format';
import { hiddenCount, type Shown, type ShownFinding } from './shownFindings';

/** Makes what JSON has of a checked file, but for its findings. */
export function checkedFiles(
	{ settingsFiles }: CheckResult,
	shown: Shown,
): (report: FileReport) => Omit<CheckedFile, 'findings'> {
	const settingsOf = new Map(settingsFiles.map(({ path, settings }) => [path, settings]));
	return (report) => {
		const { path, table, records, fixed } = report;
		const unlisted = hiddenCount(report, shown);
		const settings = settingsOf.get(path) ?? null;
		return { path, table, records, settings, ...(unlisted > 0 && { unlisted }), fixed };
	};
}

/** A finding as JSON has it. */
export function checkedFinding(finding: ShownFinding): CheckedFinding {
	const { rule, severity, message, line, range, record, element, fixes } = finding;
	return {
		rule,
		severity,
		message,
		line,
		column: (range?.start.character ?? 0) + 1,
		endLine: (range?.end.line ?? line - 1) + 1,
		endColumn: (range?.end.character ?? 0) + 1,
		record,
		element,
		fixes: fixes.map(({ title, newText, preferred }) => ({ title, newText, preferred })),
	};
}
