import { messageOf, shownPlace } from '../../check/finding';
import type { Counts } from '../../check/tally';
import type { FileReport } from '../../disk/fileCheck';
import type { ListedFinding } from '../../disk/listedFinding';
import { type Severity, severities } from '../../rules/rule';
import { terminalText } from '../../safeText';
import { countOf, plural } from '../../wording';
import type { CheckResult, Colors, FormatOptions } from './format';

/** The plurals that do not end in s. */
const plurals: Partial<Record<Severity, string>> = { information: 'information' };

/** The output for people: one line per finding as `path:line:column severity rule message`, then the counts, and last the state of each folder. */
export function* textChunks({ reports, folders }: CheckResult, { colors }: FormatOptions): Iterable<string> {
	for (const { path, findings, unlisted } of reports) {
		for (const finding of findings) yield `${terminalText(path)}:${findingLine(finding, colors)}\n`;
		if (unlisted > 0) {
			const more = `${countOf(unlisted, 'more problem')} ${plural(unlisted, 'is', 'are')}`;
			yield `${terminalText(path)}: ${more} counted below but not listed.\n`;
		}
	}
	for (const { path, records, counts } of reports) {
		yield `${colors.bold(terminalText(path))}: ${countsLine(records, counts)}\n`;
	}
	if (reports.length > 1) yield `${colors.bold(countOf(reports.length, 'file'))}: ${totalLine(reports)}\n`;
	const paint = { errors: colors.red, review: colors.yellow, ready: colors.green };
	for (const { path, readiness } of folders) {
		yield `${colors.bold(terminalText(path))}: ${paint[readiness.state](terminalText(readiness.summary))}\n`;
		for (const { message } of readiness.reasons) yield `- ${terminalText(message)}\n`;
	}
}

function totalLine(reports: readonly FileReport[]): string {
	const records = reports.reduce((total, report) => total + report.records, 0);
	const counts = Object.fromEntries(
		severities.map((severity) => [
			severity,
			reports.reduce((total, report) => total + report.counts[severity], 0),
		]),
	) as Record<Severity, number>;
	return countsLine(records, counts);
}

function findingLine(finding: ListedFinding, colors: Colors): string {
	const { start, severity, rule, record } = finding;
	const paint = { error: colors.red, warning: colors.yellow, information: colors.blue, hint: colors.dim };
	const place = shownPlace(finding);
	const message = terminalText(messageOf({ problem: finding, record }) + (place && ` [${place}]`));
	return `${start.line + 1}:${start.character + 1} ${paint[severity](severity)} ${colors.dim(rule)} ${message}`;
}

function countsLine(records: number, counts: Counts): string {
	const present = severities.filter((severity) => counts[severity] > 0);
	const problems = present.map((severity) => countOf(counts[severity], severity, plurals[severity]));
	return [countOf(records, 'row'), ...(problems.length > 0 ? problems : ['no problems'])].join(', ');
}
