import { plural } from '../../../../../server/src/wording';
import type { Anchor, Popups } from '../../../page/popups';
import type { CellAction } from '../../messages';
import { earlierValue } from '../cells';
import { filterByValues } from '../filterModel';
import { valueName } from '../filterTexts';
import type { ActiveCell, TablePage } from '../table';
import { actionEntries } from './actionEntries';
import { type MenuEntry, openMenu } from './menu';

/** Opens the fixes and decisions of the active cell at the cell. */
export async function openActionMenu(table: TablePage, popups: Popups): Promise<void> {
	const { active } = table.state;
	if (!active?.data) return;
	const actions = await actionsOf(table, active);
	const at = table.activeCellBox();
	if (table.state.active?.data?.record !== active.data.record || !at) return;
	const { fixes, decisions } = actionEntries(table, actions);
	const entries: readonly MenuEntry[] = [...fixes, 'separator', ...decisions];
	const none: MenuEntry = { label: 'No fix for this value', isDisabled: true, run() {} };
	openMenu(popups, 'Fixes', actions.length > 0 ? entries : [none], at);
}

/** Opens the menu of the active cell and its row: first its fixes, then what can be done with any cell. */
export async function openCellMenu(
	table: TablePage,
	popups: Popups,
	at: Anchor,
	openText: () => void,
): Promise<void> {
	const { active } = table.state;
	const actions = active?.data ? await actionsOf(table, active) : [];
	const general = active?.data ? entriesOf(table, active, active.data.record) : [];
	const text: MenuEntry = { label: 'Open as Text Here', run: openText };
	const { fixes, decisions } = actionEntries(table, actions);
	const heading: readonly MenuEntry[] = fixes.length > 0 ? [{ heading: 'Fix', keys: 'Ctrl+.' }] : [];
	const entries: readonly MenuEntry[] = [
		...heading,
		...fixes,
		'separator',
		...(active ? restoreEntries(table, active) : []),
		'separator',
		...general,
		text,
		'separator',
		...decisions,
	];
	openMenu(popups, 'Cell', entries, at);
}

/** The actions of a cell; none if the request failed, of which the person has been told. */
async function actionsOf(table: TablePage, { data, column }: ActiveCell): Promise<readonly CellAction[]> {
	if (!data) return [];
	return table.extension.ask('actions', { record: data.record, column: column.index }).catch(() => []);
}

/** What puts the value of the last upload back, where the cell has another one. */
function restoreEntries(
	table: TablePage,
	{ data, column: { index }, value }: ActiveCell,
): readonly MenuEntry[] {
	const earlier = data && earlierValue({ row: data }, index);
	if (!data || earlier === undefined) return [];
	const restore = (all: boolean) => () =>
		void table.edit({ type: 'restore', record: data.record, column: index, all });
	const was = valueName(earlier);
	return [
		{ label: `Restore This Value: ${was}`, run: restore(false) },
		{ label: `Restore All ${valueName(value ?? '')} That Were ${was}`, run: restore(true) },
	];
}

function entriesOf(
	table: TablePage,
	{ column, value, isCut }: ActiveCell,
	record: number,
): readonly MenuEntry[] {
	const { selection, selectedCells, view } = table.state;
	const { index, isSecret } = column;
	const rows = selection.reduce((sum, { first, last }) => sum + last - first + 1, 0);
	const insert = (below: boolean) => () => void table.edit({ type: 'insertRows', record, count: 1, below });
	return [
		{ label: 'Cut', keys: 'Ctrl+X', run: () => table.cut() },
		{ label: 'Copy', keys: 'Ctrl+C', run: () => table.copy() },
		{ label: 'Paste', keys: 'Ctrl+V', run: () => table.paste() },
		{
			label: 'Fill Down',
			keys: 'Ctrl+D',
			isDisabled: selectedCells < 2,
			run: () => void table.edit({ type: 'fillDown', ranges: selection }),
		},
		{
			label: `Empty ${plural(selectedCells, 'Cell')}`,
			keys: 'Delete',
			run: () => void table.edit({ type: 'fill', ranges: selection, value: '' }),
		},
		'separator',
		{ label: 'Insert Row Above', run: insert(false) },
		{ label: 'Insert Row Below', keys: 'Ctrl++', run: insert(true) },
		{
			label: `Delete ${plural(rows, 'Row')}`,
			keys: 'Ctrl+-',
			run: () => void table.edit({ type: 'deleteRows', ranges: selection }),
		},
		'separator',
		{
			label: 'Filter by This Value',
			isDisabled: value === undefined || isCut || isSecret,
			run: () => table.setFilter(filterByValues(view.filter, index, [value ?? ''])),
		},
	];
}
