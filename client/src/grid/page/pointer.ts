/** What the mouse does in the grid: it selects, opens the editor and sorts. */
import { type CellPosition, clampRow } from './moves';
import { addCell, extendTo, isSelected, selectCell, selectRows } from './selection';
import type { TableGrid } from './tableGrid';

/** A cell under the mouse; position -1 is the number of the row. */
function cellAt(target: EventTarget | null): CellPosition | undefined {
	const cell = target instanceof Element ? target.closest('.slick-cell') : null;
	const row = cell?.closest<HTMLElement>('.slick-row')?.dataset.row;
	const column = cell && /(?:^| )l(\d+)/.exec(cell.className)?.[1];
	return row === undefined || !column ? undefined : { row: Number(row), position: Number(column) - 1 };
}

/** The position of the column whose header is under the mouse. */
function headerAt(table: TableGrid, target: EventTarget | null): number | undefined {
	const header = target instanceof Element ? target.closest<HTMLElement>('.slick-header-column') : null;
	const position = header ? table.columns.positionOf(Number(header.dataset.id)) : -1;
	return position < 0 ? undefined : position;
}

/** Listens to the mouse in the grid. */
export function listenToPointer(table: TableGrid): void {
	const { region } = table;
	let dragged: { readonly isRows: boolean; readonly from: number } | undefined;

	region.addEventListener('mousedown', (event) => {
		const at = cellAt(event.target);
		if (!at) return;
		// The focus goes to the cell by its selection; the browser would take it to the pane.
		event.preventDefault();
		// Nor would the browser give the page the keyboard, where another editor has it.
		if (!document.hasFocus()) window.focus();
		if (event.button === 0) dragged = press(table, at, event);
		else if (event.button === 2 && at.position >= 0 && !isSelected(table.selection, at.row, at.position)) {
			table.select(selectCell(at));
		}
	});
	document.addEventListener('mousemove', (event) => {
		if (!dragged) return;
		if ((event.buttons & 1) === 0) {
			dragged = undefined;
			return;
		}
		const at =
			cellAt(document.elementFromPoint(event.clientX, event.clientY)) ?? beyond(table, event.clientY);
		if (!at) return;
		const columns = table.plan.shown.length;
		if (dragged.isRows) table.select(selectRows(dragged.from, at.row, columns), { row: at.row, position: 0 });
		else {
			const to = { row: at.row, position: Math.max(0, at.position) };
			table.select(extendTo(table.selection, to), to);
		}
	});
	document.addEventListener('mouseup', () => {
		dragged = undefined;
	});
	region.addEventListener('dblclick', ({ target }) => {
		const at = cellAt(target);
		if (at && at.position >= 0) table.openEditor();
	});
	region.addEventListener('contextmenu', (event) => {
		const { target } = event;
		if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return;
		// Cut, Copy and Paste of VS Code's own menu would mean nothing here.
		event.preventDefault();
		event.stopPropagation();
		const header = headerAt(table, target);
		if (header !== undefined) {
			table.openHeaderMenu(header);
			return;
		}
		const at = cellAt(target);
		if (!at) return;
		if (at.position < 0 && !isSelected(table.selection, at.row, 0)) press(table, at, event);
		table.surroundings?.openActions({ x: event.clientX, y: event.clientY });
	});
	table.onGrid.push((grid) =>
		grid.onHeaderClick.subscribe((event, { column }) => {
			const target = event.getNativeEvent<MouseEvent>()?.target;
			const isButton = target instanceof Element && target.closest('button, .slick-resizable-handle');
			if (isButton || column.id === 'number') return;
			toggleSort(table, Number(column.id));
		}),
	);
}

/** Orders by a column: ascending, then descending, then as the file is. */
export function toggleSort(table: TableGrid, column: number): void {
	const { sort } = table.view;
	if (sort?.column !== column) table.setSort({ column, descending: false });
	else table.setSort(sort.descending ? undefined : { column, descending: true });
}

function press(
	table: TableGrid,
	at: CellPosition,
	event: MouseEvent,
): { readonly isRows: boolean; readonly from: number } {
	const columns = table.plan.shown.length;
	const { anchor } = table.selection;
	if (at.position < 0) {
		const from = event.shiftKey ? clampRow(anchor.row) : at.row;
		const rows = selectRows(from, at.row, columns);
		const { blocks } = table.selection;
		const isAdded = event.ctrlKey || event.metaKey;
		table.select(isAdded ? { ...rows, blocks: [...blocks, ...rows.blocks] } : rows, at);
		return { isRows: true, from };
	}
	if (event.shiftKey) table.select(extendTo(table.selection, at), at);
	else if (event.ctrlKey || event.metaKey) table.select(addCell(table.selection, at));
	else table.select(selectCell(at));
	return { isRows: false, from: at.row };
}

/** The row above or below the grid while the mouse is dragged out of it. */
function beyond(table: TableGrid, y: number): CellPosition | undefined {
	const box = table.grid?.cellsBox(false);
	const screen = table.grid?.screen();
	if (!box || !screen) return undefined;
	const { position } = table.selection.active;
	if (y > box.bottom) return { row: screen.bottom, position };
	return y < box.top ? { row: Math.max(0, screen.top - 1), position } : undefined;
}
