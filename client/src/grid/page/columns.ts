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

// Widths are in CSS pixels.
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
	const all = ordered(columns, arrangement.order, keys);
	const inSet = all.filter((column) => isInSet(column, arrangement.set, problems, keys));
	const wanted = inSet.length > 0 ? inSet : all;
	const visible = wanted.filter(({ index }) => !hiddenKeys.has(keys[index] ?? ''));
	const shown = (visible.length > 0 ? visible : wanted).map((column) => {
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

/**
 * The order of all columns to remember after one of those shown was moved. The others keep theirs, also those that are
 * not shown.
 *
 * @param before the columns that were shown.
 * @param shown those that are now.
 */
export function movedOrder(
	columns: readonly GridColumn[],
	order: readonly string[],
	before: readonly string[],
	shown: readonly string[],
): readonly string[] {
	const keys = columnKeys(columns);
	const all = ordered(columns, order, keys).map(({ index }) => keys[index] ?? '');
	const at = before.findIndex((each, place) => each !== shown[place]);
	if (at < 0) return all;
	const [old, now] = [before[at] ?? '', shown[at] ?? ''];
	const without = (list: readonly string[], key: string): readonly string[] =>
		list.filter((each) => each !== key);
	const isOld = without(before, old).join('\n') === without(shown, old).join('\n');
	const key = isOld ? old : now;
	const place = shown.indexOf(key);
	const others = without(all, key);
	const left = shown[place - 1];
	const to =
		left === undefined ? Math.max(0, others.indexOf(shown[place + 1] ?? '')) : others.indexOf(left) + 1;
	return [...others.slice(0, to), key, ...others.slice(to)];
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

/**
 * The ID and the names first, then as the file has them. A column that the person has moved follows its left neighbor in
 * the person's order, or the nearest one at the left that is there; the others are not moved by that.
 */
function ordered(
	columns: readonly GridColumn[],
	order: readonly string[],
	keys: readonly string[],
): readonly GridColumn[] {
	const rank = ({ role }: GridColumn): number => (role === 'key' ? 0 : role === 'name' ? 1 : 2);
	const natural = [...columns].sort((a, b) => rank(a) - rank(b) || a.index - b.index);
	if (order.length === 0) return natural;
	const named = new Map(natural.map((column, place) => [keys[column.index] ?? '', { column, place }]));
	const wanted = order.flatMap((key) => named.get(key) ?? []);
	const unmoved = longestRise(wanted.map(({ place }) => place));
	const isMoved = new Set(wanted.filter((_, at) => !unmoved.has(at)).map(({ column }) => column));
	const result = natural.filter((column) => !isMoved.has(column));
	wanted.forEach(({ column }, at) => {
		if (isMoved.has(column)) {
			const left = wanted[at - 1]?.column;
			result.splice(left ? result.indexOf(left) + 1 : 0, 0, column);
		}
	});
	return result;
}

/** The places in a list of different numbers of as many as possible that rise: all others have been moved. */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
	/** At each length, the place of the smallest number that ends a rise of it. */
	const ends: number[] = [];
	const before: (number | undefined)[] = [];
	numbers.forEach((number, at) => {
		let [low, high] = [0, ends.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
			else high = middle;
		}
		before[at] = low > 0 ? ends[low - 1] : undefined;
		ends[low] = at;
	});
	const rise = new Set<number>();
	for (let at = ends.at(-1); at !== undefined; at = before[at]) rise.add(at);
	return rise;
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
