import type { Amount, CoverageReport, SchoolCoverage } from '../../../../server/src/protocol';
import { countOf, formatNumber, formatPercent } from '../../../../server/src/wording';
import { element, withShare } from './dom';

/** A table of the filled share of each category at each school, with colored cells; undefined without schools. */
export function heatMap({ schools, categories }: CoverageReport): HTMLElement | undefined {
	if (!schools || schools.length === 0) return undefined;
	const columns = categories.filter(({ fileName }) => fileName !== undefined);
	const head = columns.map(({ column }) =>
		element('th', { scope: 'col', class: 'tall' }, element('span', {}, column)),
	);
	return element(
		'div',
		{ class: 'scroll', role: 'region', 'aria-label': 'Students with a value, by school', tabindex: '0' },
		element(
			'table',
			{ class: 'heat' },
			element('caption', {}, 'Students with a value, by school'),
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
	const created = element(
		'td',
		{ class: 'share', title: `${formatNumber(filled)} of ${countOf(students, 'student')}` },
		formatPercent(filled, all),
	);
	return withShare(created, all === 0 ? 0 : filled / all);
}

function nameOf({ id }: SchoolCoverage): string {
	return id === undefined ? 'All others' : id === '' ? 'No school' : id;
}

/** Orders by ID with numbers by value, 9 before 10; rows without an ID come last. */
function compareSchools(one: SchoolCoverage, other: SchoolCoverage): number {
	if (!one.id || !other.id) return Number(!one.id) - Number(!other.id);
	return one.id.localeCompare(other.id, 'en', { numeric: true });
}
