import { type Column, type CustomDataView, SlickGrid } from 'slickgrid';
import Sortable from 'sortablejs';
import { element, setAttributes } from '../../page/dom';

/** What SlickGrid takes for a row; it reads nothing of it. */
export type GridItem = Readonly<Record<string, string>>;

/** Paints the cells and names the rows of a grid. Cell 0 is the number of the row. */
export interface GridPainter {
	/** Fills a new cell, which may span columns. */
	paintCell(node: HTMLElement, row: number, cell: number, colspan: number): void;
	/** Tells what a new row is. */
	paintRow(node: HTMLElement, row: number): void;
	/** Fills a new header. */
	paintHeader(node: HTMLElement, cell: number): void;
	/** Rows were painted; their nodes may be new. */
	onPainted(): void;
}

type CellRange = { top: number; bottom: number; leftPx: number; rightPx: number };

/** How high a row is, in CSS pixels. */
const ROW_HEIGHT = 24;

// SlickGrid looks for it there.
Object.assign(globalThis, { Sortable });

/**
 * SlickGrid for what it does best: a screen of rows and columns, widths and the order of columns. Cells, roles, focus,
 * keys, selection and editing are ours, so its own are turned off. Its two halves of a row, pinned and not, are one
 * row to assistive technology.
 */
export class PaintedGrid extends SlickGrid<GridItem, Column<GridItem>> {
	private painter: GridPainter | undefined;
	/** The element with the role of a grid. */
	readonly semantics = element('div', { role: 'grid', 'aria-multiselectable': 'true' });
	private readonly template = element('div');
	/** Where the header was put to show the columns of the rows, in CSS pixels. */
	private headerLeft = 0;

	constructor(
		container: HTMLElement,
		data: CustomDataView<GridItem>,
		columns: Column<GridItem>[],
		pinned: number,
		nonce: string,
	) {
		super(container, data, columns, {
			explicitInitialization: true,
			enableCellNavigation: false,
			enableColumnReorder: true,
			enableHtmlRendering: false,
			enableMouseWheelScrollHandler: false,
			rowHeight: ROW_HEIGHT,
			frozenColumn: pinned - 1,
			nonce,
			// Pinned by width already; the library's own words are an alert.
			invalidColumnFreezeWidthCallback: () => undefined,
			invalidColumnFreezePickerCallback: () => undefined,
		});
	}

	/** Paints for the first time. */
	start(painter: GridPainter): void {
		this.painter = painter;
		this.template.role = 'gridcell';
		this.template.tabIndex = -1;
		this.init();
		this.nameParts();
		this._viewportTopL.addEventListener('wheel', (event) => this.scrollPinned(event), { passive: true });
		this._headerScrollerR.addEventListener('scroll', () => this.followHeader());
		this._viewportTopL.addEventListener('scroll', () => this.followPinned());
	}

	/** Shows other columns; `pinned` of them stay at the left, the number of the row included. */
	arrange(columns: Column<GridItem>[], pinned: number): void {
		this._options.frozenColumn = pinned - 1;
		this.setColumns(columns);
		// New headers may leave the place that they were scrolled to.
		this.scrollToX(this._viewportTopR.scrollLeft);
	}

	override scrollToX(left: number): void {
		super.scrollToX(left);
		this.headerLeft = this._headerScrollerR.scrollLeft;
	}

	/** How high the scroll bar under the rows is, in CSS pixels. */
	scrollBarHeight(): number {
		return this._viewportTopR.offsetHeight - this._viewportTopR.clientHeight;
	}

	/** The node of a cell, or of the cell that spans it. */
	nodeOf(row: number, cell: number): HTMLElement | undefined {
		if (row < 0) {
			const pinned = this._headerL.children.length;
			const header = cell < pinned ? this._headerL.children[cell] : this._headerR.children[cell - pinned];
			return header as HTMLElement | undefined;
		}
		this.ensureCellNodesInRowsCache(row);
		const cached = this.rowsCache[row];
		if (!cached) return undefined;
		for (let at = cell; at >= 0; at--) {
			const node = cached.cellNodesByColumnIdx[at];
			if (node) return at + Number(cached.cellColSpans[at] ?? 1) > cell ? node : undefined;
		}
		return undefined;
	}

	/** Calls a function for each cell that is painted. */
	eachCell(visit: (node: HTMLElement, row: number, cell: number) => void): void {
		for (const row of Object.keys(this.rowsCache).map(Number)) {
			this.ensureCellNodesInRowsCache(row);
			const nodes = this.rowsCache[row]?.cellNodesByColumnIdx;
			for (const cell in nodes) {
				const node = nodes[Number(cell)];
				if (node) visit(node, row, Number(cell));
			}
		}
	}

	/** Keeps a cell painted wherever people scroll, so that it can have the focus. */
	keepPainted(row: number, cell: number): void {
		this.activeRow = row;
		this.activeCell = cell;
	}

	/** Paints rows anew. */
	repaint(rows: readonly number[]): void {
		this.invalidateRows([...rows]);
		this.render();
	}

