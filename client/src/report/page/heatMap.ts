import type {
	CoverageReport,
	SavedSchools,
	SchoolCoverage,
	ShareRange,
} from '../../../../server/src/protocol';
import {
	countOf,
	formatNumber,
	formatPercent,
	formatRange,
	formatShareRange,
} from '../../../../server/src/wording';
import { element, withShare } from '../../page/dom';
import { heatTable, type SchoolRow } from './heatTable';
import { compareSchools, compareShares, sum } from './schoolOrder';

/** A column may be in neither file. */
interface ReportColumn {
	readonly column: string;
	readonly title: string;
	readonly fileName: string | undefined;
}

/** How the schools are ordered. */
export type SchoolOrder = 'by name' | 'worst first';

/** Which schools the table has, and in which order. */
export interface SchoolView {
	readonly order: SchoolOrder;
	/** Whether it has all of very many schools. */
	readonly isAll: boolean;
}

/** Schools that are in the table until all are asked for: thousands of rows take a browser seconds to lay out. */
const MAX_ROWS = 250;

/** A table of the filled share of each category at each school, with colored cells; undefined without schools. */
export function heatMap(
	{ schools, categories }: CoverageReport,
	{ order, isAll }: SchoolView,
): HTMLElement | undefined {
	if (!schools || schools.length === 0) return undefined;
	const compare = order === 'by name' ? compareSchools : compareShares;
	const shown = [...schools].sort(compare).slice(0, isAll ? undefined : MAX_ROWS);
	const rows = shown.map((school): SchoolRow => {
		const { id, name, students, valid, wrong, of } = school;
		const cells = valid.map((count, at) => countCell(count, wrong[at] as number, of[at] as number));
		return { id, name, students: formatNumber(students), cells: [totalCell(school), ...cells] };
	});
	const caption = `Students with a code, by school${order === 'by name' ? '' : ', worst first'}`;
	const columns = [{ name: 'All', title: 'All categories' }, ...columnsOf(categories)];
	const isCut = shown.length < schools.length;
	return element(
		'div',
		{},
		orderButton(order),
		heatTable(caption, columns, rows),
		isCut ? allButton(schools.length) : undefined,
	);
}

function allButton(schools: number): HTMLElement {
	const text = `Show All ${formatNumber(schools)} Schools`;
	return element('p', { class: 'order' }, element('button', { class: 'toggle', 'data-all': '' }, text));
}

function orderButton(order: SchoolOrder): HTMLElement {
	const attributes = {
		class: 'toggle',
		'data-order': order === 'by name' ? 'worst first' : 'by name',
		'aria-pressed': String(order === 'worst first'),
	};
	return element('p', { class: 'order' }, element('button', attributes, 'Worst First'));
}

/** The same for a saved report: the share of students with a code, in bands. */
export function savedHeatMap({ listed }: SavedSchools, categories: readonly ReportColumn[]): HTMLElement {
	const rows = [...listed].sort(compareSchools).map(({ id, name, students, withCode }): SchoolRow => {
		const cells = withCode.map((share) => bandCell(share, students.from));
		return { id, name, students: formatRange(students), cells };
	});
	return heatTable('Students with a code, by school', columnsOf(categories), rows);
}

function columnsOf(categories: readonly ReportColumn[]) {
	return categories
		.filter(({ fileName }) => fileName !== undefined)
		.map(({ column, title }) => ({ name: column, title }));
}

/** The share of all values of a school, by which the worst are first. */
function totalCell({ valid, wrong, of }: SchoolCoverage): HTMLElement {
	const cell = countCell(sum(valid), sum(wrong), sum(of), 'value');
	cell.classList.add('all');
	return cell;
}

function countCell(valid: number, wrong: number, of: number, noun = 'student'): HTMLElement {
	const mistakes = wrong === 0 ? '' : `, ${formatNumber(wrong)} wrong`;
	const title = `${formatNumber(valid)} of ${countOf(of, noun)}${mistakes}`;
	const cell = element('td', { class: 'share', title }, formatPercent(valid, of));
	if (wrong > 0) {
		cell.append(
			element('span', { class: 'unseen' }, mistakes),
			withShare(element('span', { class: 'part' }), wrong / of),
		);
	}
	return withShare(cell, of === 0 ? 0 : valid / of);
}

function bandCell(share: ShareRange | undefined, students: number): HTMLElement {
	if (!share) return element('td', { class: 'none' }, '–');
	const cell = element('td', { class: 'share' }, formatShareRange(share, students));
	return withShare(cell, (share.from + share.to) / 200);
}
