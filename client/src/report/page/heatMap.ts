import type { Amount, CoverageReport, SchoolCoverage } from '../../../../server/src/protocol';
import { countOf, formatNumber, formatPercent } from '../../../../server/src/wording';
import { element, withShare } from './dom';

/** The filled share of each category at each school, as a table whose cells are coloured. */
export function heatMap({ schools, categories }: CoverageReport): HTMLElement | undefined {
	if (!schools || schools.length === 0) return undefined;
	const columns = categories.filter(({ fileName }) => fileName !== undefined);
	const head = columns.map(({ column }) =>
		element('th', { scope: 'col', class: 'tall' }, element('span', {}, column)),
	);
	return element(
		'div',
		{ class: 'scroll', role: 'region', 'aria-label': 'Filled shares by school', tabindex: '0' },
		element(
			'table',
			{ class: 'heat' },
			element('caption', {}, 'The share of students of each school who have a value'),
			element(
				'thead',
				{},
				element(
					'tr',
					{},
					element('th', { scope: 'col' }, 'School'),
					element('th', { scope: 'col', class: 'number' }, 'Students'),
					...head,
				),
			),
			element(
				'tbody',
				{},
				...[...schools]
					.sort(compareSchools)
					.map((school) =>
						element(
							'tr',
							{},
							element('th', { scope: 'row' }, nameOf(school)),
							element('td', { class: 'number' }, formatNumber(school.students)),
							...school.filled.map((filled) => cell(filled, school.students)),
						),
					),
			),
		),
	);
}

function cell(filled: Amount, students: Amount): HTMLElement {
	if (typeof filled !== 'number' || (typeof students !== 'number' && filled > 0)) {
		return element('td', { class: 'none' }, formatNumber(filled));
	}
	const all = typeof students === 'number' ? students : 1;
	const made = element(
		'td',
		{ class: 'share', title: `${formatNumber(filled)} of ${countOf(students, 'student')}` },
		formatPercent(filled, all),
	);
	return withShare(made, all === 0 ? 0 : filled / all);
}

function nameOf({ id }: SchoolCoverage): string {
	return id === undefined ? 'All others' : id === '' ? 'No school' : id;
}

/** As people sort ids: 9 before 10; what is no school comes last. */
function compareSchools(one: SchoolCoverage, other: SchoolCoverage): number {
	if (!one.id || !other.id) return Number(!one.id) - Number(!other.id);
	return one.id.localeCompare(other.id, 'en', { numeric: true });
}
