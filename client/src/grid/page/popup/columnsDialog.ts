import type { GridColumn } from '../../../../../server/src/protocol';
import { element } from '../../../page/dom';
import type { Anchor, Popups } from '../../../page/popups';
import { createCheckList } from './checkList';

/** Opens the list of the columns of the set, to show and hide them at once. */
export function openColumnsDialog(
	popups: Popups,
	columns: readonly GridColumn[],
	hidden: readonly GridColumn[],
	change: {
		readonly show: (column: number, isShown: boolean) => void;
		readonly showAll: () => void;
		readonly restoreOrder: () => void;
	},
	at: Anchor,
): void {
	const all = [...columns, ...hidden].sort((a, b) => a.index - b.index);
	const items = all.map(({ index, name, title }) => ({ id: String(index), label: name, note: title }));
	const checked = new Set(columns.map(({ index }) => String(index)));
	const list = createCheckList('columns', items, checked, (id, isShown) => {
		if (isShown) checked.add(id);
		else checked.delete(id);
		change.show(Number(id), isShown);
	});
	const showAll = element('button', { type: 'button', class: 'button' }, 'Show All');
	const restore = element('button', { type: 'button', class: 'button' }, 'Original Order');
	const done = element('button', { type: 'button', class: 'button' }, 'Close');
	const dialog = element(
		'div',
		{ class: 'dialog', role: 'dialog', 'aria-label': 'Columns' },
		element('h2', {}, 'Columns'),
		list.element,
		element('div', { class: 'buttons' }, showAll, restore, done),
	);
	const close = popups.open(dialog, at);
	const finish = (act?: () => void): void => {
		close();
		act?.();
		popups.focusBehind();
	};
	done.addEventListener('click', () => finish());
	showAll.addEventListener('click', () => finish(change.showAll));
	restore.addEventListener('click', () => finish(change.restoreOrder));
}
