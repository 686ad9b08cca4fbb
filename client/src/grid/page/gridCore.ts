/** The grid of a table: its rows on the screen, its selection and its focus. */
import type { GridLayout, GridView } from '../../../../server/src/protocol';
import { element } from '../../page/dom';
import { cachedValue, markState } from './cells';
import { ColumnModel } from './columnModel';
import type { ShownPlan } from './columns';
import { createPainter } from './gridPainter';
import type { KeptState } from './keptState';
import type { CellPosition } from './moves';
import { type GridItem, PaintedGrid } from './paintedGrid';
import type { CacheNews, RowCache } from './rowCache';
import { clamp, isSelected, type Selection, selectCell } from './selection';
import { slickColumns } from './slickColumns';
import type { Surroundings } from './table';
import { TabRun } from './tabRun';
import { headerTextWidth } from './textWidth';

/** Up to so many columns are asked for whole; of more, those near the screen. */
const MAX_WHOLE_COLUMNS = 64;
/** So many columns are asked for at once while people scroll sideways. */
const COLUMN_STEP = 16;
/** Rows are painted from the cache, by their number. */
const ITEM: GridItem = {};

/** What is painted and selected. What it means for the file is added by `TableGrid`. */
export abstract class GridCore {
	surroundings: Surroundings | undefined;
	grid: PaintedGrid | undefined;
	selection: Selection = selectCell({ row: 0, position: 0 });
	/** Values that were typed and are on their way into the file, by row and column of the file. */
	readonly pending = new Map<string, string>();
	readonly columns = new ColumnModel(headerTextWidth);
	readonly tabRun = new TabRun();
	abstract readonly cache: RowCache;
	abstract view: GridView;
	/** Called after the rows on the screen were painted. */
	readonly onPaint: (() => void)[] = [];
	/** Called once, when the grid is made. */
	readonly onGrid: ((grid: PaintedGrid) => void)[] = [];

	/** Where the person was before the tab was hidden, until it is shown again. */
	protected kept: KeptState | undefined;
	protected notice: string | undefined;
	/** The rows that the grid knows of. */
	protected painted = 0;
	/** Whether the keyboard is the grid's: so it begins, and so it is after a cell with the focus was painted anew. */
	#hadFocus = true;
	/** The header that Tab reaches, if it is not a cell. */
	#tabStop: HTMLElement | undefined;

	constructor(
		readonly region: HTMLElement,
		private readonly nonce: string,
	) {}

	/** Tells everybody what is shown now. */
	abstract emit(): void;
	/** Takes the order that the columns were dragged to. */
	abstract takeOrder(shown: readonly string[]): void;
	abstract resizeColumn(column: number, width: number | undefined): void;
	abstract refreshLayout(): Promise<void>;

	/** What the server says of the columns; undefined until it has. */
	get layout(): GridLayout | undefined {
		return this.columns.layout;
	}

	/** The columns that are shown. */
	get plan(): ShownPlan {
		return this.columns.plan;
	}

	/** Gives the keyboard back to the active cell, at once or when the page has it: never from another editor. */
	focus(): void {
		this.#hadFocus = true;
		if (document.hasFocus()) this.activeNode()?.focus({ preventScroll: true });
	}

	/** Gives the keyboard to the open editor, else to the active cell, where nothing on the page has it. */
	recoverFocus(): void {
		if (document.activeElement !== document.body) return;
		const input = this.region.querySelector<HTMLElement>('.cell-input');
		if (input) input.focus();
		else this.focus();
	}

	/** Where the active cell is on the page; undefined if it is not painted. */
	activeCellBox(): DOMRect | undefined {
		return this.activeNode()?.getBoundingClientRect();
	}

	/** The node of the active cell; undefined where it is not painted. */
	activeNode(): HTMLElement | undefined {
		const { row, position } = this.selection.active;
		return this.grid?.nodeOf(row, position + 1);
	}

