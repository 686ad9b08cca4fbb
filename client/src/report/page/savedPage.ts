import type { CoverageReport } from '../../../../server/src/protocol';
import { element } from './dom';
import { sections } from './sections';
import { styles } from './styles';

/** Explains to the readers of the file which counts are hidden. */
const HIDING_NOTES = [
	'To protect students from being recognized, a count of 1 to 9 is shown as <10.',
	'A reader could subtract the other counts from a total. Where that would give a small count away, the next smallest count is hidden too, or else the whole column or all schools.',
	'A share is shown only where its count is shown. "all but <10" means that 1 to 9 students of a school have no value.',
	'No hidden count can be calculated from the counts that are shown. This file contains no names or IDs of students.',
];

/** The report as one HTML file without scripts or links to other files. */
export function savedPage(report: CoverageReport): string {
	const page = document.implementation.createHTMLDocument('Coverage Report');
	page.documentElement.lang = 'en';
	const meta = (attributes: Readonly<Record<string, string>>): HTMLElement => element('meta', attributes);
	const policy = "default-src 'none'; style-src 'unsafe-inline'";
	page.head.prepend(
		meta({ charset: 'utf-8' }),
		meta({ 'http-equiv': 'Content-Security-Policy', content: policy }),
		meta({ name: 'viewport', content: 'width=device-width' }),
	);
	const style = element('style');
	style.textContent = styles;
	page.head.append(style);
	const date = new Date().toLocaleDateString('en-US', { dateStyle: 'long' });
	page.body.append(
		element(
			'header',
			{ class: 'top' },
			element('h1', {}, 'Coverage Report'),
			element('p', { class: 'quiet' }, `${report.files.join(' and ')}, ${date}`),
		),
		...sections(report),
		element(
			'section',
			{},
			element('h2', {}, 'How Small Counts Are Hidden'),
			...HIDING_NOTES.map((sentence) => element('p', {}, sentence)),
		),
	);
	return `<!doctype html>\n${page.documentElement.outerHTML}\n`;
}
