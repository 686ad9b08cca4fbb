/** Which row is which while the document changes: by its ID, or by all of its values. */
import type { CachedRow } from './rowCache';
import type { TableGrid } from './tableGrid';

/** What tells a row from others. */
export interface RowIdentity {
	/** The column with the ID, and the ID; undefined for a row without one. */
	readonly id: { readonly columnName: string; readonly value: string } | undefined;
	/** The values of all columns that are there but the edited one, by the name of the column. */
	readonly others: string;
}

/** How far around its old place a row without an ID is looked for. */
const NEIGHBORHOOD = 300;

/** Tells what makes a row itself, apart from the value that is edited. */
export function identityOf(table: TableGrid, cached: CachedRow, edited: number): RowIdentity {
	const key = table.layout?.columns.find(({ role, index }) => role === 'key' && index !== edited);
	const value = key && valueAt(cached, key.index);
	return {
		id: key && value ? { columnName: key.name, value } : undefined,
		others: othersOf(table, cached, edited),
	};
}

/** The row of the view that is the same one now; undefined if it is gone or hidden. */
export async function findRow(
	table: TableGrid,
	{ id, others }: RowIdentity,
	from: number,
): Promise<number | undefined> {
	const key = id && table.layout?.columns.find(({ name }) => name === id.columnName);
	const isIt = (row: number): boolean => {
		const cached = table.cache.isFresh(row) ? table.cache.get(row) : undefined;
		if (!cached) return false;
		return id && key ? valueAt(cached, key.index) === id.value : othersMatch(table, cached, others);
	};
	for (let distance = 0; distance <= NEIGHBORHOOD; distance++) {
		for (const row of distance === 0 ? [from] : [from - distance, from + distance]) if (isIt(row)) return row;
	}
	if (!id || !key) return undefined;
	// It may be anywhere: the server looks for the ID, and for the row in this view.
	const view = { id: crypto.randomUUID(), filter: { values: [{ column: key.index, values: [id.value] }] } };
	const found = await table.extension.ask('rows', { view, first: 0, count: 1, columns: [key.index] });
	const record = found?.rows[0]?.record;
	if (record === undefined) return undefined;
	return (await table.extension.ask('find', { view: table.view, record })) ?? undefined;
}

function valueAt({ row, slots }: CachedRow, column: number): string | undefined {
	return row.values?.[slots.get(column) ?? -1];
}

function othersOf(table: TableGrid, cached: CachedRow, edited: number): string {
	const columns =
		table.layout?.columns.filter(({ index }) => index !== edited && cached.slots.has(index)) ?? [];
	return JSON.stringify([edited, columns.map(({ index }) => valueAt(cached, index))]);
}

function othersMatch(table: TableGrid, cached: CachedRow, others: string): boolean {
	const [edited] = JSON.parse(others) as [number];
	return othersOf(table, cached, edited) === others;
}