	/** Selects cells, shows the one that Shift moves, and gives the active one the keyboard. */
	select(selection: Selection, shown: CellPosition = selection.active, takesFocus = true): void {
		this.notice = undefined;
		this.selection = clamp(selection, this.cache.length ?? 0, this.plan.shown.length);
		const { row, position } = this.selection.active;
		this.grid?.keepPainted(row, position + 1);
		const seen = clamp(selectCell(shown), this.cache.length ?? 0, this.plan.shown.length).active;
		if (seen.row >= 0) this.grid?.scrollCellIntoView(seen.row, seen.position + 1);
		else this.grid?.scrollColumnIntoView(seen.position + 1);
		// Its node may not be painted yet: the cell was not on the screen, or the row had another span.
		if (!this.activeNode() && row >= 0) this.grid?.repaint([row]);
		this.markCells();
		if (takesFocus) this.focus();
		this.emit();
	}

	/** Shows on the painted cells what is selected. */
	markCells(): void {
		const { active } = this.selection;
		const node = this.activeNode();
		this.grid?.eachCell((each, row, cell) => {
			const isIn = cell === 0 ? false : isSelected(this.selection, row, cell - 1);
			markState(each, isIn, each === node);
		});
		const header = active.row < 0 ? node : undefined;
		if (this.#tabStop !== header && this.#tabStop) this.#tabStop.tabIndex = -1;
		if (header) header.tabIndex = 0;
		this.#tabStop = header;
	}

	#createGrid(): void {
		const cells = element('div', { class: 'table-cells' });
		this.region.prepend(cells);
		const data = {
			getLength: () => this.cache.length ?? 0,
			getItem: () => ITEM,
			getItemMetadata: (row: number) => this.#spans(row),
		};
		const grid = new PaintedGrid(cells, data, slickColumns(this.plan), this.plan.pinned + 1, this.nonce);
		this.grid = grid;
		this.#wantColumns();
		grid.start(createPainter(this, () => this.#onPainted()));
		grid.onColumnsReordered.subscribe(() => {
			this.takeOrder(
				grid
					.getColumns()
					.slice(1)
					.map(({ id }) => this.columns.keys[Number(id)] ?? ''),
			);
		});
		grid.onColumnsResized.subscribe((_, { triggeredByColumn }) => {
			const column = grid.getColumns().find(({ id }) => String(id) === triggeredByColumn);
			if (column?.width) this.resizeColumn(Number(column.id), column.width);
		});
		new ResizeObserver(() => {
			grid.resizeCanvas();
			// The marks beside the rows end above the scroll bar that is under them.
			this.region.parentElement?.style.setProperty('--scroll-bar', `${grid.scrollBarHeight()}px`);
			this.replan();
		}).observe(this.region);
		this.region.addEventListener('focusin', () => {
			this.#hadFocus = true;
		});
		this.region.addEventListener('focusout', ({ relatedTarget }) => {
			if (relatedTarget) this.#hadFocus = false;
		});
		window.addEventListener('focus', () => this.recoverFocus());
		for (const listener of this.onGrid) listener(grid);
		this.cache.show(0, grid.getViewportRowCount(), true);
	}

	/** A row that is not there yet is one cell on each side; a row that cannot be read is one cell over what is not pinned. */
	#spans(row: number): { columns: Record<number, { colspan: number | '*' }> } | null {
		const cached = this.cache.get(row);
		const rest = this.plan.pinned + 1;
		if (!cached) return { columns: { 0: { colspan: rest }, [rest]: { colspan: '*' } } };
		return cached.row.values ? null : { columns: { [rest]: { colspan: '*' } } };
	}

	#onPainted(): void {
		const screen = this.grid?.screen();
		if (!screen) return;
		this.#wantColumns();
		this.cache.show(screen.top, screen.bottom, screen.down);
		this.#returnFocus();
		for (const listener of this.onPaint) listener();
	}

