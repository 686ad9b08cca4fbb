import { resolve } from 'node:path';
import type { FileReport } from '../../disk/fileCheck';
import { type Rule, ruleById } from '../../rules';
import type { Severity } from '../../rules/rule';
import { type MarkupText, markupText } from '../../safeText';
import { defaultSettings } from '../../settings';
import { formatNumber, formatRange } from '../../wording';
import type { CheckResult, FormatOptions } from './format';
import { categorySections } from './htmlCategories';
import { pageStyles } from './htmlStyles';
import { declaredColumn } from './shownFindings';
import { statisticsOf } from './statistics';
import { toolLine } from './toolFacts';

const { smallCounts } = defaultSettings;

const badges: Readonly<Record<Severity, string>> = {
	error: 'Error',
	warning: 'Warning',
	information: 'Note',
	hint: 'Hint',
};

/**
 * A page to hand on, as the saved coverage report: no script, nothing from elsewhere, and ranges in place of counts. What
 * was asked for without redaction has the counts and the headers as they are.
 */
export function* htmlChunks(result: CheckResult, options: FormatOptions): Iterable<string> {
	const { reports, folders, failures = [] } = result;
	yield `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
<meta name="viewport" content="width=device-width" />
<title>Check Report</title>
<style>${pageStyles}</style>
</head>
<body>
<header><h1>Check Report</h1>
<p class="quiet">${markupText(toolLine)}</p></header>
<main>
`;
	for (const failure of failures) yield `<p class="failure">Not checked: ${markupText(failure)}</p>\n`;
	for (const { path, readiness } of folders) {
		const files = reports.filter((report) => resolve(report.path, '..') === resolve(path));
		const counted = files.flatMap(({ facts, rowsWithId }) => (facts ? [{ facts, rowsWithId }] : []));
		yield `<section>\n<h2>${markupText(path)}</h2>\n`;
		yield* categorySections(counted, readiness, smallCounts, options.isRedacted);
		yield '</section>\n';
	}
	for (const report of reports) yield* problemSection(report, options);
	yield `<section>\n<h2>How the Numbers Are Shown</h2>\n<p>${markupText(noteOn(options.isRedacted))}</p>\n</section>\n</main>\n</body>\n</html>\n`;
}

function noteOn(isRedacted: boolean): string {
	return isRedacted
		? `To protect students, a number is shown as a range of ${smallCounts} or more numbers, and a file with fewer than ${smallCounts} students has no counts. This page has no value of a file and no row. Schools are in the coverage report that the editor saves.`
		: 'This page was made without redaction: its counts are exact, and it names columns as the file does. Do not hand it on.';
}

function* problemSection(report: FileReport, { isRedacted, isQuiet }: FormatOptions): Iterable<string> {
	const hasStudents = (report.facts?.students ?? 0) >= smallCounts;
	const groups = statisticsOf(report, isRedacted).filter(
		({ rule, severity }) =>
			(!isQuiet || severity === 'error') && (!isRedacted || hasStudents || isAboutHeader(ruleById(rule))),
	);
	yield `<section>\n<h2>Problems in ${markupText(report.path)}</h2>\n`;
	if (isRedacted && !hasStudents) {
		yield `<p class="quiet">There are fewer than ${smallCounts} students, so only problems of the header are shown.</p>\n`;
	}
	if (groups.length === 0) yield '<p class="quiet">No problems to show.</p>\n';
	else {
		yield '<table><thead><tr><th scope="col">Problem</th><th scope="col">Rule</th><th scope="col">Column</th><th scope="col">Found</th></tr></thead>\n<tbody>\n';
		for (const { severity, title, rule, column, count, values = [] } of groups) {
			const name = isRedacted ? declaredColumn(column) : (column ?? undefined);
			const cells: readonly MarkupText[] = [rule, name ?? '', countText(count, isRedacted)].map(markupText);
			const named = values.map(({ value, count: rows }) => `“${value}” (${formatNumber(rows)})`).join(' · ');
			const list = named === '' ? '' : `<br /><span class="quiet">${markupText(named)}</span>`;
			yield `<tr><th scope="row"><span class="badge ${severity}">${badges[severity]}</span> ${markupText(title)}${list}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>\n`;
		}
		yield '</tbody></table>\n';
	}
	yield '</section>\n';
}

/** Of few students, even that one has a problem tells something; a header is about none of them. */
function isAboutHeader(rule: Rule | undefined): boolean {
	return rule !== undefined && ('checkHeader' in rule || 'checkFile' in rule) && !('checkField' in rule);
}

function countText(count: number, isRedacted: boolean): string {
	if (!isRedacted) return formatNumber(count);
	if (count < smallCounts) return `fewer than ${smallCounts}`;
	const from = count - (count % smallCounts);
	return formatRange({ from, to: from + smallCounts - 1 });
}
