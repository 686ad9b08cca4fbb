import type { CoverageReport, SavedReport } from '../../../../server/src/protocol';
import { savedSchoolsNote, schoolsNotShown } from '../../../../server/src/wording';
import { element } from '../../page/dom';
import { alarmList } from './alarms';
import { missingCategories } from './card';
import { categoryCards } from './categories';
import { heatMap, type SchoolView, savedHeatMap } from './heatMap';
import { type LegendItem, legend } from './legend';
import { problemTable } from './problems';
import { savedCards } from './savedCategories';
import { savedSummary, summary } from './summary';
import { verdict } from './verdict';

function colors({ categories }: CoverageReport): readonly LegendItem[] {
	const isAccepted = categories.some(({ accepted }) => accepted > 0);
	return [
		['code', 'A code of the standard'],
		['wrong', 'A wrong value'],
		...(isAccepted ? [['accepted', 'Accepted by the district: Amplify ignores it'] as const] : []),
		['empty', 'Empty'],
	];
}
const savedColors: readonly LegendItem[] = [
	['code', 'A code of the standard'],
	['empty', 'Empty or not a code'],
	['open', 'What a range leaves open'],
];

/** The sections of the page in the editor. */
export function sections(report: CoverageReport, view: SchoolView): HTMLElement[] {
	const { categories, files } = report;
	const parts = [
		verdict(report),
		summary(report),
		titled('Worth a Look', 'These counts are unusual, but may be right.', alarmList(report)),
		titled(
			'Categories',
			'How many students have each value. A student with several rows is counted once.',
			legend(colors(report)),
			element('div', { class: 'cards' }, ...categoryCards(report)),
			missingCategories(categories),
		),
		titled(
			'Schools',
			'The share of students with a code, by school. Stripes show the share of wrong values.',
			heatMap(report, view),
		),
		titled(
			'Problems',
			`Where each rule was broken in ${files.join(' and ')}. A row with two wrong values counts twice.`,
			problemTable(report),
		),
	];
	return parts.filter((part) => part !== undefined);
}

/** The sections of the saved file, but for the notes. */
export function savedSections(report: SavedReport): HTMLElement[] {
	const { categories, students, fewest } = report;
	const cards =
		students === undefined
			? element('p', {}, `There are fewer than ${fewest} students, so no counts are shown.`)
			: element('div', { class: 'cards' }, ...savedCards(report));
	const parts = [
		verdict(report),
		savedSummary(report),
		titled(
			'Categories',
			students === undefined
				? 'Which columns the files have.'
				: 'About how many students have each value. A student with several rows is counted once.',
			students === undefined ? undefined : legend(savedColors),
			cards,
			missingCategories(categories),
		),
		titled('Schools', 'The share of students with a code, by school.', ...savedSchoolTable(report)),
	];
	return parts.filter((part) => part !== undefined);
}

function savedSchoolTable({ schools, categories }: SavedReport): (HTMLElement | undefined)[] {
	if (schools === 'none') return [];
	if (schools === 'not-ids') return [element('p', { class: 'quiet' }, schoolsNotShown)];
	return [savedHeatMap(schools, categories), element('p', { class: 'quiet' }, savedSchoolsNote(schools))];
}

function titled(title: string, about: string, ...content: readonly (HTMLElement | undefined)[]) {
	if (content.every((part) => !part)) return undefined;
	return element(
		'section',
		{},
		element('h2', {}, title),
		element('p', { class: 'about' }, about),
		...content,
	);
}
