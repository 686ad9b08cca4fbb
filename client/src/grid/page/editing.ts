/** Editing a cell in its place. The editor stays with its student's row while the document changes under it. */
import type { GridCode, GridRange } from '../../../../server/src/protocol';
import { countOf } from '../../../../server/src/wording';
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

interface OpenEditor {
	readonly editor: CellEditor;
	readonly identity: RowIdentity;
	readonly before: string;
	column: ShownColumn;
	row: number;
	isGone: boolean;
}

/** What an editor begins with. */
interface Begun {
	readonly cached: CachedRow;
	readonly shown: ShownColumn;
	readonly identity: RowIdentity;
	readonly value: string;
	readonly codes: readonly GridCode[] | undefined;
}

const GONE = 'The row that you were editing is gone. Copy what you typed, then press Escape.';

/** Opens editors on the cells of a table. */
export function listenToEditing(table: TableGrid): void {
	let open: OpenEditor | undefined;
	let isOpening = false;
	let finding: Promise<void> = Promise.resolve();
	const codes = new Map<number, readonly GridCode[] | undefined>();

	async function openEditor(typed: string | undefined): Promise<void> {
		const { row, position } = table.selection.active;
		if (open || isOpening || row < 0 || row >= (table.cache.length ?? 0)) return;
		isOpening = true;
		const endAhead = listenAhead();
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
			// Instead of the value, which is selected when the editor opens.
			typed: ahead.text === '' ? typed : `${typed ?? ''}${ahead.text}`,
			isReadOnly: isLong,
			codes: begun.codes,
		};
		const events = { commit, cancel: () => close(true), typeAway };
		const editor = new CellEditor(table.region, table.surroundings, start, events);
		open = { editor, identity: begun.identity, column: shown, row, before: value, isGone: false };
		placeEditor();
		editor.focus();
		replay(ahead.rest);
	}

	/** What the editor of a cell needs, once the cell is on the screen; undefined where it cannot be edited. */
	async function begin(row: number, position: number, isReplaced: boolean): Promise<Begun | undefined> {
		table.grid?.scrollCellIntoView(row, position + 1);
		if (!table.cache.get(row)) await table.cache.settled();
		const cached = table.cache.get(row);
		const shown = table.plan.shown[position];
		if (!cached || !shown) return undefined;
		const { column } = shown;
		if (column.isSecret) table.tell(`${column.name} is not shown here. Edit it as text.`);
		else if (!cached.row.values) table.tell('This row cannot be read. Fix it first, or edit it as text.');
		if (column.isSecret || !cached.row.values) return undefined;
		const identity = identityOf(table, cached, column.index);
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
		if (closed?.isGone) table.tell(undefined);
		if (returnsFocus) table.focus();
	}

	function commit(value: string, leave: Leave, scope: Scope): void {
		if (!open) return;
		if (open.isGone) {
			table.tell(GONE);
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
			void finding
				.then(async () => {
					if (edited.isGone) return false;
					if (!isForMany) return table.edit({ type: 'fill', ranges: rangeOf(edited), value });
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

	/** What was typed is shown until the rows with it come; where nothing was written, no longer. */
	function forget(key: string, isMade: boolean): void {
		const drop = (): void => {
			if (table.pending.delete(key)) table.grid?.repaint([Number(key.split(':')[0])]);
		};
		if (!isMade) drop();
		else setTimeout(drop, 3000);
	}

	function go(leave: Exclude<Leave, 'stay'>): void {
		const bounds = {
			rows: table.cache.length ?? 0,
			columns: table.plan.shown.length,
			page: 1,
			isFilled: () => undefined,
			spanFrom: () => undefined,
		};
		const to = moved(table.selection.active, leave, bounds);
		table.select(selectCell({ ...to, row: Math.max(0, to.row) }));
	}

	async function follow(): Promise<void> {
		await table.cache.settled();
		if (!open) return;
		const index = table.columns.keys.indexOf(open.column.key);
		const column = table.layout?.columns[index];
		const row = column ? await findRow(table, open.identity, open.row) : undefined;
		if (!open) return;
		if (!column || row === undefined) {
			open.isGone = true;
			open.editor.freeze();
			table.tell(GONE);
			return;
		}
		open.column = { ...open.column, column };
		if (row === open.row) return placeEditor();
		open.row = row;
		const position = Math.max(
			0,
			table.plan.shown.findIndex(({ key }) => key === open?.column.key),
		);
		table.select(selectCell({ row, position }), { row, position }, false);
		placeEditor();
		open.editor.focus();
	}

	table.onOpenEditor = (typed) => void openEditor(typed);
	table.onPaint.push(placeEditor);
	table.onDocument.push(() => {
		codes.clear();
		if (!open) return;
		finding = finding.then(follow).catch(() => undefined);
	});
	table.onGrid.push((grid) => grid.onScroll.subscribe(placeEditor));
}

function rangeOf({ row, column }: OpenEditor): readonly GridRange[] {
	return [{ first: row, last: row, columns: [column.column.index] }];
}
