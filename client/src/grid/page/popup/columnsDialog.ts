import type { GridColumn } from '../../../../../server/src/protocol';
import { element } from '../../../page/dom';
import { createCheckList } from './checkList';
import type { Anchor, Popups } from './popups';

/** Opens the list of the columns of the set, to show and hide them at once. */
export function openColumnsDialog(
	popups: Popups,
	columns: readonly GridColumn[],
	hidden: readonly GridColumn[],
	show: (column: number, isShown: boolean) => void,
	at: Anchor,
): void {
	const all = [...columns, ...hidden].sort((a, b) => a.index - b.index);
	const items = all.map(({ index, name, title }) => ({ id: String(index), label: name, note: title }));
	const checked = new Set(columns.map(({ index }) => String(index)));
	const list = createCheckList('columns', items, checked, (id, isShown) => {
		if (isShown) checked.add(id);
		else checked.delete(id);
		show(Number(id), isShown);
	});
	const done = element('button', { type: 'button', class: 'button' }, 'Close');
	const dialog = element(
		'div',
		{ class: 'dialog', role: 'dialog', 'aria-label': 'Columns' },
		element('h2', {}, 'Columns'),
		list.element,
		element('div', { class: 'buttons' }, done),
	);
	const close = popups.open(dialog, at);
	done.addEventListener('click', () => {
		close();
		popups.focusTable();
	});
}
