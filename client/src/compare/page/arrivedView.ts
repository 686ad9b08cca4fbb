import type { ArrivedCause, ArrivedReport } from '../../../../server/src/protocol';
import { countOf, formatNumber, plural } from '../../../../server/src/wording';
import { element } from '../../page/dom';
import { tiles } from '../../page/tiles';
import type { ArrivedList } from '../messages';
import { categoryDetails, categoryTable } from './arrivedCategories';
import { groupLine } from './arrivedLists';
import { type PageView, sendButton, titledPart } from './view';

/** The view of what arrived of what was sent. */
export function arrivedView(
	report: ArrivedReport,
	lists: readonly ArrivedList[],
	district: string,
): PageView {
	const { fileName, system, idColumn, matchedBy } = report;
	const parts = [
		notesPart(report),
		summary(report, lists),
		causesPart(report),
		titledPart(
			'Categories',
			'Values of the students who are in both. A number lists its students.',
			element('div', { class: 'scroll' }, categoryTable(report)),
		),
		...categoryDetails(report, lists),
		element('p', { class: 'quiet last' }, 'This page cannot be saved: it has values of students.'),
	];
	const from = system === null ? '' : ` (${system})`;
	return {
		title: 'What Arrived',
		district,
		about: `Compared with ${fileName}${from}. Its ${idColumn} is your ${matchedBy}.`,
		sections: parts.filter((part) => part !== undefined),
	};
}

function notesPart({ notes }: ArrivedReport): HTMLElement | undefined {
	if (notes.length === 0) return undefined;
	return element(
		'section',
		{ class: 'verdict' },
		element('p', { class: 'summary' }, 'Before you read on'),
		element('ul', {}, ...notes.map((note) => element('li', {}, note))),
	);
}

function summary(report: ArrivedReport, lists: readonly ArrivedList[]): HTMLElement {
	const { students, categories } = report;
	const { ours, matched, notThere, unknown } = students;
	const sum = (count: 'arrived' | 'missing' | 'different'): number =>
		categories.reduce((all, category) => all + category[count], 0);
	return element(
		'section',
		{},
		tiles([
			[formatNumber(matched), `of ${countOf(ours, 'student')} ${plural(matched, 'is', 'are')} there`],
			[formatNumber(sum('arrived')), `${plural(sum('arrived'), 'value')} arrived`],
			[formatNumber(sum('missing')), 'missing'],
			[formatNumber(sum('different')), 'different'],
		]),
		groupLine(
			report,
			lists,
			{ kind: 'notThere' },
			notThere,
			`${countOf(notThere, 'student')} of yours ${plural(notThere, 'is', 'are')} not in the file`,
		),
		groupLine(
			report,
			lists,
			{ kind: 'unknown' },
			unknown,
			`${countOf(unknown, 'student')} in the file ${plural(unknown, 'is', 'are')} not in yours`,
		),
		element('p', { class: 'openList' }, sendButton({ type: 'again' }, 'Check Again')),
	);
}

function causesPart({ causes }: ArrivedReport): HTMLElement | undefined {
	if (causes.length === 0) return undefined;
	return titledPart(
		'Likely Causes',
		'Each explains many of the values or students that are not there.',
		element('ul', { class: 'alarms' }, ...causes.map(causeItem)),
	);
}

function causeItem({ message, isAboutSharing }: ArrivedCause): HTMLElement {
	const steps = isAboutSharing
		? element('p', { class: 'action' }, sendButton({ type: 'guide' }, 'Show the Steps'))
		: undefined;
	return element('li', {}, element('p', {}, message), steps);
}
