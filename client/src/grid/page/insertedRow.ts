import type { GridAction, GridPlace } from '../../../../server/src/protocol';
import type { GridCore } from './gridCore';
import type { TablePage } from './table';

type Table = Pick<GridCore, 'cache' | 'plan'> &
	Pick<TablePage, 'reveal' | 'tell'> & { showPlace(place: GridPlace): Promise<void> };

/** Makes the first row that was inserted the active one: what is typed next is meant for it. A filter may hide it. */
export async function goToInserted(
	table: Table,
	{ record, below }: Extract<GridAction, { type: 'insertRows' }>,
): Promise<void> {
	table.cache.refresh(0);
	await table.cache.settled();
	const column = table.plan.shown.find((each) => !each.column.isSecret)?.column.index ?? 0;
	const place = { record: below ? record + 1 : record, column };
	const isShown = await table.reveal(place);
	if (!isShown) {
		await table.showPlace(place);
		table.tell('The filter was taken off, since it hid the new row.');
	}
	await table.cache.settled();
}
