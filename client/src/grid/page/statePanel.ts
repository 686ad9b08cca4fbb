import { element } from '../../page/dom';
import { stateText } from './stateText';
import type { TablePage, TableState } from './table';

/** Says in front of the grid why there are no rows, and offers the way out; rows that are out of date are dimmed. */
export function createStatePanel(table: TablePage, grid: HTMLElement, openText: () => void): void {
	const text = element('p', {});
	const asText = button('Open as Text', openText);
	const clear = button('Clear Filters', () => table.setFilter({}));
	const insert = button('Insert Row', () => {
		void table.edit({ type: 'insertRows', record: 0, count: 1, below: true });
	});
	const panel = element('div', { class: 'state', role: 'status' }, text, asText, clear, insert);
	grid.after(panel);
	const show = (state: TableState): void => {
		const said = stateText(state);
		text.replaceChildren(element('span', {}, said?.text));
		panel.hidden = said === undefined;
		asText.hidden = said?.wayOut !== 'text';
		clear.hidden = said?.wayOut !== 'clear';
		insert.hidden = said?.wayOut !== 'insert';
		panel.classList.toggle('over-rows', said?.isOverRows === true);
		grid.classList.toggle('dimmed', said?.isOverRows === true);
		grid.classList.toggle('no-rows', said !== undefined && !said.isOverRows);
	};
	table.onChange(show);
	show(table.state);
}

function button(label: string, run: () => void): HTMLElement {
	const created = element('button', { type: 'button', class: 'button' }, label);
	created.addEventListener('click', run);
	return created;
}
