/** Which columns a new file has, and in which order. */

import { findElement, isExtension, studentsExt, studentTables, type Table } from '../../spec';
import { keyColumn } from '../mapping/mapping';
import type { Target } from './targets';

/** The columns of one new file. */
export interface FileLayout {
	readonly table: Table;
	readonly header: readonly string[];
	/** For each column the place of its target; -1 for a column that nothing feeds. */
	readonly places: readonly number[];
}

/**
 * The layouts of the files that have a column besides the ID. A file that the export already is keeps its columns and
 * their order; else students.csv has the columns that are fed, in Clever's order, and students_ext.csv all categories
 * in the template's order and then the columns of other partners.
 *
 * @param targets the student ID first.
 * @param names the columns of the export.
 */
export function layoutsOf(
	fileNames: readonly string[],
	targets: readonly Target[],
	names: readonly string[],
): readonly FileLayout[] {
	return studentTables
		.filter(({ fileName }) => fileNames.includes(fileName))
		.map((table) => layoutOf(table, targets, names))
		.filter(({ places }) => places.some((place) => place > 0));
}

function layoutOf(table: Table, targets: readonly Target[], names: readonly string[]): FileLayout {
	const isExtensionFile = table === studentsExt;
	const fed = [...targets.keys()].filter((place) => {
		const element = targets[place]?.element ?? '';
		return element === keyColumn || isExtension(element) === isExtensionFile;
	});
	const columnAt = (place: number): string =>
		place === 0 ? table.primaryKey : (targets[place]?.element ?? '');
	const headerAt = (place: number): string => targets[place]?.from[0] ?? '';
	const isOwn = fed.every((place) => isOwnName(table, columnAt(place), targets[place]?.from ?? []));
	if (isOwn) {
		const places = fed.toSorted((a, b) => names.indexOf(headerAt(a)) - names.indexOf(headerAt(b)));
		return { table, header: places.map(columnAt), places };
	}
	const placeOf = new Map(fed.map((place) => [columnAt(place), place]));
	const known = table.elements.map(({ column }) => column);
	const others = [...placeOf.keys()].filter((column) => !known.includes(column));
	const header = [...known, ...others].filter(
		(column) => placeOf.has(column) || table.expected.includes(column),
	);
	return { table, header, places: header.map((column) => placeOf.get(column) ?? -1) };
}

/** Whether a column comes from the one column of the export that has its name. */
function isOwnName(table: Table, column: string, [header = '', another]: readonly string[]): boolean {
	return another === undefined && (findElement(table, header)?.column ?? header) === column;
}
