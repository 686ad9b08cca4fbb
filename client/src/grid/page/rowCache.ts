/** The rows of a view that the page has, by windows. */
import type { GridRow, GridRows } from '../../../../server/src/protocol';

/** A row that is there, and at which place of its values each column of the file is. */
export interface CachedRow {
	readonly row: GridRow;
	readonly slots: ReadonlyMap<number, number>;
	/** Counts the changes of the document; an older row is shown until the new one comes. */
	readonly generation: number;
	/** That of the rows among which it was at its place, as in `GridRows`. */
	readonly order: number;
}

/** Asks for a window; null where the view cannot be made. */
type AskWindow = (first: number, count: number, columns: readonly number[]) => Promise<GridRows | null>;

/** What the cache tells of an answer. */
export interface CacheNews {
	/** Rows that differ from what was there. */
	readonly changed: readonly number[];
	/** Whether the rows of the view may be others than before. */
	readonly isReordered: boolean;
	readonly answer: GridRows;
}

const MAX_WINDOW = 500;
/** A window of many columns has fewer rows. */
const MAX_WINDOW_CELLS = 20_000;
/** So many cells are kept: a few screens of any file. */
const MAX_CELLS = 150_000;
const MIN_ROWS = 400;
/** Rows that are asked for where no screen tells how many it takes. */
const MIN_SCREEN = 50;

/** Keeps a bounded number of rows around the screen and asks for one window at a time, always the one that is wanted last. */
export class RowCache {
	#rows = new Map<number, CachedRow>();
	#columns: readonly number[] = [];
	#slots: ReadonlyMap<number, number> = new Map();
	#generation = 0;
	#version = 0;
	#wanted = { top: 0, bottom: -1, down: true };
	#view = 0;
	#order: number | undefined;
	#isAsking = false;
	#length: number | undefined;
	/** Of the document in which the view had no row. */
	#emptyGeneration = -1;
	#waiting: (() => void)[] = [];

	constructor(
		private readonly askWindow: AskWindow,
		private readonly onNews: (news: CacheNews) => void,
	) {}

	/** The rows of the view; undefined until the first answer. */
	get length(): number | undefined {
		return this.#length;
	}

	/** That of the newest rows, as in `GridRows`; 0 before the first have come. */
	get order(): number {
		return this.#order ?? 0;
	}

	/** How many rows are kept. */
	get size(): number {
		return this.#rows.size;
	}

	/** The row as it was known last. */
	get(row: number): CachedRow | undefined {
		return this.#rows.get(row);
	}

	/** Whether a row is that of the newest version, with all columns that are wanted. */
	isFresh(row: number): boolean {
		const cached = this.#rows.get(row);
		return cached !== undefined && cached.generation === this.#generation && cached.slots === this.#slots;
	}

	/** Begins anew with another view, or without rows. */
	reset(): void {
		this.#rows.clear();
		this.#length = undefined;
		this.#order = undefined;
		this.#view++;
		this.#generation++;
		this.#settle();
	}