	/** Gives the keyboard to the active cell where nothing else has it. */
	#returnFocus(): void {
		if (this.#hadFocus && document.activeElement === document.body && document.hasFocus()) {
			this.activeNode()?.focus({ preventScroll: true });
		}
	}

	/** Asks for all columns that are shown, or of very many for those near the screen; and for the IDs. */
	#wantColumns(): void {
		const { shown, idColumns } = this.columns;
		const screen = this.grid?.screen();
		let near = shown.slice(0, MAX_WHOLE_COLUMNS);
		if (shown.length > MAX_WHOLE_COLUMNS && this.grid && screen) {
			const width = screen.right - screen.left;
			const { first, last } = this.grid.columnsBetween(screen.left - width, screen.right + width);
			const from = Math.floor((first - 1) / COLUMN_STEP) * COLUMN_STEP;
			near = [
				...shown.slice(0, this.plan.pinned),
				...shown.slice(from, Math.ceil(last / COLUMN_STEP) * COLUMN_STEP),
			];
		}
		this.cache.setColumns([...new Set([...idColumns, ...near])]);
	}

	/** Plans the columns anew, and paints them if they differ. */
	protected replan(): void {
		const before = this.plan.shown[this.selection.active.position]?.key ?? this.kept?.columnKey;
		const isOther = this.columns.replan(this.region.clientWidth);
		if (this.plan.shown.length === 0) return;
		if (!isOther) {
			this.paintHeaders();
			return;
		}
		const position = this.plan.shown.findIndex(({ key }) => key === before);
		const row = this.grid ? this.selection.active.row : (this.kept?.row ?? 0);
		this.selection = selectCell({ row, position: Math.max(0, position) });
		if (this.grid) {
			this.#wantColumns();
			this.grid.keepPainted(row, this.selection.active.position + 1);
			this.grid.arrange(slickColumns(this.plan), this.plan.pinned + 1);
		} else this.#createGrid();
		this.markCells();
	}

	/** Paints the state of the headers anew. */
	protected paintHeaders(): void {
		this.grid?.paintHeaders();
		this.markCells();
	}

	/** Takes rows that have come. */
	protected takeRows({ changed, isReordered, answer }: CacheNews): void {
		const { grid } = this;
		if (!grid) return;
		if (isReordered) {
			this.pending.clear();
			// The other cells would be those of rows that nobody has selected.
			this.selection = selectCell(this.selection.active);
		}
		const shownBefore = this.painted;
		for (const row of changed) this.#dropPending(row);
		if (grid.getDataLength() !== this.painted) {
			this.painted = grid.getDataLength();
			this.selection = clamp(this.selection, this.painted, this.plan.shown.length);
			grid.keepPainted(this.selection.active.row, this.selection.active.position + 1);
			grid.updateRowCount();
		}
		this.#restore();
		grid.repaint(changed);
		this.markCells();
		if (this.layout && (answer.total !== this.layout.total || answer.isComplete !== this.layout.isComplete)) {
			void this.refreshLayout();
		}
		if (changed.includes(this.selection.active.row) || answer.shown !== shownBefore) this.emit();
	}

	/** A value that was typed is in the file now. */
	#dropPending(row: number): void {
		const cached = this.cache.get(row);
		for (const [key, value] of this.pending) {
			const [at, column] = key.split(':').map(Number);
			if (at === row && cached && cachedValue(cached, column ?? -1) === value) this.pending.delete(key);
		}
	}

	/** Goes back to where the person was before the tab was hidden. */
	#restore(): void {
		const kept = this.kept;
		if (!kept || !this.grid || (this.cache.length ?? 0) === 0) return;
		this.kept = undefined;
		const row = Math.min(kept.row, (this.cache.length ?? 1) - 1);
		this.selection = selectCell({ row, position: this.selection.active.position });
		this.grid.keepPainted(row, this.selection.active.position + 1);
		this.grid.scrollRowToTop(kept.top);
		this.grid.scrollToX(kept.left);
	}
}
