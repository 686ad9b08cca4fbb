import type { CellAction } from '../../messages';
import type { TablePage } from '../table';
import type { MenuEntry, MenuItem } from './menu';

/** The items for the actions of a cell or a column: fixes with the preferred first, and decisions of the district. */
export function actionEntries(
	table: TablePage,
	actions: readonly CellAction[],
): { readonly fixes: readonly MenuEntry[]; readonly decisions: readonly MenuEntry[] } {
	const items = (wanted: (action: CellAction) => boolean): readonly MenuItem[] =>
		actions
			.filter(wanted)
			// The sort is stable: the others keep the order of the text's menu.
			.sort((a, b) => Number(b.isPreferred) - Number(a.isPreferred))
			.map(({ index, title, isPreferred }) => ({
				label: title,
				isPreferred,
				run: () => void act(table, index),
			}));
	return { fixes: items(({ isFix }) => isFix), decisions: items(({ isFix }) => !isFix) };
}

async function act(table: TablePage, index: number): Promise<void> {
	// A request that failed has been told by the extension.
	const refused = await table.extension.ask('act', { index }).catch(() => null);
	if (refused) table.tell(refused.problem);
}
