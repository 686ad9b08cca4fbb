import type { SavedReport } from '../../../../server/src/protocol';
import { element } from './dom';
import { savedSections } from './sections';
import { styles } from './styles';

/** Tells the readers of the file what its numbers are, and what it does not promise. */
function notesOn({ fewest }: SavedReport): readonly string[] {
	return [
		`To protect students, every number of students except the district's total is a range of at least ${fewest} numbers. "0–9" may mean that nobody has the value, or that 9 students have it. The light end of a bar is the part that the range leaves open.`,
		'The ranges were chosen without looking at the numbers, so the choice tells nothing. Adding and subtracting leaves at least three possible values for every number that is shown as a range, also for a reader who knows how the ranges are made.',
		'Values that are not a code, and fields that are empty, are counted together. A share is rounded outward and ends at ≥95% and ≤5%, or sooner where there are few students. A dash means that a share could tell too much.',
		'A school is named if it is larger than the smallest range. This file contains no names or IDs of students.',
		'What this does not cover: a reader who also has another report of the same students, or knows some of the numbers from elsewhere, may work out more.',
	];
}

/** The report as one HTML file without scripts or links to other files. */
export function savedPage(report: SavedReport): string {
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
		...savedSections(report),
		element(
			'section',
			{},
			element('h2', {}, 'How the Numbers Are Shown'),
			...notesOn(report).map((sentence) => element('p', {}, sentence)),
		),
	);
	return `<!doctype html>\n${page.documentElement.outerHTML}\n`;
}
