import { formatNumber } from '../../../../../server/src/wording';
import { element, setText } from '../../../page/dom';
import type { Popups } from '../../../page/popups';
import { isFiltering } from '../filterModel';
import { rowsText } from '../filterTexts';
import { openColumnsDialog } from '../popup/columnsDialog';
import { openProblemsFilter } from '../popup/problemsFilter';
import type { TablePage, TableState } from '../table';
import { createChips } from './chips';
import { createColumnSets } from './columnSets';
import { keepOneStop, makeRoving } from './roving';
import { createSearchBox } from './searchBox';

/**
 * Fills the toolbar, and returns what moves the keyboard to the box for the text to look for.
 *
 * @param filterColumn opens the filter of a column, 0-based in the file, under a button.
 */
export function createToolbar(
	table: TablePage,
	region: HTMLElement,
	popups: Popups,
	filterColumn: (column: number, button: HTMLElement) => void,
): () => void {
	const sets = createColumnSets(table);
	const search = createSearchBox(table);
	const chips = createChips(table);
	const counter = element('div', { class: 'counter', 'aria-live': 'polite' });
	const school = (): number | undefined =>
		table.state.layout?.columns.find(({ role }) => role === 'school')?.index;

	const problems = popupButton('Problems', 'menu', (button) => {
		const { layout, view } = table.state;
		if (!layout) return;
		const show = (column: number): void => void table.reveal({ record: 0, column });
		openProblemsFilter(popups, layout, view.filter, (filter) => table.setFilter(filter), show, button);
	});
	const schools = popupButton('School', 'dialog', (button) => {
		const column = school();
		if (column !== undefined) filterColumn(column, button);
	});
	const columns = popupButton('Columns…', 'dialog', (button) => {
		const show = (column: number, isShown: boolean): void =>
			isShown ? table.showColumn(column) : table.hideColumn(column);
		const change = {
			show,
			showAll: () => table.showAllColumns(),
			restoreOrder: () => table.restoreOrder(),
		};
		openColumnsDialog(popups, table.state.columns, table.state.hidden, change, button);
	});

	const bar = element(
		'div',
		{ role: 'toolbar', 'aria-label': 'Table', class: 'bar' },
		element(
			'div',
			{ class: 'bar-line' },
			sets.element,
			element('div', { class: 'tools' }, search.element, problems, schools, columns),
		),
		chips.element,
	);
	region.append(bar, counter);
	// People go on in the rows that are shown now.
	chips.element.addEventListener('click', () => table.focus());
	makeRoving(bar);

	let last: TableState | undefined;
	const show = (state: TableState): void => {
		const { layout, shown, view, set, hidden } = state;
		// The state changes with each move of the active cell, which is nothing to the toolbar.
		const isSame =
			last?.layout === layout &&
			last?.shown === shown &&
			last?.view === view &&
			last?.set === set &&
			last?.hidden === hidden;
		if (last && isSame) return;
		last = state;
		for (const each of [sets, search, chips]) each.show(state);
		const inRows = layout?.rules.reduce((sum, rule) => sum + rule.count, 0) ?? 0;
		const count = inRows + (layout?.findings.length ?? 0);
		const label = count > 0 ? `Problems (${formatNumber(count)})` : 'Problems';
		setText(problems, label);
		setText(columns, hidden.length > 0 ? `Columns… (${formatNumber(hidden.length)} hidden)` : 'Columns…');
		schools.hidden = school() === undefined;
		const rows =
			layout && layout.problem === undefined && shown !== undefined
				? rowsText(shown, layout.total, isFiltering(view.filter))
				: '';
		setText(counter, rows);
		keepOneStop(bar);
	};
	table.onChange(show);
	show(table.state);
	return () => {
		search.element.focus();
		search.element.select();
	};
}

/** A button that opens a popup under itself. */
function popupButton(
	label: string,
	kind: 'menu' | 'dialog',
	open: (button: HTMLElement) => void,
): HTMLButtonElement {
	const button = element('button', { type: 'button', class: 'tool opens', 'aria-haspopup': kind }, label);
	button.addEventListener('click', () => open(button));
	return button;
}
