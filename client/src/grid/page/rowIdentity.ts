/** Which row is which while the document changes: by all of its values, and by its ID where some of them have changed. */
import { MAX_GRID_ROWS } from '../../../../server/src/protocol';
import { cachedValue } from './cells';
import type { CachedRow } from './rowCache';
import type { TableGrid } from './tableGrid';

/** What tells a row from others. */
export interface RowIdentity {
	/** The column with the ID, and the ID; undefined for a row without one. */
	readonly id: { readonly column: string; readonly value: string } | undefined;
	/** The name of the column that is edited. */
	readonly edited: string;
	/** The values that the page has, by the names of their columns. */
	readonly values: ReadonlyMap<string, string>;
	/** Whether a row nearby has the same values but for the edited one. */
	readonly hasTwin: boolean;
	/** Whether a row nearby has the same ID. */
	readonly isIdTwice: boolean;
}

/** Where a row is in the view; "gone" also where it is hidden, "unsure" where several may be it. */
export type FoundRow = number | 'gone' | 'unsure';

/** How far around its old place a row is looked for. */
const NEIGHBORHOOD = 300;

/** Tells what makes a row itself. */
export function identityOf(table: TableGrid, row: number, cached: CachedRow, edited: number): RowIdentity {
	const { keys, layout } = table.columns;
	const values = valuesOf(keys, cached);
	const key = layout?.columns.find(({ role, index }) => role === 'key' && index !== edited);
	const column = keys[key?.index ?? -1] ?? '';
	const value = values.get(column);
	const identity = {
		id: value ? { column, value } : undefined,
		edited: keys[edited] ?? '',
		values,
		hasTwin: false,
		isIdTwice: false,
	};
	const near = rowsNear(table, row).map((each) => valuesAt(table, each));
	return {
		...identity,
		hasTwin: near.filter((each) => isLike(each, identity, false)).length > 1,
		isIdTwice: near.filter((each) => value !== undefined && each.get(column) === value).length > 1,
	};
}

/** Looks for the row after rows have moved. A row that could be another one with the same ID is none. */
export async function findRow(table: TableGrid, identity: RowIdentity, from: number): Promise<FoundRow> {
	const { id, hasTwin } = identity;
	const near = rowsNear(table, from);
	const whole = near.filter((row) => isLike(valuesAt(table, row), identity, true));
	const alike = near.filter((row) => isLike(valuesAt(table, row), identity, false));
	if (alike.length > 1 || (hasTwin && alike.length > 0)) {
		// Both of two alike are there, and they differ in what is edited: the one with the old value is it.
		return alike.length > 1 && whole.length === 1 ? (whole[0] ?? 'unsure') : 'unsure';
	}
	if (alike[0] !== undefined) return alike[0];
	return id ? findById(table, identity, id) : 'gone';
}

/** It may be anywhere, or have changed: the server looks for the ID, and for the row in this view. */
async function findById(
	table: TableGrid,
	identity: RowIdentity,
	id: { readonly column: string; readonly value: string },
): Promise<FoundRow> {
	const { keys } = table.columns;
	const key = keys.indexOf(id.column);
	if (key < 0) return 'gone';
	const known = [...identity.values.keys()].map((name) => keys.indexOf(name)).filter((index) => index >= 0);
	const view = { id: crypto.randomUUID(), filter: { values: [{ column: key, values: [id.value] }] } };
	const asked = { view, first: 0, count: MAX_GRID_ROWS, columns: known };
	const rows = (await table.extension.ask('rows', asked))?.rows ?? [];
	const slots = new Map(known.map((column, slot) => [column, slot]));
	const alike = rows.filter((row) => isLike(valuesOf(keys, { row, slots }), identity, false));
	if (rows.length === 0) return 'gone';
	const found = rows.length > 1 || identity.isIdTwice ? alike : rows;
	if (found.length !== 1 || identity.hasTwin) return 'unsure';
	const record = found[0]?.record ?? 0;
	return (await table.extension.ask('find', { view: table.view, record })) ?? 'gone';
}

/** The rows around one that are those of the newest version, the nearest first. */
function rowsNear({ cache }: TableGrid, from: number): readonly number[] {
	const near: number[] = [];
	for (let distance = 0; distance <= NEIGHBORHOOD; distance++) {
		const rows = distance === 0 ? [from] : [from - distance, from + distance];
		near.push(...rows.filter((row) => cache.isFresh(row)));
	}
	return near;
}

function valuesAt({ cache, columns }: TableGrid, row: number): ReadonlyMap<string, string> {
	const cached = cache.get(row);
	return cached ? valuesOf(columns.keys, cached) : new Map();
}

function valuesOf(
	keys: readonly string[],
	cached: Pick<CachedRow, 'row' | 'slots'>,
): ReadonlyMap<string, string> {
	const values = new Map<string, string>();
	for (const column of cached.slots.keys()) {
		const [key, value] = [keys[column], cachedValue(cached, column)];
		if (key !== undefined && value !== undefined) values.set(key, value);
	}
	return values;
}

/** Whether values are those of a row, in the columns that both have. */
function isLike(
	values: ReadonlyMap<string, string>,
	{ id, edited, values: own }: RowIdentity,
	isWhole: boolean,
): boolean {
	const shared = [...own].filter(([name]) => values.has(name) && (isWhole || name !== edited));
	const isKnown = id ? values.has(id.column) : shared.length > 0;
	return isKnown && shared.every(([name, value]) => values.get(name) === value);
}
