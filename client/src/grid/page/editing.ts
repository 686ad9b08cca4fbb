/** Editing a cell in its place. The editor stays with its student's row while the document changes under it. */
import type { GridCode, GridRange } from '../../../../server/src/protocol';
import { countOf } from '../../../../server/src/wording';
import { CellEditor, type Leave } from './cellEditor';
import { cachedValue, isValueCut } from './cells';
import type { ShownColumn } from './columns';
import { moved } from './moves';
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

const GONE = 'The row that you were editing is gone. Copy what you typed, then press Escape.';

/** Opens editors on the cells of a table. */
export function listenToEditing(table: TableGrid): void {
	let open: OpenEditor | undefined;
	let isOpening = false;
	let finding: Promise<void> = Promise.resolve();
	const codes = new Map<number, readonly GridCode[] | undefined>();

	async function openEditor(typed: string | undefined): Promise<void> {
		const { row, position } = table.selection.active;
		const shown = table.plan.shown[position];
		const cached = table.cache.get(row);
		if (open || isOpening || !shown || !cached) return;
		const { column } = shown;
		if (column.isSecret) return table.tell(`${column.name} is not shown here. Edit it as text.`);
		if (!cached.row.values) return table.tell('This row cannot be read. Fix it first, or edit it as text.');
		const identity = identityOf(table, cached, column.index);
		isOpening = true;
		const endAhead = listenAhead();
		const place = { record: cached.row.record, column: column.index };
		const isWhole = typed !== undefined || !isValueCut(cached, column.index);
		const value = isWhole
			? (table.pending.get(`${row}:${column.index}`) ?? cachedValue(cached, column.index) ?? '')
			: await table.extension.ask('cell', place).catch(() => null);
		const known = await codesOf(column.index, column.hasCodes);
		isOpening = false;
		const ahead = endAhead();
		const { active } = table.selection;
		const isElsewhere = active.row !== row || active.position !== position;
		if (value === null || isElsewhere || !table.surroundings) return;
		const isLong = value.length > MAX_EDITED;
		if (isLong) table.tell(`This value has ${countOf(value.length, 'character')}. Edit it as text.`);
		const start = {
			label: `${shown.key}, row ${cached.row.record + 1}`,
			value,
			// Instead of the value, which is selected when the editor opens.
			typed: ahead.text === '' ? typed : `${typed ?? ''}${ahead.text}`,
			isReadOnly: isLong,
			codes: known,
			hasMany: table.state.selectedCells > 1,
		};
		const events = { commit, cancel: () => close(true) };
		const editor = new CellEditor(table.region, table.surroundings, start, events);
		open = { editor, identity, column: shown, row, before: value, isGone: false };
		placeEditor();
		editor.focus();
		replay(ahead.rest);
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

	function commit(value: string, leave: Leave, isForAll: boolean): void {
		if (!open) return;
		if (open.isGone) {
			table.tell(GONE);
			return;
		}
		const { row, column, before } = open;
		const all = table.state.selection;
		const edited = open;
		const { order } = table.cache;
		if (value !== before || isForAll) {
			table.pending.set(`${row}:${column.column.index}`, value);
			const key = `${row}:${column.column.index}`;
			void finding
				.then(() =>
					edited.isGone
						? false
						: isForAll
							? table.edit({ type: 'fill', ranges: all, value }, order)
							: table.edit({ type: 'fill', ranges: rangeOf(edited), value }),
				)
				.then((isMade) => forget(key, isMade));
		}
		close(leave !== 'stay' || document.activeElement === document.body || isForAll);
		table.grid?.repaint([row]);
		table.markCells();
		if (leave !== 'stay') go(leave);
		else if (document.activeElement === document.body) table.focus();
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