	/** Which columns of the file the rows shall have. */
	setColumns(columns: readonly number[]): void {
		if (columns.join() === this.#columns.join()) return;
		this.#columns = columns;
		this.#slots = new Map(columns.map((column, slot) => [column, slot]));
	}

	/** The document or its findings have changed: what is there is asked for again where it is wanted. */
	refresh(version: number): void {
		this.#version = Math.max(this.#version, version);
		this.#generation++;
		this.#pump();
	}

	/** Which rows are on the screen, and whether the person scrolls down. */
	show(top: number, bottom: number, down: boolean): void {
		this.#wanted = { top, bottom, down };
		this.#pump();
	}

	/** Resolves when the rows on the screen are those of the newest version, or cannot be had. */
	settled(): Promise<void> {
		if (!this.#missing() && !this.#isAsking) return Promise.resolve();
		return new Promise((resolve) => {
			this.#waiting.push(resolve);
			this.#pump();
		});
	}

	/** The window to ask for next; undefined if everything is there. */
	#missing(): { first: number; count: number } | undefined {
		const { top, bottom, down } = this.#wanted;
		if (this.#length === undefined) return bottom < top ? undefined : this.#window(top, bottom);
		// A view without rows has none that could be stale.
		if (this.#length === 0)
			return this.#emptyGeneration === this.#generation ? undefined : this.#window(0, MIN_SCREEN);
		const last = Math.min(bottom, this.#length - 1);
		const visible = this.#stale(top, last);
		if (visible) return visible;
		const screen = bottom - top + 1;
		return down ? this.#stale(last + 1, last + screen) : this.#stale(top - screen, top - 1);
	}

	#stale(from: number, to: number): { first: number; count: number } | undefined {
		const end = Math.min(to, (this.#length ?? 0) - 1);
		let first = Math.max(0, from);
		while (first <= end && this.isFresh(first)) first++;
		if (first > end) return undefined;
		let last = end;
		while (this.isFresh(last)) last--;
		return this.#window(first, last);
	}

	#window(first: number, last: number): { first: number; count: number } {
		const most = Math.min(MAX_WINDOW, Math.ceil(MAX_WINDOW_CELLS / Math.max(1, this.#columns.length)));
		return { first, count: Math.max(1, Math.min(last - first + 1, most)) };
	}

	#pump(): void {
		if (this.#isAsking) return;
		const missing = this.#missing();
		if (!missing) this.#settle();
		else void this.#ask(missing.first, missing.count);
	}

	async #ask(first: number, count: number): Promise<void> {
		this.#isAsking = true;
		const [view, generation, columns, slots] = [this.#view, this.#generation, this.#columns, this.#slots];
		const answer = await this.askWindow(first, count, columns).catch(() => null);
		this.#isAsking = false;
		if (view !== this.#view || (answer && answer.version < this.#version)) {
			this.#pump();
			return;
		}
		// Nobody asks again before something changes: a view that cannot be made would be asked for without end.
		if (!answer) {
			this.#settle();
			return;
		}
		// Of another order nothing is right that came before.
		const isReordered = this.#order !== undefined && this.#order !== answer.order;
		this.#order = answer.order;
		this.#take(answer, slots, isReordered ? ++this.#generation : generation, isReordered);
		if (answer.rows.length === 0 && first < answer.shown) this.#settle();
		else this.#pump();
	}

	#take(
		answer: GridRows,
		slots: ReadonlyMap<number, number>,
		generation: number,
		isReordered: boolean,
	): void {
		const changed: number[] = [];
		this.#length = answer.shown;
		if (answer.shown === 0) this.#emptyGeneration = generation;
		for (const row of this.#rows.keys()) if (row >= answer.shown) this.#rows.delete(row);
		answer.rows.forEach((row, offset) => {
			const at = answer.first + offset;
			const before = this.#rows.get(at);
			if (!before || before.slots !== slots || !isSame(before.row, row)) changed.push(at);
			this.#rows.set(at, { row, slots, generation, order: answer.order });
		});
		this.#forget();
		this.onNews({ changed, isReordered, answer });
	}

	/** Drops the rows that are farthest from the screen. */
	#forget(): void {
		const most = Math.max(MIN_ROWS, Math.floor(MAX_CELLS / Math.max(1, this.#columns.length)));
		if (this.#rows.size <= most) return;
		const { top, bottom } = this.#wanted;
		const distance = (row: number): number => Math.max(top - row, row - bottom, 0);
		const far = [...this.#rows.keys()].sort((a, b) => distance(b) - distance(a));
		for (const row of far.slice(0, this.#rows.size - Math.ceil(most / 2))) this.#rows.delete(row);
	}

	#settle(): void {
		const waiting = this.#waiting;
		this.#waiting = [];
		for (const resolve of waiting) resolve();
	}
}

function isSame(a: GridRow, b: GridRow): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}
