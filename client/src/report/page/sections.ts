import type { CoverageReport } from '../../../../server/src/protocol';
import { alarmList } from './alarms';
import { categoryCards, missingCategories } from './categories';
import { element } from './dom';
import { heatMap } from './heatMap';
import { problemTable } from './problems';
import { summary } from './summary';
import { verdict } from './verdict';

/** The sections of the page, on the screen and in the saved file. */
export function sections(report: CoverageReport): HTMLElement[] {
	const parts = [
		verdict(report),
		summary(report),
		titled('Worth a Look', 'These counts are unusual, but may be right.', alarmList(report)),
		titled(
			'Categories',
			'How many students have each value. A student with several rows is counted once.',
			element('div', { class: 'cards' }, ...categoryCards(report)),
			missingCategories(report),
		),
		titled('Schools', 'The share of students with a value, by school.', heatMap(report)),
		titled('Problems', `By rule, in ${report.files.join(' and ')}.`, problemTable(report)),
	];
	return parts.filter((part) => part !== undefined);
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
