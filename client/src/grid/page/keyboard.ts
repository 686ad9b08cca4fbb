/** The keyboard in the grid. A key that is used here is heard by nobody else, neither the browser nor VS Code. */
import { cachedValue } from './cells';
import { type KeyCommand, keyCommand } from './keys';
import { clampRow, type Move, moved } from './moves';
import { toggleSort } from './pointer';
import { extendTo, selectCell, widen } from './selection';
import type { TableGrid } from './tableGrid';

/** Listens to keys on cells and headers. A key that nothing on the page has is meant for the active cell. */
export function listenToKeyboard(table: TableGrid): void {
	// After Escape, Tab leaves the grid, so that nobody is caught in it.
	let isLeaving = false;
	document.addEventListener('keydown', (event) => {
		if (event.target === document.body) table.recoverFocus();
		const target = event.target === document.body ? document.activeElement : event.target;
		if (!(target instanceof Element) || !table.region.contains(target)) return;
		if (!target.closest('[role=gridcell], [role=columnheader]') || target.closest('button')) return;
		const wasLeaving = isLeaving;
		isLeaving = event.key === 'Escape';
		if (event.key === 'Tab' && wasLeaving) return;
		if (event.isComposing) return;
		const command = keyCommand(event);
		if (!command) return;
		const isDone =
			table.selection.active.row < 0 ? doInHeader(table, event, command) : doInCell(table, event, command);
		if (!isDone) return;
		event.stopPropagation();
		if (command.type !== 'clipboard') event.preventDefault();
	});
}

/** Whether the command was for a cell. */
function doInCell(table: TableGrid, { key }: KeyboardEvent, command: KeyCommand): boolean {
	const { selection } = table;
	const { active } = selection;
	switch (command.type) {
		case 'move':
			move(table, command.move, command.extend, key === 'Enter');
			return true;
		case 'edit':
			table.onOpenEditor(command.typed);
			return true;
		case 'selectAll':
			if ((table.cache.length ?? 0) > 0) {
				const all = widen(selection, { rows: table.cache.length ?? 0, columns: table.plan.shown.length });
				table.select({ ...all, blocks: all.blocks.slice(-1) }, active);
			}
			return true;
		case 'selectRow':
			table.select(widen(selection, { columns: table.plan.shown.length }), active);
			return true;
		case 'selectColumn':
			table.select(widen(selection, { rows: table.cache.length ?? 0 }), active);
			return true;
		case 'clear':
			void table.edit({ type: 'fill', ranges: table.state.selection, value: '' });
			return true;
		case 'fillDown':
			void table.edit({ type: 'fillDown', ranges: table.state.selection });
			return true;
		case 'deleteRows':
			void table.edit({ type: 'deleteRows', ranges: table.state.selection });
			return true;
		case 'insertRows':
			void table.edit({ type: 'insertRows', record: recordOf(table, active.row), count: 1, below: true });
			return true;
	}
	return doAnywhere(table, command);
}

/** Whether the command was for the header of a column. */
function doInHeader(table: TableGrid, { key }: KeyboardEvent, command: KeyCommand): boolean {
	const column = table.columns.columnAt(table.selection.active.position);
	if (!column) return false;
	if (key === 'Enter' || key === ' ') {
		toggleSort(table, column.index);
		return true;
	}
	if (command.type === 'move') {
		move(table, command.move, false);
		return true;
	}
	if (command.type === 'menu' || command.type === 'actions') {
		// Alt+Down opens a list, as it does on the header of a filter in a spreadsheet.
		const button = table.activeNode()?.querySelector<HTMLElement>('.header-menu');
		if (key !== 'ArrowDown') table.openHeaderMenu(table.selection.active.position);
		else if (button) table.surroundings?.openColumnFilter(column, button);
		return true;
	}
	return command.type === 'insertRows' || command.type === 'edit' ? false : doAnywhere(table, command);
}

function doAnywhere(table: TableGrid, { type }: KeyCommand): boolean {
	switch (type) {
		case 'actions':
			table.surroundings?.openActions();
			return true;
		case 'menu': {
			const box = table.activeCellBox();
			table.surroundings?.openActions(box && { x: box.left, y: box.bottom });
			return true;
		}
		case 'filter':
			table.surroundings?.focusFilter();
			return true;
		case 'nextProblem':
		case 'previousProblem':
			void table.goToProblem(type === 'previousProblem');
			return true;
		case 'clipboard':
		case 'ignore':
			return true;
		default:
			return false;
	}
}

/** Moves the active cell, or the end of the selection. */
function move(table: TableGrid, by: Move, extend: boolean, isEnter = false): void {
	const { grid, selection, cache, plan } = table;
	if (!grid) return;
	const bounds = {
		rows: cache.length ?? 0,
		columns: plan.shown.length,
		page: Math.max(1, grid.getViewportRowCount() - 1),
		isFilled: (row: number, position: number) => {
			const cached = cache.get(row);
			const value = cached && cachedValue(cached, table.columns.columnAt(position)?.index ?? -1);
			return value === undefined ? undefined : value !== '';
		},
		spanFrom: (row: number) => {
			const cached = cache.get(row);
			return cached && !cached.row.values ? plan.pinned : undefined;
		},
	};
	if (extend) {
		const end = endOf(table);
		const to = moved(end, by, bounds);
		table.select(extendTo(selection, { ...to, row: clampRow(to.row) }), to);
	} else {
		const to = moved(selection.active, by, bounds);
		if (by === 'next' || by === 'previous') table.tabRun.tabbed(selection.active, to);
		table.select(selectCell(isEnter ? table.tabRun.entered(selection.active, to) : to));
	}
	// A pinned cell is always shown: what is next to it is to be seen as well.
	if (by === 'home' || by === 'first') grid.scrollToX(0);
}

/** The corner of the last block that is opposite of the anchor. */
function endOf({ selection }: TableGrid): { row: number; position: number } {
	const { anchor, blocks } = selection;
	const block = blocks.at(-1);
	if (!block) return anchor;
	return {
		row: anchor.row === block.top ? block.bottom : block.top,
		position: anchor.position === block.left ? block.right : block.left,
	};
}

function recordOf({ cache }: TableGrid, row: number): number {
	return cache.get(row)?.row.record ?? 0;
}