	/** The rows on the screen, and whether people scroll down. */
	screen(): { top: number; bottom: number; left: number; right: number; down: boolean } {
		const { top, bottom, leftPx, rightPx } = this.getVisibleRange();
		return { top, bottom, left: leftPx, right: rightPx, down: this.vScrollDir !== -1 };
	}

	/** The positions of columns that are right of the pinned ones and on or near the screen. */
	columnsBetween(left: number, right: number): { first: number; last: number } {
		const pinned = (this._options.frozenColumn ?? 0) + 1;
		let first = pinned;
		while (first < this.columns.length - 1 && (this.columnPosRight[first] ?? 0) <= left) first++;
		let last = first;
		while (last < this.columns.length - 1 && (this.columnPosLeft[last + 1] ?? 0) < right) last++;
		return { first, last };
	}

	/** Where cells can be seen, on the page. */
	cellsBox(isPinned: boolean): DOMRect {
		return (isPinned ? this._viewportTopL : this._viewportTopR).getBoundingClientRect();
	}

	protected override appendRowHtml(
		left: HTMLElement[],
		right: HTMLElement[],
		row: number,
		range: CellRange,
		dataLength: number,
	): void {
		super.appendRowHtml(left, right, row, range, dataLength);
		const [node, rest] = [left.at(-1), right.at(-1)];
		if (!node || !rest) return;
		if (row === this.activeRow && !this.isPainted(row, this.activeCell)) {
			this.appendCellHtml(rest, row, this.activeCell, 1);
		}
		rest.id = `${this.uid}-rest-${row}`;
		rest.role = 'none';
		setAttributes(node, { 'aria-owns': rest.id });
		this.painter?.paintRow(node, row);
	}

	protected override appendCellHtml(divRow: HTMLElement, row: number, cell: number, colspan: number): void {
		const node = this.template.cloneNode() as HTMLElement;
		node.className = `slick-cell l${cell} r${Math.min(this.columns.length - 1, cell + colspan - 1)}`;
		this.painter?.paintCell(node, row, cell, colspan);
		divRow.append(node);
		this.rowsCache[row]?.cellRenderQueue.push(cell);
		const spans = this.rowsCache[row]?.cellColSpans;
		if (spans) spans[cell] = colspan;
	}

	protected override renderRows(range: CellRange): void {
		super.renderRows(range);
		const row = this.activeRow;
		if (row !== null && row >= 0 && row < this.getDataLength() && !this.rowsCache[row]) {
			super.renderRows({ ...range, top: row, bottom: row });
		}
	}

	override render(): void {
		super.render();
		this.painter?.onPainted();
	}

	protected override createColumnHeaders(): void {
		super.createColumnHeaders();
		this.paintHeaders();
	}

	/** Paints the state of the headers anew. */
	paintHeaders(): void {
		this.getHeaderChildren().forEach((node, cell) => {
			this.painter?.paintHeader(node, cell);
		});
	}

	protected override handleKeyDown(): void {}
	protected override handleClick(): void {}
	protected override handleDblClick(): void {}
	protected override handleContextMenu(): void {}
	protected override createDraggable(): void {}
	protected override setFocus(): void {}

	/** Whether a cell of a row that is being made has been painted, alone or by one that spans it. */
	private isPainted(row: number, cell: number): boolean {
		const spans = this.rowsCache[row]?.cellColSpans ?? [];
		for (let at = cell; at >= 0; at--) {
			const span = spans[at];
			if (span !== undefined) return at + Number(span) > cell;
		}
		return false;
	}

	/**
	 * The panes have no meaning and no focus. The element with the role holds the pinned halves, each of which owns the
	 * other half of its row: axe would take cells that are inside of it without a row for its children.
	 */
	private nameParts(): void {
		this._container.removeAttribute('role');
		this._container.prepend(this.semantics);
		this.semantics.append(this._paneHeaderL, this._paneTopL, this._paneBottomL);
		for (const node of this._container.querySelectorAll('[tabindex="0"]')) node.removeAttribute('tabindex');
		this._focusSink.remove();
		this._focusSink2.remove();
		this._headerR.id = `${this.uid}-rest-header`;
		this._headerR.role = 'none';
		setAttributes(this._headerL, { 'aria-owns': this._headerR.id, 'aria-rowindex': '1' });
	}

	/** The browser scrolls a header that gets the focus or is asked into view; the rows go there, too. */
	private followHeader(): void {
		const { scrollLeft } = this._headerScrollerR;
		// The rows may be further already than the header that has followed them.
		if (scrollLeft === this.headerLeft) return;
		this._viewportTopR.scrollLeft = scrollLeft;
		this.scrollToX(this._viewportTopR.scrollLeft);
	}

	/** The same for a pinned cell, whose half of the rows has no scroll bar. */
	private followPinned(): void {
		const { scrollTop } = this._viewportTopL;
		if (scrollTop !== this.prevScrollTop) this._viewportTopR.scrollTop = scrollTop;
	}

	/** The pinned part has no scroll bar of its own. */
	private scrollPinned(event: WheelEvent): void {
		const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? ROW_HEIGHT : 1;
		this._viewportTopR.scrollTop += event.deltaY * lines;
		this._viewportTopR.scrollLeft += event.deltaX * lines;
	}
}
