import { dirname, resolve } from 'node:path';
import { markupText } from '../../safeText';
import { savedReportNotes } from '../../wording';
import type { CheckResult, FormatOptions, SavedFolder } from './format';
import { problemSection } from './htmlProblems';
import { reportSections } from './htmlReport';
import { type Markup, markup } from './markup';
import { reportStyles } from './reportStyles.generated';
import { toolLine } from './toolFacts';

/**
 * A page to hand on: the coverage report that the editor saves, with the problems by rule and column. It has no script
 * and nothing from elsewhere. What was asked for without redaction has the counts of problems and the headers as they are.
 */
export function* htmlChunks(result: CheckResult, options: FormatOptions): Iterable<string> {
	const { reports, folders, saved = [], failures = [] } = result;
	yield `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
<meta name="viewport" content="width=device-width" />
<title>Check Report</title>
<style>${reportStyles}</style>
</head>
<body>
<header class="top"><div><h1>Check Report</h1>
<p class="quiet">${markupText(toolLine)}</p></div></header>
<main>
`;
	for (const failure of failures) {
		yield lineOf(markup('section', { class: 'verdict errors' }, markup('p', {}, `Not checked: ${failure}`)));
	}
	for (const each of saved) {
		const exact = folders.find(({ path }) => each.isFolder && path === each.path)?.readiness;
		yield* folderLines(each, options.isRedacted ? each.report.readiness : exact);
		for (const report of reports) {
			const isInside = !each.isFolder || resolve(dirname(report.path)) === resolve(each.path);
			if (isInside) yield lineOf(problemSection(report, each.report, options));
		}
	}
	yield lineOf(notesSection(saved, options.isRedacted));
	yield '</main>\n</body>\n</html>\n';
}

function* folderLines(
	{ path, report, lacking }: SavedFolder,
	readiness: SavedFolder['report']['readiness'],
): Iterable<string> {
	const date = new Date().toLocaleDateString('en-US', { dateStyle: 'long' });
	yield lineOf(
		markup(
			'section',
			{},
			markup('h2', {}, markup('bdi', {}, path)),
			markup('p', { class: 'quiet' }, `${date} · ${report.files.join(' and ')}`),
			lacking === undefined ? undefined : markup('p', {}, lacking),
		),
	);
	for (const part of reportSections(report, readiness)) yield lineOf(part);
}

function notesSection(saved: readonly SavedFolder[], isRedacted: boolean): Markup {
	const notes = saved.flatMap(({ report }) => savedReportNotes(report));
	const ofProblems = isRedacted
		? [
				'Counts of problems are ranges too, as wide as those of their column, or not shown where they would tell how many students have a value that few have. That a problem is listed means that there is one, so a range of its column leaves fewer numbers open than is said above, and one that begins at 0 does not mean 0.',
				'No value of a file and no row is shown.',
			]
		: [
				'This page was made without redaction: its counts of problems are exact, and it names columns and values as the files do. Do not hand it on.',
			];
	return markup(
		'section',
		{},
		markup('h2', {}, 'How the Numbers Are Shown'),
		...[...new Set([...notes, ...ofProblems])].map((sentence) => markup('p', {}, sentence)),
	);
}

function lineOf({ html }: Markup): string {
	return `${html}\n`;
}
