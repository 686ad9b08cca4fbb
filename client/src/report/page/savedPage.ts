import type { SavedReport } from '../../../../server/src/protocol';
import { element } from '../../page/dom';
import { datedFiles, heading, reportTitle } from './heading';
import { savedSections } from './sections';
import { styles } from './styles';

const NO_STUDENT = 'This file contains no names and no IDs of students.';
const SCHOOLS_AND_STUDENTS =
	'No School_id or name of a school is shown that is the first or last name of a student, has both, or is an ID of one, but a school and a student may have the same number of up to three digits.';

/** Tells the readers of the file what its numbers are, and what it does not promise. */
function notesOn({ fewest, students }: SavedReport): readonly string[] {
	if (students === undefined)
		return [`A report on fewer than ${fewest} students shows no counts. ${NO_STUDENT}`];
	return [
		`To protect students, each number of students but the total is shown as a range of ${fewest} or more numbers. A range that begins at 0 may mean that no student has the value. The light end of a bar is what the range leaves open.`,
		'The ranges follow from the number of students and the length of the list, never from the counts. By adding and subtracting, a reader who knows how they are made still finds three or more possible values for each number. The same holds if each student with IDEA has a disability type, and no other student: so how many students have a type is not shown.',
		'Fields that are empty, and values that are not a code, are counted together. Shares are rounded outward. They end at ≥95% and ≤5%, or sooner where there are few students, and a dash means that a share could tell a count.',
		`A school is named if it has more students than the smallest range and its School_id looks like an ID. ${NO_STUDENT} ${SCHOOLS_AND_STUDENTS}`,
		'Not covered: somebody who has another report on the same students, knows some of the numbers from elsewhere, or knows how other categories belong together, may find out more. For example, most students with IDEA also have Y for IEP.',
	];
}

/** The report as one HTML file without scripts or links to other files; `district` is empty where it has no name. */
export function savedPage(report: SavedReport, district: string): string {
	const page = document.implementation.createHTMLDocument(reportTitle(district));
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
	page.body.append(
		element('header', { class: 'top' }, element('div', {}, ...heading(district, datedFiles(report.files)))),
		element(
			'main',
			{},
			...savedSections(report),
			element(
				'section',
				{},
				element('h2', {}, 'How the Numbers Are Shown'),
				...notesOn(report).map((sentence) => element('p', {}, sentence)),
			),
		),
	);
	return `<!doctype html>\n${page.documentElement.outerHTML}\n`;
}
