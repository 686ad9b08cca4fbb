import type { GridLayout, GridView } from '../../../../server/src/protocol';
import { lineText } from '../../../../server/src/safeText';
import { element } from '../../page/dom';
import { severityClasses } from '../../page/severitySign';
import { paintHeaderState, paintNumber, paintValue } from './cells';
import type { ShownPlan } from './columns';
import type { GridPainter } from './paintedGrid';
import type { RowCache } from './rowCache';
import { isSelected, type Selection } from './selection';
import type { Surroundings } from './table';

/** What a table is painted from. */
export interface PaintSource {
	readonly cache: RowCache;
	readonly plan: ShownPlan;
	readonly selection: Selection;
	readonly layout: GridLayout | undefined;
	readonly view: GridView;
	/** Values that were typed and are on their way into the file, by row and column of the file. */
	readonly pending: ReadonlyMap<string, string>;
	readonly surroundings: Surroundings | undefined;
}

/** Paints the rows of a table. */
export function createPainter(table: PaintSource, onPainted: () => void): GridPainter {
	return {
		paintCell(node, row, cell, colspan) {
			const cached = table.cache.get(row);
			node.ariaColIndex = String(cell + 1);
			if (colspan > 1) node.ariaColSpan = String(colspan);
			if (cell === 0) return paintNumber(node, cached);
			const column = table.plan.shown[cell - 1];
			if (!column) return;
			const { active } = table.selection;
			paintValue(node, {
				cached,
				column,
				pending: table.pending.get(`${row}:${column.column.index}`),
				isSelected: isSelected(table.selection, row, cell - 1),
				isActive: active.row === row && active.position >= cell - 1 && active.position < cell - 1 + colspan,
				isSpan: colspan > 1 || (cached !== undefined && !cached.row.values && cell === table.plan.pinned + 1),
			});
		},
		paintRow(node, row) {
			node.ariaRowIndex = String(row + 2);
			if (!table.cache.get(row)) node.ariaBusy = 'true';
		},
		paintHeader(node, cell) {
			node.ariaColIndex = String(cell + 1);
			node.tabIndex = -1;
			const shown = table.plan.shown[cell - 1];
			if (!shown) return;
			node.classList.remove(...severityClasses, 'finding');
			paintHeaderState(node, shown, table.layout?.findings ?? [], table.view.sort);
			if (node.querySelector('.header-menu')) return;
			const button = element('button', { class: 'header-menu', type: 'button', tabindex: '-1' });
			button.ariaLabel = lineText(`Menu of ${shown.key}`);
			button.addEventListener('click', (event) => {
				event.stopPropagation();
				table.surroundings?.openHeaderMenu(shown.column, button);
			});
			node.append(button);
		},
		onPainted,
	};
}
