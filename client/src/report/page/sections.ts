import type { CoverageReport } from '../../../../server/src/protocol';
import { alarmList } from './alarms';
import { categoryCards, missingCategories } from './categories';
import { element } from './dom';
import { heatMap } from './heatMap';
import { problemTable } from './problems';
import { summary } from './summary';

/** The page from top to bottom: the same on the screen and in the file that is handed on. */
export function sections(report: CoverageReport): HTMLElement[] {
	const parts = [
		summary(report),
		titled('Worth a look', 'Perhaps right, but no single cell shows it.', alarmList(report)),
		titled(
			'Categories',
			'How many students have which value. A student who stands on several rows counts once.',
			element('div', { class: 'cards' }, ...categoryCards(report)),
			missingCategories(report),
		),
		titled('Schools', 'The share of students of each school who have a value.', heatMap(report)),
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
