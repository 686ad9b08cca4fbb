/** The findings for people: one line each, then the counts. */

import type { createColors } from 'picocolors';
import { messageOf } from '../check/finding';
import type { FileReport } from '../disk/fileCheck';
import { shownPlace } from '../disk/listedFinding';
import { type Severity, severities } from '../rules/rule';
import { countOf } from '../wording';

/** Where the noun is not just given an s. */
const plurals: Partial<Record<Severity, string>> = { information: 'information' };

export type Colors = ReturnType<typeof createColors>;

export function* textChunks(reports: readonly FileReport[], colors: Colors): Iterable<string> {
	const paint = { error: colors.red, warning: colors.yellow, information: colors.blue, hint: colors.dim };
	for (const { path, findings, unlisted } of reports) {
		for (const finding of findings) {
			const { line, character } = finding.start;
			const shown = shownPlace(finding);
			const message = oneLine(
				messageOf({ problem: finding, record: finding.record }) + (shown && ` [${shown}]`),
			);
			const severity = paint[finding.severity](finding.severity);
			yield `${oneLine(path)}:${line + 1}:${character + 1} ${severity} ${colors.dim(finding.rule)} ${message}\n`;
		}
		if (unlisted > 0) yield `${oneLine(path)}: ${unlisted} more are counted below and not listed.\n`;
	}
	for (const { path, records, counts } of reports) {
		yield `${colors.bold(oneLine(path))}: ${inWords(records, counts)}\n`;
	}
	if (reports.length < 2) return;
	const records = reports.reduce((total, report) => total + report.records, 0);
	const counts = Object.fromEntries(
		severities.map((one) => [one, reports.reduce((total, report) => total + report.counts[one], 0)]),
	) as Record<Severity, number>;
	yield `${colors.bold(`${reports.length} files`)}: ${inWords(records, counts)}\n`;
}

function inWords(records: number, counts: Readonly<Record<Severity, number>>): string {
	const found = severities
		.filter((severity) => counts[severity] > 0)
		.map((severity) => countOf(counts[severity], severity, plurals[severity]));
	return [countOf(records, 'row'), ...(found.length > 0 ? found : ['no problems'])].join(', ');
}

/** Keeps a value's line breaks from making two lines of one, and its control characters from the terminal. */
export function oneLine(text: string): string {
	return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, (sign) => {
		const known = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }[sign];
		return known ?? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
	});
}
