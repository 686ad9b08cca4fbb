import type { Memento } from 'vscode';
import type { GridLayout } from '../../../server/src/protocol';
import type { ColumnArrangement } from './messages';

/** More columns than anybody arranges; a file may have thousands. */
const MAX_COLUMNS = 1000;
/** The longest name that is kept, in UTF-16 units. */
const MAX_NAME = 200;
/** The narrowest and the widest column, in CSS pixels. */
const WIDTHS = { least: 20, most: 2000 };

/** The part of VS Code's memory that arrangements are kept in. */
type Memory = Pick<Memento, 'get' | 'update'>;

/** The arrangement of the columns of files with a name; null where none is kept, or it is not one. */
export function recallArrangement(memory: Memory, fileName: string): ColumnArrangement | null {
	return readArrangement(memory.get(keyOf(fileName)));
}

/** Keeps an arrangement for the files with a name; nothing where it is not one. */
export async function rememberArrangement(
	memory: Memory,
	fileName: string,
	arrangement: unknown,
	layout: GridLayout,
): Promise<void> {
	const read = readArrangement(arrangement);
	if (read) await memory.update(keyOf(fileName), hasHeader(layout) ? read : withoutNames(read));
}

/** Takes an arrangement apart, from whoever it comes; null if it is not one. */
function readArrangement(value: unknown): ColumnArrangement | null {
	const { set, hidden, order, widths } = (value ?? {}) as Partial<Record<keyof ColumnArrangement, unknown>>;
	if (set !== 'categories' && set !== 'all' && set !== 'problems') return null;
	return { set, hidden: namesIn(hidden), order: namesIn(order), widths: widthsIn(widths) };
}

function namesIn(value: unknown): readonly string[] {
	return Array.isArray(value) ? value.filter(isName).slice(0, MAX_COLUMNS) : [];
}

function widthsIn(value: unknown): ColumnArrangement['widths'] {
	if (typeof value !== 'object' || value === null) return {};
	const entries = Object.entries(value).filter(
		([name, width]) =>
			isName(name) && typeof width === 'number' && width >= WIDTHS.least && width <= WIDTHS.most,
	);
	return Object.fromEntries(entries.slice(0, MAX_COLUMNS));
}

function isName(value: unknown): value is string {
	return typeof value === 'string' && value.length <= MAX_NAME;
}

/** Whether the first row is a header. Where it is a student's row, its values would be kept as names of columns. */
function hasHeader({ columns }: GridLayout): boolean {
	return columns.some(({ title }) => title !== '');
}

function withoutNames({ set }: ColumnArrangement): ColumnArrangement {
	return { set, hidden: [], order: [], widths: {} };
}

function keyOf(fileName: string): string {
	return `table.columns.${fileName}`;
}
