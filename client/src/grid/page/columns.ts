/** Which columns a table shows, in which order, how wide, and how many are pinned. Pure: no page, no grid. */
import type { GridColumn } from '../../../../server/src/protocol';
import type { ColumnArrangement, ColumnSet } from '../messages';

/** A column that is shown. */
export interface ShownColumn {
	readonly column: GridColumn;
	/** Its name, with a number where the file has the name twice. */
	readonly key: string;
	/** In CSS pixels. */
	readonly width: number;
}

/** The columns of a table, from left to right. */
export interface ShownPlan {
	readonly shown: readonly ShownColumn[];
	/** Columns of the set that the person has hidden. */
	readonly hidden: readonly GridColumn[];
	/** How many of those shown stay at the left, besides the row's number. */
	readonly pinned: number;
	/** The width of the column of row numbers, in CSS pixels. */
	readonly numberWidth: number;
}

/** How a table without an arrangement begins. */
export const DEFAULT_ARRANGEMENT: ColumnArrangement = {
	set: 'categories',
	hidden: [],
	order: [],
	widths: {},
};

const CHARACTER_WIDTH = 7.5;
const CELL_PADDING = 26;
/** For the sign of a severity, the arrow of the order and the menu's button beside a name. */
const HEADER_PADDING = 64;
const MIN_WIDTH = 56;
const MAX_WIDTH = 360;
/** The most of the grid's width that is pinned: about half, so that as much is left to scroll in. */
const PINNED_SHARE = 0.55;

/**
 * Plans the columns for a grid of this width, in CSS pixels.
 *
 * @param problems the columns of the set of that name.
 * @param textWidth how wide a name is in a header, in CSS pixels.
 */
export function planShown(
	columns: readonly GridColumn[],
	arrangement: ColumnArrangement,
	problems: ReadonlySet<string>,
	total: number,
	gridWidth: number,
	textWidth: (name: string) => number,
): ShownPlan {
	const keys = columnKeys(columns);
	const hiddenKeys = new Set(arrangement.hidden);
	// A header may have the name of something that every object has.
	const widths = new Map(Object.entries(arrangement.widths));
	const inSet = columns.filter((column) => isInSet(column, arrangement.set, problems, keys));
	const wanted = inSet.length > 0 ? inSet : columns;
	const visible = wanted.filter(({ index }) => !hiddenKeys.has(keys[index] ?? ''));
	const shown = ordered(visible.length > 0 ? visible : wanted, arrangement.order, keys).map((column) => {
		const key = keys[column.index] ?? column.name;
		return { column, key, width: widths.get(key) ?? contentWidth(column, textWidth(key)) };
	});
	const numberWidth = Math.max(48, String(total).length * 8 + 34);
	return {
		shown,
		hidden: visible.length > 0 ? wanted.filter((column) => !visible.includes(column)) : [],
		pinned: countPinned(shown, numberWidth, gridWidth),
		numberWidth,
	};
}

/** The names of columns by their index, the second of a name with its number. */
export function columnKeys(columns: readonly GridColumn[]): readonly string[] {
	const seen = new Map<string, number>();
	return columns.map(({ name }) => {
		const count = (seen.get(name) ?? 0) + 1;
		seen.set(name, count);
		return count === 1 ? name : `${name} (${count})`;
	});
}

/** The order to remember after one shown column was put at another position. */
export function movedOrder(
	shown: readonly string[],
	key: string,
	position: number,
	order: readonly string[],
): readonly string[] {
	const others = shown.filter((each) => each !== key);
	const next = [...others.slice(0, position), key, ...others.slice(position)];
	return [...next, ...order.filter((each) => !next.includes(each))];
}

function isInSet(
	{ role, index }: GridColumn,
	set: ColumnSet,
	problems: ReadonlySet<string>,
	keys: readonly string[],
): boolean {
	if (set === 'all') return true;
	if (set === 'problems') return role === 'key' || problems.has(keys[index] ?? '');
	return role !== 'other';
}

/** The ID and the names first, then as the file has them; the person's order takes the places of the columns it names. */
function ordered(
	columns: readonly GridColumn[],
	order: readonly string[],
	keys: readonly string[],
): readonly GridColumn[] {
	const rank = ({ role }: GridColumn): number => (role === 'key' ? 0 : role === 'name' ? 1 : 2);
	const natural = [...columns].sort((a, b) => rank(a) - rank(b) || a.index - b.index);
	const places = new Map(order.map((key, place) => [key, place]));
	const placeOf = (column: GridColumn): number | undefined => places.get(keys[column.index] ?? '');
	const named = natural
		.filter((column) => placeOf(column) !== undefined)
		.sort((a, b) => (placeOf(a) ?? 0) - (placeOf(b) ?? 0));
	let next = 0;
	return natural.map((column) => (placeOf(column) === undefined ? column : (named[next++] ?? column)));
}

function contentWidth({ width }: GridColumn, nameWidth: number): number {
	const wanted = Math.max(width * CHARACTER_WIDTH + CELL_PADDING, nameWidth + HEADER_PADDING);
	return Math.ceil(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, wanted)));
}

function countPinned(shown: readonly ShownColumn[], numberWidth: number, gridWidth: number): number {
	let taken = numberWidth;
	let pinned = 0;
	for (const { column, width } of shown.slice(0, -1)) {
		taken += width;
		if ((column.role !== 'key' && column.role !== 'name') || taken > gridWidth * PINNED_SHARE) break;
		pinned++;
	}
	return pinned;
}
