import { element } from '../../page/dom';

/** A row of the table: a school. */
export interface SchoolRow {
	/** Undefined for the rest where there are too many schools; '' for students without a school. */
	readonly id: string | undefined;
	/** The school's name, where it is known. */
	readonly name?: string | undefined;
	readonly students: string;
	/** A cell for each column. */
	readonly cells: readonly HTMLElement[];
}

/** A column of the table. */
interface SchoolColumn {
	readonly name: string;
	/** What it holds, for a tooltip. */
	readonly title?: string | undefined;
}

/** A table of schools, whose headings stay while it is scrolled. */
export function heatTable(
	caption: string,
	columns: readonly SchoolColumn[],
	rows: readonly SchoolRow[],
): HTMLElement {
	const head = columns.map(({ name, title }) =>
		element('th', { scope: 'col', class: 'tall', title }, element('span', {}, ...breakable(name))),
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
			element('tbody', { class: 'whole' }, ...rows.map(rowOf)),
		),
	);
}

function rowOf({ id, name, students, cells }: SchoolRow): HTMLElement {
	return element(
		'tr',
		{},
		element('th', { scope: 'row' }, schoolOf(id, name)),
		element('td', { class: 'number' }, students),
		...cells,
	);
}

/** The name of a school with its ID; long ones are cut to a few lines, and whole in the tooltip. */
function schoolOf(id: string | undefined, name: string | undefined): HTMLElement {
	if (id === undefined) return element('div', { class: 'school' }, 'All others');
	if (id === '') return element('div', { class: 'school' }, 'No school');
	if (!name) return element('div', { class: 'school', title: id }, element('bdi', { class: 'name' }, id));
	return element(
		'div',
		{ class: 'school', title: `${name} (${id})` },
		element('bdi', { class: 'name' }, name),
		' ',
		element('bdi', { class: 'id' }, id),
	);
}

/** The name of a column, which may be broken after a part of it. */
function breakable(name: string): (HTMLElement | string)[] {
	return name.split(/(?<=[_.])/).flatMap((part) => [part, element('wbr')]);
}
