import type { CoverageReport } from '../../../../server/src/protocol';
import { element } from './dom';
import css from './page.css';
import { sections } from './sections';

/** What is hidden and why, for who gets the file. */
const HIDING_NOTES = [
	'So that nobody can be recognized, a count of 1 to 9 students is shown as <10.',
	'Often that is not enough: who knows a total and all other counts can subtract. So where it is needed, the smallest other count is shown as hidden, and where even that is not enough, the whole column or all schools.',
	'Totals, shares and schools count as well: a share is shown only where its count is. "all but <10" says that 1 to 9 students of a school have no value.',
	'No count that is hidden can be worked out from what is shown. Names and ids of students are in no part of this file.',
];

/** The report as one file that needs no other and runs nothing. */
export function savedPage(report: CoverageReport): string {
	const page = document.implementation.createHTMLDocument('Coverage report');
	page.documentElement.lang = 'en';
	const meta = (attributes: Readonly<Record<string, string>>): HTMLElement => element('meta', attributes);
	const policy = "default-src 'none'; style-src 'unsafe-inline'";
	page.head.prepend(
		meta({ charset: 'utf-8' }),
		meta({ 'http-equiv': 'Content-Security-Policy', content: policy }),
		meta({ name: 'viewport', content: 'width=device-width' }),
	);
	page.head.append(element('style', {}, css));
	const date = new Date().toLocaleDateString('en-US', { dateStyle: 'long' });
	page.body.append(
		element(
			'header',
			{ class: 'top' },
			element('h1', {}, 'Coverage report'),
			element('p', { class: 'quiet' }, `${report.files.join(' and ')}, ${date}`),
		),
		...sections(report),
		element(
			'section',
			{},
			element('h2', {}, 'How small numbers are hidden'),
			...HIDING_NOTES.map((sentence) => element('p', {}, sentence)),
		),
	);
	return `<!doctype html>\n${page.documentElement.outerHTML}\n`;
}
