/** Editing a cell in its place. The editor stays with its student's row while the document changes under it. */
import type { GridCode, GridRange } from '../../../../server/src/protocol';
import { countOf, shown as shownText } from '../../../../server/src/wording';
import type { PageRequests } from '../messages';
import { CellEditor, type Leave, type Scope } from './cellEditor';
import { cachedValue, isValueCut } from './cells';
import type { ShownColumn } from './columns';
import { moved } from './moves';
import type { CachedRow } from './rowCache';
import { findRow, identityOf, type RowIdentity } from './rowIdentity';
import { selectCell } from './selection';
import type { TableGrid } from './tableGrid';
import { listenAhead, replay } from './typeAhead';

/** A longer value is edited as text: an input of it makes the page slow. In UTF-16 units. */
const MAX_EDITED = 1_000_000;

/** How long a value that was written is shown where no row comes that has it, in milliseconds. */
const PENDING_MS = 3000;

interface OpenEditor {
	readonly editor: CellEditor;
	readonly identity: RowIdentity;
	readonly before: string;
	column: ShownColumn;
	/** Its row in the view, among rows of this order, as in `GridRows`. */
	row: number;
	order: number;
	/** Why nothing can be written: nobody knows into which row. */
	lost: string | undefined;
}

/** What an editor begins with. */
interface Begun {
	readonly cached: CachedRow;
	readonly shown: ShownColumn;
	readonly identity: RowIdentity;
	readonly value: string;
	readonly codes: readonly GridCode[] | undefined;
}

const COPY = 'Copy what you typed, then press Escape.';
const LOST = {
	gone: `The row that you were editing is gone. ${COPY}`,
	unsure: `Several rows look like the one that you were editing. ${COPY}`,
} as const;
/** The longest text that is repeated where it was not written. */
const MAX_REPEATED = 200;

