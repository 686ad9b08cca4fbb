/** SlickGrid alone, with rows that are made up in the page: what a table can be measured against. */
import { type Column, type CustomDataView, SlickGrid } from 'slickgrid';
import styles from 'slickgrid/dist/styles/css/slick.grid.css';
import Sortable from 'sortablejs';
import { studentId } from '../studentId';
import type { BareGridOptions } from '../tableProbe';

type Row = Readonly<Record<string, string | number>>;

Object.assign(globalThis, {
	// SlickGrid looks for it there.
	Sortable,
	showBareGrid({ columns, rows, width, height }: BareGridOptions): void {
		const style = document.createElement('style');
		style.textContent = styles;
		const container = document.createElement('div');
		Object.assign(container.style, { width: `${width}px`, height: `${height}px` });
		document.head.append(style);
		document.body.append(container);
		const data: CustomDataView<Row> = {
			getLength: () => rows,
			getItem: (row) =>
				Object.fromEntries(
					columns.map((_, at) => [at, at === 0 ? row + 2 : at === 1 ? studentId(row) : `${row} ${at}`]),
				),
			getItemMetadata: () => null,
		};
		const shown = columns.map(
			({ name, width: columnWidth }, at): Column<Row> => ({
				id: at,
				field: String(at),
				name,
				width: columnWidth,
			}),
		);
		const pinned = columns.filter(({ isPinned }) => isPinned).length;
		new SlickGrid(container, data, shown, { rowHeight: 24, frozenColumn: pinned - 1 });
	},
});
