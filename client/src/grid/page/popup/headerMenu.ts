import type { GridColumn } from '../../../../../server/src/protocol';
import { inTime } from '../../../../../server/src/work/inTime';
import type { Popups } from '../../../page/popups';
import type { CellAction } from '../../messages';
import type { TablePage } from '../table';
import { actionEntries } from './actionEntries';
import { type MenuEntry, openMenu } from './menu';

/** How long the menu waits for the fixes of the column, in milliseconds: a file may still be being checked. */
const PATIENCE = 500;

/** Opens the menu of a column: its order, filter, place and width, and the fixes of the whole column. */
export async function openHeaderMenu(
	table: TablePage,
	popups: Popups,
	column: GridColumn,
	button: HTMLElement,
	filter: () => void,
): Promise<void> {
	const asked = table.extension.ask('actions', { record: 0, column: column.index }).catch(() => []);
	const actions = await inTime(asked, PATIENCE, () => []);
	openMenu(popups, `Column ${column.name}`, entriesOf(table, column, actions, filter), button);
}

function entriesOf(
	table: TablePage,
	column: GridColumn,
	actions: readonly CellAction[],
	filter: () => void,
): readonly MenuEntry[] {
	const { index, isSecret } = column;
	const { columns, view } = table.state;
	const { sort } = view;
	const at = columns.findIndex((each) => each.index === index);
	const isSorted = (descending: boolean): boolean => sort?.column === index && sort.descending === descending;
	const { fixes, decisions } = actionEntries(table, actions);
	return [
		...fixes,
		'separator',
		{
			label: 'Sort Ascending',
			isChosen: isSorted(false),
			isDisabled: isSecret,
			run: () => table.setSort({ column: index, descending: false }),
		},
		{
			label: 'Sort Descending',
			isChosen: isSorted(true),
			isDisabled: isSecret,
			run: () => table.setSort({ column: index, descending: true }),
		},
		{ label: 'Use File Order', isChosen: sort === undefined, run: () => table.setSort(undefined) },
		'separator',
		{ label: 'Filter…', keys: 'Alt+Down', isDisabled: isSecret, run: filter },
		'separator',
		{ label: 'Move Left', isDisabled: at <= 0, run: () => table.moveColumn(index, at - 1) },
		{ label: 'Move Right', isDisabled: at >= columns.length - 1, run: () => table.moveColumn(index, at + 1) },
		{ label: 'Fit Width', run: () => table.resizeColumn(index, undefined) },
		{ label: 'Hide Column', isDisabled: columns.length < 2, run: () => table.hideColumn(index) },
		'separator',
		{
			label: 'Fill by Rule…',
			isDisabled: isSecret,
			run: () => void table.extension.ask('fill', { column: index }).catch(() => {}),
		},
		{
			label: 'Fill from Another File…',
			run: () => void table.extension.ask('fill', { column: null }).catch(() => {}),
		},
		'separator',
		...decisions,
	];
}
