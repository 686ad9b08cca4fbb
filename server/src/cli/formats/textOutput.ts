import { shownPlace } from '../../check/finding';
import type { Counts } from '../../check/tally';
import type { FileReport } from '../../disk/fileCheck';
import { type Severity, severities } from '../../rules/rule';
import { terminalText } from '../../safeText';
import { countOf, plural } from '../../wording';
import type { CheckResult, Colors, FormatOptions } from './format';
import { hiddenCount, type ShownFinding, shownFindings } from './shownFindings';
import { shownReadiness } from './shownReadiness';
import { statisticsLines } from './statisticsText';
import { totalOf } from './summary';

/** The plurals that do not end in s. */
const plurals: Partial<Record<Severity, string>> = { information: 'information' };

/** The output for people: one line per finding as `path:line:column severity rule message`, then the counts, and last the state of each folder. */
export function* textChunks({ reports, folders }: CheckResult, options: FormatOptions): Iterable<string> {
	const { colors, isQuiet, isRedacted } = options;
	for (const report of reports) {
		const path = terminalText(report.path);
		for (const finding of shownFindings(report, options)) yield `${path}:${findingLine(finding, colors)}\n`;
		const hidden = hiddenCount(report, options);
		if (hidden > 0) {
			const more = `${countOf(hidden, isQuiet ? 'more error' : 'more problem')} ${plural(hidden, 'is', 'are')}`;
			yield `${path}: ${more} counted below but not listed.\n`;
		}
	}
	for (const { path, records, counts } of reports) {
		yield `${colors.bold(terminalText(path))}: ${fileCountsLine(records, counts)}\n`;
	}
	if (reports.length > 1) yield `${colors.bold(countOf(reports.length, 'file'))}: ${totalLine(reports)}\n`;
	const paint = { errors: colors.red, review: colors.yellow, ready: colors.green };
	for (const { path, readiness: whole } of folders) {
		const readiness = shownReadiness(whole, isRedacted);
		yield `${colors.bold(terminalText(path))}: ${paint[readiness.state](terminalText(readiness.summary))}\n`;
		for (const { message } of readiness.reasons) yield `- ${terminalText(message)}\n`;
	}
	if (options.hasStatistics) yield* statisticsLines(reports, options);
}

/** The rows and findings of all files. */
export function totalLine(reports: readonly FileReport[]): string {
	const records = reports.reduce((total, report) => total + report.records, 0);
	const counts = severities.map((severity) => [severity, totalOf(reports, severity)] as const);
	return fileCountsLine(records, Object.fromEntries(counts) as Record<Severity, number>);
}

function findingLine(finding: ShownFinding, colors: Colors): string {
	const { line, range, severity, rule } = finding;
	const paint = { error: colors.red, warning: colors.yellow, information: colors.blue, hint: colors.dim };
	const place = shownPlace(finding);
	const message = terminalText(finding.message + (place && ` [${place}]`));
	return `${line}:${(range?.start.character ?? 0) + 1} ${paint[severity](severity)} ${colors.dim(rule)} ${message}`;
}

/** The rows and findings of a file. */
export function fileCountsLine(records: number, counts: Counts): string {
	const present = severities.filter((severity) => counts[severity] > 0);
	const problems = present.map((severity) => countOf(counts[severity], severity, plurals[severity]));
	return [countOf(records, 'row'), ...(problems.length > 0 ? problems : ['no problems'])].join(', ');
}
