import type { Severity } from '../../rules/rule';
import { lineText, terminalJson } from '../../safeText';
import { pathFromHere } from './filePlaces';
import { fingerprints } from './fingerprint';
import type { CheckResult, FormatOptions } from './format';
import { shownFindings } from './shownFindings';
import { toolLine } from './toolFacts';

/** Of GitLab's info, minor, major, critical and blocker. */
const levels: Readonly<Record<Severity, 'info' | 'minor' | 'major'>> = {
	error: 'major',
	warning: 'minor',
	information: 'info',
	hint: 'info',
};

/** A Code Quality report of GitLab: a list of issues. It has no place for counts, so the program is named in each. */
export function* gitlabChunks({ reports }: CheckResult, options: FormatOptions): Iterable<string> {
	let separator = '[\n';
	for (const report of reports) {
		const fingerprint = fingerprints(report.path);
		const path = pathFromHere(report.path);
		for (const finding of shownFindings(report, options)) {
			const issue = {
				description: lineText(finding.message),
				check_name: finding.rule,
				fingerprint: fingerprint(finding),
				severity: levels[finding.severity],
				location: { path, lines: { begin: finding.line } },
				engine_name: toolLine,
			};
			yield separator + terminalJson(issue);
			separator = ',\n';
		}
	}
	yield separator.startsWith('[') ? '[]\n' : '\n]\n';
}
