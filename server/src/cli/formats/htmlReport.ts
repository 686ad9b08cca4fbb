import type { Readiness } from '../../coverage/readinessTypes';
import type { SavedReport } from '../../coverage/savedReportTypes';
import { formatNumber, plural } from '../../wording';
import { categoryCard } from './htmlCategories';
import { schoolParts } from './htmlSchools';
import { type Markup, markup, shareStyle } from './markup';

const colors = [
	['code', 'A code of the standard'],
	['empty', 'Empty or not a code'],
	['open', 'What a range leaves open'],
] as const;

/**
 * The sections of a saved report, with the words, the order and the classes of the page that the editor saves.
 *
 * @param readiness what is said of the folder.
 */
export function* reportSections(report: SavedReport, readiness: Readiness | undefined): Iterable<Markup> {
	const { categories, students, fewest } = report;
	if (readiness) yield verdictSection(readiness);
	yield summaryTiles(report);
	const missing = categories.filter(({ fileName }) => fileName === undefined);
	const names = missing.flatMap(({ column }, at) => [at > 0 ? ', ' : '', markup('code', {}, column)]);
	yield section(
		'Categories',
		students === undefined
			? 'Which columns the files have.'
			: 'About how many students have each value. A student with several rows is counted once.',
		...(students === undefined
			? [markup('p', {}, `There are fewer than ${fewest} students, so no counts are shown.`)]
			: [
					markup('ul', { class: 'legend' }, ...colors.map(([kind, text]) => legendItem(kind, text))),
					markup(
						'div',
						{ class: 'cards' },
						...categories.map((category) => categoryCard(category, students)),
					),
				]),
		missing.length === 0 ? undefined : markup('p', { class: 'quiet' }, 'Not in these files: ', ...names, '.'),
	);
	const schools = schoolParts(report);
	if (schools.length > 0) {
		yield section('Schools', 'The share of students with a code, by school.', ...schools);
	}
}

function verdictSection({ state, summary, reasons }: Readiness): Markup {
	const items = reasons.map(({ message }) => markup('li', {}, message));
	return markup(
		'section',
		{ class: `verdict ${state}` },
		markup('p', { class: 'summary' }, summary),
		items.length === 0 ? undefined : markup('ul', {}, ...items),
	);
}

function summaryTiles({ students, fewest, schools, categories }: SavedReport): Markup {
	const found = categories.filter(({ fileName }) => fileName !== undefined).length;
	const all =
		typeof schools === 'object' ? schools.listed.length + schools.others + schools.notNamed : undefined;
	return markup(
		'dl',
		{ class: 'tiles' },
		students === undefined
			? tile(`fewer than ${fewest}`, 'students')
			: tile(formatNumber(students), plural(students, 'student')),
		all === undefined ? undefined : tile(formatNumber(all), plural(all, 'school')),
		tile(`${found} of ${categories.length}`, 'categories'),
	);
}

function tile(amount: string, noun: string): Markup {
	return markup('div', {}, markup('dd', {}, amount), markup('dt', {}, noun));
}

function legendItem(kind: string, text: string): Markup {
	return markup('li', {}, markup('span', { class: `swatch ${kind}`, style: shareStyle(1) }), text);
}

function section(title: string, about: string, ...content: readonly (Markup | undefined)[]): Markup {
	return markup('section', {}, markup('h2', {}, title), markup('p', { class: 'about' }, about), ...content);
}
