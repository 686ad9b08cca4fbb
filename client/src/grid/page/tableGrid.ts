/** The table: the grid with its rows, columns, selection and view, and what the parts around it may do with it. */
import type {
	GridAction,
	GridFilter,
	GridLayout,
	GridPlace,
	GridView,
} from '../../../../server/src/protocol';
import { MAX_GRID_ROWS } from '../../../../server/src/protocol';
import { lineText } from '../../../../server/src/safeText';
import { ArrangedGrid } from './arrangedGrid';
import { cachedValue, isValueCut } from './cells';
import { isSameKeys } from './columnModel';
import { editText } from './editText';
import type { Extension } from './extension';
import { goToInserted } from './insertedRow';
import { type KeptState, readKeptState, viewWithColumns } from './keptState';
import { RowCache } from './rowCache';
import { countCells, selectCell, toRanges } from './selection';
import type { ActiveCell, TablePage, TableState } from './table';

/** When counts that are not final are asked for again, in milliseconds. */
const UNCHECKED_DELAY = 500;

/** How often the extension hears of the active cell at most, in milliseconds. */
const ACTIVE_DELAY = 100;

/** The table of one file. */
export class TableGrid extends ArrangedGrid implements TablePage {
	view: GridView = { id: crypto.randomUUID(), filter: {} };
	readonly cache: RowCache;
	/** Called with each change of the document, and after the rows on the screen were painted. */
	readonly onDocument: (() => void)[] = [];
	/** Resolves when the active cell is in the row that was inserted last. */
	inserting: Promise<unknown> = Promise.resolve();
	onCopy: () => void = () => undefined;
	onCut: () => void = () => undefined;
	onPaste: () => void = () => undefined;
	onOpenEditor: (typed: string | undefined) => void = () => undefined;

	#state: TableState;
	#listeners: ((state: TableState) => void)[] = [];
	#fileName = '';
	#unavailable: string | undefined;
	#generation = 0;
	#isLayoutWanted = false;
	#isLayoutAsked = false;
	#layoutTimer: ReturnType<typeof setTimeout> | undefined;
	#edits: Promise<unknown> = Promise.resolve();
	#activeTimer: ReturnType<typeof setTimeout> | undefined;
	/** Whether the extension has not heard of the latest state. */
	#isActiveOld = false;

	constructor(
		readonly extension: Extension,
		region: HTMLElement,
		nonce: string,
	) {
		super(region, nonce);
		this.cache = new RowCache(
			(first, count, columns) =>
				extension.ask('rows', { view: this.view, first, count: Math.min(count, MAX_GRID_ROWS), columns }),
			(news) => this.takeRows(news),
		);
		this.#state = this.#makeState();
	}

	get state(): TableState {
		return this.#state;
	}

	/** Asks for what the table begins with. */
	async begin(): Promise<void> {
		const { fileName, arrangement, kept } = await this.extension.ask('begin', null);
		this.kept = readKeptState(kept);
		if (this.kept) this.view = this.kept.view;
		this.#fileName = fileName;
		if (arrangement) this.columns.arrangement = arrangement;
		await this.refreshLayout();
	}

	onChange(listener: (state: TableState) => void): void {
		this.#listeners.push(listener);
	}

	/** The document has changed, or its findings have. */
	onChanged(version: number): void {
		this.#unavailable = undefined;
		this.#refreshShown(version);
		void this.refreshLayout();
	}

