/** The declarations and the pure look-ups into them. To add a file kind: one file beside this, one line in `tables`. */

import { students } from './students';
import { studentsExt } from './studentsExt';
import type { Element, Table } from './types';

export type {
	AmbiguousValue,
	CedsElement,
	Element,
	Option,
	OptionSet,
	Source,
	Table,
	TextKind,
} from './types';
export { students, studentsExt };

/** Every file we know. */
export const tables: readonly Table[] = [students, studentsExt];

const elementsByName = new WeakMap<Table, ReadonlyMap<string, Element>>();

/** The table whose file has this name, given with or without folders; case counts at Clever, and not here. */
export function tableByFileName(name: string): Table | undefined {
	const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).toLowerCase();
	return tables.find(({ fileName }) => fileName === base);
}

/** The table that a language id of ours stands for. */
export function tableByLanguageId(id: string): Table | undefined {
	return tables.find(({ languageId }) => languageId === id);
}

/** The table that a header belongs to, for a file of another name: only students_ext.csv has a sis_id. */
export function tableOfHeader(names: readonly string[]): Table {
	return names.some((name) => normalizeColumn(name) === normalizeColumn(studentsExt.primaryKey))
		? studentsExt
		: students;
}

/** What headers are compared by: exporters in production differ in case and write a space for an underscore. */
export function normalizeColumn(header: string): string {
	return header.trim().toLowerCase().replace(/\s+/g, '_');
}

/** The element that a header names, in whatever spelling. */
export function findElement(table: Table, header: string): Element | undefined {
	let elements = elementsByName.get(table);
	if (!elements) {
		elements = new Map(table.elements.map((element) => [normalizeColumn(element.column), element]));
		elementsByName.set(table, elements);
	}
	return elements.get(normalizeColumn(header));
}

/** Whether a header names an extension field, of whichever partner. */
export function isExtension(header: string): boolean {
	return normalizeColumn(header).startsWith(studentsExt.prefix ?? '');
}

/** Every column of codes of all files, each once, in the order of the tables. */
export const categories: readonly Element[] = [
	...new Map(
		tables.flatMap(({ elements }) =>
			elements.filter(({ optionSet }) => optionSet).map((element) => [element.column, element] as const),
		),
	).values(),
];

/** The page of a CEDS element. */
export function cedsUrl(globalId: string): string {
	return `https://ceds.ed.gov/element/${globalId}`;
}
