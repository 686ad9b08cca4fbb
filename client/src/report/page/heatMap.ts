import type { CoverageReport, SavedSchools, ShareRange } from '../../../../server/src/protocol';
import {
	countOf,
	formatNumber,
	formatPercent,
	formatRange,
	formatShareRange,
} from '../../../../server/src/wording';
import { element, withShare } from '../../page/dom';
import { compareSchools } from './schoolOrder';

/** A row of the table: a school. */
interface SchoolRow {
	/** Undefined for the rest where there are too many schools; '' for students without a school. */
	readonly id: string | undefined;
	readonly students: string;
	/** A cell for each column. */
	readonly cells: readonly HTMLElement[];
}

/** A column may be in neither file. */
interface ReportColumn {
	readonly column: string;
	readonly fileName: string | undefined;
}

/** A table of the filled share of each category at each school, with colored cells; undefined without schools. */
export function heatMap({ schools, categories }: CoverageReport): HTMLElement | undefined {
	if (!schools || schools.length === 0) return undefined;
	const rows = schools.map(({ id, students, valid, of }): SchoolRow => {
		const cells = valid.map((count, at) => countCell(count, of[at] as number));
		return { id, students: formatNumber(students), cells };
	});
	return heatTable('Students with a value, by school', categories, rows);
}

/** The same for a saved report: the share of students with a code, in bands. */
export function savedHeatMap(
	{ listed }: SavedSchools,
	categories: readonly ReportColumn[],
): HTMLElement | undefined {
	const rows = listed.map(({ id, students, withCode }): SchoolRow => {
		const cells = withCode.map((share) => bandCell(share, students.from));
		return { id, students: formatRange(students), cells };
	});
	return heatTable('Students with a code, by school', categories, rows);
}

function heatTable(
	caption: string,
	categories: readonly ReportColumn[],
	rows: readonly SchoolRow[],
): HTMLElement {
	const columns = categories.filter(({ fileName }) => fileName !== undefined);
	const head = columns.map(({ column }) =>
		element('th', { scope: 'col', class: 'tall' }, element('span', {}, column)),
	);
	return element(
		'div',
		{ class: 'scroll', role: 'region', 'aria-label': caption, tabindex: '0' },
		element(
			'table',
			{ class: 'heat' },
			element('caption', {}, caption),
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
				...[...rows]
					.sort(compareSchools)
					.map((school) =>
						element(
							'tr',
							{},
							element('th', { scope: 'row' }, nameOf(school)),
							element('td', { class: 'number' }, school.students),
							...school.cells,
						),
					),
			),
		),
	);
}

function countCell(filled: number, students: number): HTMLElement {
	const title = `${formatNumber(filled)} of ${countOf(students, 'student')}`;
	const cell = element('td', { class: 'share', title }, formatPercent(filled, students));
	return withShare(cell, students === 0 ? 0 : filled / students);
}

function bandCell(share: ShareRange | undefined, students: number): HTMLElement {
	if (!share) return element('td', { class: 'none' }, '–');
	const cell = element('td', { class: 'share' }, formatShareRange(share, students));
	return withShare(cell, (share.from + share.to) / 200);
}

function nameOf({ id }: SchoolRow): string {
	return id === undefined ? 'All others' : id === '' ? 'No school' : id;
}