/** Opens editors on the cells of a table. */
export function listenToEditing(table: TableGrid): void {
	let open: OpenEditor | undefined;
	let isOpening = false;
	let finding: Promise<void> = Promise.resolve();
	let writing: Promise<unknown> = Promise.resolve();
	const codes = new Map<number, readonly GridCode[] | undefined>();

	async function openEditor(typed: string | undefined): Promise<void> {
		if (open || isOpening) return;
		isOpening = true;
		const endAhead = listenAhead();
		// What is typed after rows were inserted is meant for them.
		await table.inserting;
		const { row, position } = table.selection.active;
		const begun = await begin(row, position, typed !== undefined).catch(() => undefined);
		isOpening = false;
		const ahead = endAhead();
		const { active } = table.selection;
		const isElsewhere = active.row !== row || active.position !== position;
		if (!begun || isElsewhere || !table.surroundings) return;
		const { shown, cached, value } = begun;
		const isLong = value.length > MAX_EDITED;
		if (isLong) table.tell(`This value has ${countOf(value.length, 'character')}. Edit it as text.`);
		const start = {
			label: `${shown.key}, row ${cached.row.record + 1}`,
			value,
			typed: ahead.text === '' ? typed : `${typed ?? value}${ahead.text}`,
			isReadOnly: isLong,
			codes: begun.codes,
		};
		const events = { commit, cancel: () => close(true), typeAway, afterWriting };
		const editor = new CellEditor(table.region, table.surroundings, start, events);
		const { identity } = begun;
		const { order } = cached;
		open = { editor, identity, column: shown, row, order, before: value, lost: undefined };
		placeEditor();
		editor.focus();
		if (order !== table.cache.order) followSoon();
		replay(ahead.rest);
	}

	/** What the editor of a cell needs, once the cell is on the screen; undefined where it cannot be edited. */
	async function begin(row: number, position: number, isReplaced: boolean): Promise<Begun | undefined> {
		if (row < 0 || row >= (table.cache.length ?? 0)) return undefined;
		table.grid?.scrollCellIntoView(row, position + 1);
		if (!table.cache.get(row)) await table.cache.settled();
		const cached = table.cache.get(row);
		const shown = table.plan.shown[position];
		if (!cached || !shown) return undefined;
		const { column } = shown;
		if (column.isSecret) table.tell(`${column.name} is not shown here. Edit it as text.`);
		else if (!cached.row.values) table.tell('This row cannot be read. Fix it first, or edit it as text.');
		if (column.isSecret || !cached.row.values) return undefined;
		const identity = identityOf(table, row, cached, column.index);
		const place = { record: cached.row.record, column: column.index };
		const isWhole = isReplaced || !isValueCut(cached, column.index);
		const value = isWhole
			? (table.pending.get(`${row}:${column.index}`) ?? cachedValue(cached, column.index) ?? '')
			: await table.extension.ask('cell', place);
		const known = await codesOf(column.index, column.hasCodes);
		return value === null ? undefined : { cached, shown, identity, value, codes: known };
	}

	/** Brings the edited cell back, as spreadsheets do with the first character. */
	function typeAway(): void {
		const position = table.plan.shown.findIndex(({ key }) => key === open?.column.key);
		if (open && position >= 0) table.grid?.scrollCellIntoView(open.row, position + 1);
		placeEditor();
	}

	async function codesOf(column: number, hasCodes: boolean): Promise<readonly GridCode[] | undefined> {
		if (!hasCodes) return undefined;
		const known =
			codes.get(column) ?? (await table.extension.ask('codes', { column }).catch(() => null)) ?? undefined;
		codes.set(column, known);
		return known;
	}

	function placeEditor(): void {
		if (!open || !table.grid) return;
		const position = table.plan.shown.findIndex(({ key }) => key === open?.column.key);
		const node = table.grid.nodeOf(open.row, position + 1);
		open.editor.place(node?.getBoundingClientRect(), table.grid.cellsBox(position < table.plan.pinned));
	}

	function close(returnsFocus: boolean): void {
		const closed = open;
		open = undefined;
		closed?.editor.close();
		if (closed?.lost !== undefined) table.tell(undefined);
		if (returnsFocus) table.focus();
	}

	function commit(value: string, leave: Leave, scope: Scope): void {
		if (!open) return;
		if (open.lost !== undefined) {
			table.tell(open.lost);
			return;
		}
		const { row, column, before } = open;
		const isForMany = scope !== 'cell' && table.state.selectedCells > 1;
		const edited = open;
		const { order } = table.cache;
		if (value !== before || isForMany) {
			const key = `${row}:${column.column.index}`;
			table.pending.set(key, value);
			const { selection } = table.state;
			writing = finding
				.then(async () => {
					if (!isForMany) return fillOne(edited, value);
					const isCode = scope === 'codes';
					const ranges = isCode ? await withSameCodes(selection, column.column.index) : selection;
					return table.edit({ type: 'fill', ranges, value }, order);
				})
				.then((isMade) => forget(key, isMade));
		}
		close(leave !== 'stay' || document.activeElement === document.body || isForMany);
		table.grid?.repaint([row]);
		table.markCells();
		// What was filled stays selected, so that it can be seen.
		if (leave !== 'stay' && !isForMany) go(leave);
		else if (document.activeElement === document.body) table.focus();
	}

	/** The selected cells of the columns that take the same codes as a column. */
	async function withSameCodes(
		selection: readonly GridRange[],
		column: number,
	): Promise<readonly GridRange[]> {
		const codesIn = async (index: number): Promise<string | undefined> => {
			const { hasCodes = false } = table.layout?.columns[index] ?? {};
			const known = await codesOf(index, hasCodes);
			return known
				?.map(({ code }) => JSON.stringify(code))
				.sort()
				.join();
		};
		const wanted = await codesIn(column);
		const selected = new Set(selection.flatMap(({ columns }) => columns));
		const same = new Set([column]);
		for (const index of selected) {
			if (wanted !== undefined && (await codesIn(index)) === wanted) same.add(index);
		}
		return selection
			.map((range) => ({ ...range, columns: range.columns.filter((index) => same.has(index)) }))
			.filter(({ columns }) => columns.length > 0);
	}

	/** Writes into the row that was edited, wherever it is by now. */
	async function fillOne(edited: OpenEditor, value: string): Promise<boolean> {
		if (edited.lost === undefined) {
			return table.edit({ type: 'fill', ranges: rangeOf(edited), value }, edited.order);
		}
		table.tell(`Not written, since its row was not found: ${shownText(value, MAX_REPEATED)}`);
		return false;
	}

	function afterWriting(what: 'save' | (() => void)): void {
		if (open) return;
		void writing.then(() => {
			if (what === 'save') table.extension.ask('save', null).catch(() => undefined);
			else what();
		});
	}

	/** What was typed is shown until the rows with it come; where nothing was written, no longer. */
	function forget(key: string, isMade: boolean): void {
		const drop = (): void => {
			if (table.pending.delete(key)) table.grid?.repaint([Number(key.split(':')[0])]);
		};
		if (!isMade) drop();
		else setTimeout(drop, PENDING_MS);
	}

	function go(leave: Exclude<Leave, 'stay'>): void {
		const bounds = {
			rows: table.cache.length ?? 0,
			columns: table.plan.shown.length,
			page: 1,
			isFilled: () => undefined,
			spanFrom: () => undefined,
		};
		const { active } = table.selection;
		const next = moved(active, leave, bounds);
		const isTab = leave === 'next' || leave === 'previous';
		if (isTab) table.tabRun.tabbed(active, next);
		const to = isTab ? next : table.tabRun.entered(active, next);
		table.select(selectCell({ ...to, row: Math.max(0, to.row) }));
	}

	function followSoon(): void {
		const edited = open;
		if (edited) finding = finding.then(() => follow(edited)).catch(() => undefined);
	}

	/** Finds the row of an editor again, also of one that is closed and not written yet. */
	async function follow(edited: OpenEditor): Promise<void> {
		await table.cache.settled();
		const { order } = table.cache;
		const index = table.columns.keys.indexOf(edited.column.key);
		const column = table.layout?.columns[index];
		// Rows of the same order are where they were.
		const row = !column
			? 'gone'
			: order === edited.order
				? edited.row
				: await findRow(table, edited.identity, edited.row);
		if (!column || typeof row === 'string') {
			edited.lost = LOST[typeof row === 'string' ? row : 'gone'];
			if (open !== edited) return;
			edited.editor.freeze();
			table.tell(edited.lost);
			return;
		}
		const isMoved = row !== edited.row;
		Object.assign(edited, { column: { ...edited.column, column }, row, order });
		if (open !== edited) return;
		if (isMoved) {
			const position = Math.max(
				0,
				table.plan.shown.findIndex(({ key }) => key === edited.column.key),
			);
			table.select(selectCell({ row, position }), { row, position }, false);
			edited.editor.focus();
		}
		placeEditor();
		if (!document.hasFocus()) tellDraft();
	}

	/** Tells the extension what is typed and not written, for as long as something else has the keyboard. */
	function tellDraft(draft = draftOf(open)): void {
		table.extension.ask('draft', draft && { view: table.view, ...draft }).catch(() => undefined);
	}

	table.onOpenEditor = (typed) => void openEditor(typed);
	table.onPaint.push(placeEditor);
	table.onDocument.push(() => {
		codes.clear();
		followSoon();
	});
	// The cell stays open while the person works in the text, and what is typed is not lost where the tab goes.
	window.addEventListener('blur', ({ target }) => {
		if (target === window) tellDraft();
	});
	window.addEventListener('focus', ({ target }) => {
		if (target === window && open) tellDraft(null);
	});
	table.onGrid.push((grid) => grid.onScroll.subscribe(placeEditor));
}

/** The change that is typed in an editor; null where there is none. */
function draftOf(open: OpenEditor | undefined): Pick<PageRequests['edit'][0], 'action' | 'order'> | null {
	if (!open?.editor.isChanged || open.lost !== undefined) return null;
	const { order, editor } = open;
	return { order, action: { type: 'fill', ranges: rangeOf(open), value: editor.text } };
}

function rangeOf({ row, column }: OpenEditor): readonly GridRange[] {
	return [{ first: row, last: row, columns: [column.column.index] }];
}
