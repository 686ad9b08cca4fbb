import type { Checker } from '../check/live/checker';
import { lastAtMost } from '../csv/block';
import type { CsvDocument } from '../csv/document';
import { type Steps, stepsIn } from '../work/steps';
import { earlierRevision } from './earlierValues';
import { filterRecords, isOpen } from './filterRecords';
import { secretColumns } from './gridRecord';
import type { GridView } from './gridTypes';
import { isCount } from './isCount';
import { rowsMoved } from './rowsMoved';
import { sortRecords } from './sortRecords';

/** The rows of a view, 0-based, and the records of the file that they show; the header is record 0 and in no view. */
export interface ViewRows {
	readonly length: number;
	/** The record of a row below `length`. */
	recordAt(row: number): number;
	/** The row that shows a record; -1 where the view hides it. */
	rowOf(record: number): number;
	/** Whether it is every row in the order of the file. */
	readonly isWholeFile: boolean;
	/** As `GridRows.order`. */
	readonly order: number;
}

/** Views kept of each document: those of two tables, and what a person goes back to. */
const MAX_VIEWS = 6;

/** Begins at the time, so that a server that is started again gives no number of the one before. */
let lastOrder = Date.now();

/** The documents' views. A document that is closed is forgotten with them. */
const viewsByDocument = new WeakMap<CsvDocument, KeptViews>();

/**
 * The rows of a view. Those of a view that is not the whole file are kept by its id: they stay the same while cells are
 * edited. Requests that ask for them at the same time make them together, and each goes on where another one stops. The
 * file must not change before the last step.
 */
export function* viewRows(checker: Checker, view: GridView): Steps<ViewRows> {
	checker.followEdits();
	const order = sortOf(checker, view);
	const { document } = checker;
	const views = viewsByDocument.get(document) ?? new KeptViews(document);
	viewsByDocument.set(document, views);
	views.follow();
	if (isOpen(view.filter) && !order) return new WholeFile(checker, views.order);
	const kept = views.get(checker, view, () => makeRows(checker, view.filter, order));
	while (!kept.rows) yield kept.step();
	return kept.rows;
}

function* makeRows(checker: Checker, filter: GridView['filter'], order: GridView['sort']): Steps<ViewRows> {
	const records = yield* stepsIn([0, 0.5], filterRecords(checker, filter));
	if (!order) return new FilteredRows(records);
	return new SortedRows(yield* stepsIn([0.5, 1], sortRecords(checker, records, order)));
}

/** The order of a view; undefined for that of the file. Nothing is sorted by passwords. */
function sortOf(checker: Checker, { sort }: GridView): GridView['sort'] {
	return sort && isCount(sort.column) && !secretColumns(checker).has(sort.column) ? sort : undefined;
}

/** Every row of the file that is read so far. */
class WholeFile implements ViewRows {
	readonly isWholeFile = true;

	constructor(
		private readonly checker: Checker,
		readonly order: number,
	) {}

	get length(): number {
		return this.checker.records;
	}

	recordAt(row: number): number {
		return row + 1;
	}

	rowOf(record: number): number {
		return record <= this.length ? record - 1 : -1;
	}
}

/** Rows that are kept. */
abstract class KeptRows implements ViewRows {
	readonly isWholeFile = false;
	readonly order = ++lastOrder;

	constructor(protected readonly records: Int32Array) {}

	get length(): number {
		return this.records.length;
	}

	recordAt(row: number): number {
		return this.records[row] as number;
	}

	abstract rowOf(record: number): number;
}

/** Some rows in the order of the file: their records ascend. */
class FilteredRows extends KeptRows {
	rowOf(record: number): number {
		const row = this.records.length === 0 ? 0 : lastAtMost(this.records, record);
		return this.records[row] === record ? row : -1;
	}
}

/** Rows in an order of their own. */
class SortedRows extends KeptRows {
	/** By record its row plus one; made when it is first asked for. */
	#rows: Int32Array | undefined;

	rowOf(record: number): number {
		this.#rows ??= this.#inverse();
		return (this.#rows[record] ?? 0) - 1;
	}

	#inverse(): Int32Array {
		let last = 0;
		for (const record of this.records) last = Math.max(last, record);
		const rows = new Int32Array(last + 1);
		for (let row = 0; row < this.records.length; row++) rows[this.records[row] as number] = row + 1;
		return rows;
	}
}

/** A view that is kept, or still being made. */
class KeptView {
	rows: ViewRows | undefined;
	#steps: Steps<ViewRows>;

	constructor(
		readonly checker: Checker,
		private readonly make: () => Steps<ViewRows>,
	) {
		this.#steps = make();
	}

	/** Takes a step in making its rows; returns how much is done, from 0 to 1. */
	step(): number {
		const { done, value } = this.#steps.next();
		if (!done) return value;
		this.rows = value;
		// Nothing is left of steps that have failed, so that the next request begins anew.
		if (!value) this.#steps = this.make();
		return 1;
	}
}

/** The views of a document that are kept, the one that was asked for last at the end. */
class KeptViews {
	readonly #views = new Map<string, KeptView>();
	/** The document's blocks when the views were last right. */
	#blocks: CsvDocument['blocks'];
	/** That of the whole file. */
	order = ++lastOrder;

	constructor(private readonly document: CsvDocument) {
		this.#blocks = document.blocks;
	}

	get(checker: Checker, view: GridView, make: () => Steps<ViewRows>): KeptView {
		const key = keyOf(view, earlierRevision(this.document));
		const known = this.#views.get(key);
		const isOfUse = known?.rows || known?.checker === checker;
		const kept = known && isOfUse ? known : new KeptView(checker, make);
		this.#views.delete(key);
		this.#views.set(key, kept);
		const [oldest] = this.#views.keys();
		if (this.#views.size > MAX_VIEWS && oldest !== undefined) this.#views.delete(oldest);
		return kept;
	}

	/**
	 * Forgets the views where rows were added, removed or moved, or the header has changed, and those that an edit has
	 * met half made.
	 */
	follow(): void {
		const { blocks, complete } = this.document;
		if (blocks === this.#blocks) return;
		for (const [key, { rows }] of this.#views) if (!rows) this.#views.delete(key);
		const before = this.#blocks;
		if (!complete || headerOf(before) !== headerOf(blocks) || rowsMoved(before, blocks)) {
			this.#views.clear();
			this.order = ++lastOrder;
		}
		this.#blocks = blocks;
	}
}

function headerOf([first]: CsvDocument['blocks']): string | undefined {
	return first?.text.slice(0, first.endOf(0));
}

/** Two tables of a file may name their views alike. What changed is another question with another last upload. */
function keyOf({ id, filter, sort }: GridView, earlier: number): string {
	return JSON.stringify([id, filter, sort, filter.changed ? earlier : 0]);
}