	#refreshShown(version: number): void {
		this.#generation++;
		this.cache.refresh(version);
		for (const listener of this.onDocument) listener();
		this.emit();
	}

	/** Nothing can be shown now, or everything can again. */
	onUnavailable(reason: string | undefined): void {
		this.#unavailable = reason;
		if (reason === undefined) this.onChanged(0);
		else this.emit();
	}

	/**
	 * Asks for the columns and counts anew, one request at a time. While the file is being checked the counts are not
	 * final, and nothing says when they are: they are asked for until then.
	 */
	async refreshLayout(): Promise<void> {
		this.#isLayoutWanted = true;
		if (this.#isLayoutAsked) return;
		this.#isLayoutAsked = true;
		const wasUnchecked = this.layout?.isComplete === false;
		while (this.#isLayoutWanted) {
			this.#isLayoutWanted = false;
			const layout = await this.extension.ask('layout', null).catch(() => null);
			if (layout) this.#takeLayout(layout);
		}
		this.#isLayoutAsked = false;
		clearTimeout(this.#layoutTimer);
		if (this.layout?.isComplete !== false) {
			// The marks of rows and of the scroll bar are final now as well.
			if (wasUnchecked && this.layout) this.#refreshShown(this.layout.version);
			return;
		}
		this.#layoutTimer = setTimeout(() => void this.refreshLayout(), UNCHECKED_DELAY);
	}

	setFilter(filter: GridFilter): void {
		this.#setView({ ...this.view, id: crypto.randomUUID(), filter });
	}

	setSort(sort: GridView['sort']): void {
		const { filter } = this.view;
		this.#setView({ id: crypto.randomUUID(), filter, ...(sort ? { sort } : {}) });
	}

	copy(): void {
		this.onCopy();
	}

	cut(): void {
		this.onCut();
	}

	paste(): void {
		this.onPaste();
	}

	edit(action: GridAction, order = this.cache.order): Promise<boolean> {
		const made = this.#edits.then(() => this.#edit(action, order));
		this.#edits = made;
		if (action.type === 'insertRows') this.inserting = made;
		return made;
	}

	async reveal({ record, column }: GridPlace): Promise<boolean> {
		const position = this.placeOf(column);
		if (record === 0) {
			this.select(selectCell({ row: -1, position }));
			return true;
		}
		const found = this.extension.ask('find', { view: this.view, record });
		const row = await found.catch(() => undefined);
		// A request that failed has been told by the extension, and says nothing of the filter.
		if (row === undefined) return true;
		if (row === null) return false;
		// Before the first rows have come, there is no row to go to.
		if (this.cache.length === undefined) await this.cache.settled();
		this.select(selectCell({ row, position: this.columns.positionOf(column) }));
		return true;
	}

	/** Makes a cell the active one; a filter that hides it is taken off. */
	async showPlace(place: GridPlace): Promise<void> {
		if ((await this.reveal(place)) || !this.layout) return;
		this.setFilter({});
		await this.cache.settled();
		await this.reveal(place);
	}

	/** Applies a filter and makes the cell of a column in its first row the active one; the header's without a row. */
	async showRows(filter: GridFilter, column: number): Promise<void> {
		if (!this.layout) return;
		const position = this.placeOf(column);
		this.setFilter(filter);
		const { view } = this;
		await this.cache.settled();
		// A person who has gone on meanwhile stays there.
		if (this.view !== view) return;
		this.select(selectCell({ row: (this.cache.length ?? 0) > 0 ? 0 : -1, position }));
	}

	scrollToRow(row: number): void {
		this.grid?.scrollRowToTop(row);
	}

	async goToProblem(backward: boolean): Promise<void> {
		const { row, position } = this.selection.active;
		const column = this.columns.columnAt(position)?.index ?? 0;
		const params = { view: this.view, row, column, backward };
		// A request that failed has been told by the extension.
		const found = await this.extension.ask('nextProblem', params).catch(() => undefined);
		if (found === undefined) return;
		if (!found) return this.tell('No problems in the rows that are shown.');
		this.select(selectCell({ row: found.row, position: this.placeOf(found.column) }));
	}

	/** Opens the menu of the column at a position, under its header. The active cell stays. */
	openHeaderMenu(position: number): void {
		const column = this.columns.columnAt(position);
		const button = this.grid?.nodeOf(-1, position + 1)?.querySelector<HTMLElement>('.header-menu');
		if (column && button) this.surroundings?.openHeaderMenu(column, button);
	}

	openEditor(): void {
		this.onOpenEditor(undefined);
	}

	tell(notice: string | undefined): void {
		if (notice === this.notice) return;
		this.notice = notice;
		this.emit();
	}

	/** Tells everybody what is shown now. */
	emit(): void {
		this.#state = this.#makeState();
		if (this.grid) {
			const { semantics } = this.grid;
			semantics.ariaRowCount = String((this.cache.length ?? 0) + 1);
			semantics.ariaColCount = String(this.plan.shown.length + 1);
			semantics.ariaLabel = lineText(`Rows of ${this.#fileName}`);
		}
		for (const listener of this.#listeners) listener(this.#state);
		this.#tellSoon();
	}

	#makeState(): TableState {
		return {
			fileName: this.#fileName,
			layout: this.layout,
			set: this.columns.arrangement.set,
			columns: this.plan.shown.map(({ column }) => column),
			hidden: this.plan.hidden,
			view: this.view,
			shown: this.cache.length,
			active: this.#activeCell(),
			selection: toRanges(this.selection, this.columns.shown).filter(() => (this.cache.length ?? 0) > 0),
			selectedCells: countCells(this.selection),
			unavailable: this.#unavailable,
			notice: this.notice,
			generation: this.#generation,
		};
	}

	#activeCell(): ActiveCell | undefined {
		const { row, position } = this.selection.active;
		const column = this.columns.columnAt(position);
		if (!column || row < 0 || row >= (this.cache.length ?? 0)) return undefined;
		const cached = this.cache.get(row);
		return {
			row,
			column,
			data: cached?.row,
			value: cached && cachedValue(cached, column.index),
			isCut: cached !== undefined && isValueCut(cached, column.index),
		};
	}

	/** At once where nothing was told lately, since a command of the extension may follow. */
	#tellSoon(): void {
		if (this.#activeTimer !== undefined) {
			this.#isActiveOld = true;
			return;
		}
		this.#isActiveOld = false;
		this.#tellExtension();
		this.#activeTimer = setTimeout(() => {
			this.#activeTimer = undefined;
			if (this.#isActiveOld) this.#tellSoon();
		}, ACTIVE_DELAY);
	}

	#tellExtension(): void {
		const { active, selectedCells } = this.#state;
		const column = this.columns.columnAt(this.selection.active.position);
		const record = this.selection.active.row < 0 ? 0 : active?.data?.record;
		const place = column && record !== undefined ? { record, column: column.index } : null;
		this.extension.ask('active', { place, cells: selectedCells }).catch(() => undefined);
		this.#keep();
	}

	#keep(): void {
		const screen = this.grid?.screen();
		const { row, position } = this.selection.active;
		const columnKey = this.plan.shown[position]?.key ?? '';
		if (screen) {
			const state: KeptState = { view: this.view, row, columnKey, top: screen.top, left: screen.left };
			this.extension.ask('keep', { state }).catch(() => undefined);
		}
	}

	#takeLayout(layout: GridLayout): void {
		const before = this.columns.keys;
		const isFirst = this.layout === undefined;
		const wasComplete = this.layout?.isComplete;
		this.columns.take(layout);
		const { keys } = this.columns;
		if (!isFirst && !isSameKeys(before, keys)) {
			this.cache.reset();
			this.view = viewWithColumns(this.view, before, keys, crypto.randomUUID());
		}
		this.replan();
		// The end of a check may have found other things in rows that are shown already.
		if (layout.isComplete && wasComplete === false) this.cache.refresh(0);
		this.emit();
	}

	#setView(view: GridView): void {
		const record = this.cache.get(this.selection.active.row)?.row.record;
		this.view = view;
		this.selection = selectCell({
			row: Math.min(0, this.selection.active.row),
			position: this.selection.active.position,
		});
		this.cache.reset();
		this.pending.clear();
		this.painted = -1;
		this.grid?.keepPainted(this.selection.active.row, this.selection.active.position + 1);
		this.grid?.invalidate();
		this.grid?.scrollTo(0);
		this.paintHeaders();
		if (record !== undefined) void this.#keepStudent(view, record);
		this.cache.show(0, this.grid?.getViewportRowCount() ?? 50, true);
		this.emit();
	}

	/** Makes the row of the same student the active one in a new view; the first row where the filter hides it. */
	async #keepStudent(view: GridView, record: number): Promise<void> {
		const before = this.selection;
		const row = await this.extension.ask('find', { view, record }).catch(() => null);
		await this.cache.settled();
		// A person who has gone on meanwhile stays there.
		if (row === null || this.view !== view || this.selection.active !== before.active) return;
		const { activeElement } = document;
		const hasFocus = activeElement === document.body || this.region.contains(activeElement);
		const { position } = before.active;
		this.select(selectCell({ row, position }), { row, position }, hasFocus);
	}

	async #edit(action: GridAction, order: number): Promise<boolean> {
		this.notice = undefined;
		const answer = await this.extension.ask('edit', { view: this.view, action, order }).catch(() => null);
		if (answer === null) return false;
		if ('problem' in answer) {
			this.tell(answer.problem);
			// It may be refused because the rows are others than those that are shown.
			this.cache.refresh(0);
			return false;
		}
		// The rows that were selected are others now.
		if (action.type === 'deleteRows' && answer.changed > 0) {
			const row = Math.min(...action.ranges.map(({ first }) => first));
			this.select(selectCell({ row, position: this.selection.active.position }));
		}
		this.tell(editText(action, answer, this.layout?.columns ?? []));
		if (action.type === 'insertRows') await goToInserted(this, action);
		return answer.changed > 0;
	}
}
