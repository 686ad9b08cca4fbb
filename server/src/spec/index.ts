/** The declarations and the lookups into them. A new kind of file takes one file in this folder and one line in `tables`. */

import { joinSpaces, visibleText } from '../characters';
import { headerKey } from './headerKey';
import { students } from './students';
import { studentsExt } from './studentsExt';
import type { CedsElement, Element, Table } from './types';

export type {
	AmbiguousValue,
	Element,
	Option,
	OptionSet,
	Source,
	Table,
} from './types';
export { students, studentsExt };

/** Every file that is checked. */
export const tables: readonly Table[] = [students, studentsExt];

/** The files on students: the coverage report counts them, and the import writes them. */
export const studentTables: readonly Table[] = tables.filter(({ role }) => role !== undefined);

const extensionPrefix = studentsExt.prefix ?? '';

const elementsByName = new WeakMap<Table, ReadonlyMap<string, Element>>();

/** The table of a file by its name, with or without folders. Case does not matter here, as it does at Clever. */
export function tableByFileName(name: string): Table | undefined {
	const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).toLowerCase();
	return tables.find(({ fileName }) => fileName === base);
}

/** The table with this language id. */
export function tableByLanguageId(id: string): Table | undefined {
	return tables.find(({ languageId }) => languageId === id);
}

/** The table that a header belongs to, for a file of another name: the one whose key it has, or students.csv. */
export function tableOfHeader(names: readonly string[]): Table {
	const others = tables.filter((table) => table !== students);
	return others.find((table) => names.some((name) => isPrimaryKey(table, name))) ?? students;
}

/** The other file on the same subject; undefined for a file that stands alone. */
export function siblingTable(table: Table | undefined): Table | undefined {
	return tables.find(({ fileName }) => fileName === table?.sibling);
}

/** The file that the primary key of a table refers to; undefined if it refers to none. */
export function referencedTable(table: Table | undefined): Table | undefined {
	return tables.find(({ fileName }) => fileName === table?.foreignKey?.fileName);
}

/**
 * The form in which two headers are compared that the tables do not declare: as people see them, without case, and with
 * one underscore for the spaces between words.
 */
export function normalizeColumn(header: string): string {
	const known = normalized.get(header);
	if (known !== undefined) return known;
	const name = joinSpaces(visibleText(header)).toLowerCase().replaceAll(' ', '_');
	if (header.length <= MAX_NORMALIZED_UNITS) {
		if (normalized.size >= MAX_NORMALIZED) normalized.clear();
		normalized.set(header, name);
	}
	return name;
}

/** The headers that were normalized last: the rules on headers ask for each of them many times. */
const normalized = new Map<string, string>();
const MAX_NORMALIZED = 1000;
const MAX_NORMALIZED_UNITS = 100;

/**
 * The column of a table that a header names. Only letters and digits count, without case, since exporters in use write
 * `GraduationYear`, `School_ID` and `Student ID`; but an extension column needs its prefix as it is.
 */
export function findElement(table: Table, header: string): Element | undefined {
	let elements = elementsByName.get(table);
	if (!elements) {
		elements = new Map(table.elements.map((element) => [columnKey(element.column), element]));
		elementsByName.set(table, elements);
	}
	return elements.get(columnKey(header));
}

/** Whether a header names the primary key of a table. */
export function isPrimaryKey(table: Table, header: string): boolean {
	return findElement(table, header)?.column === table.primaryKey;
}

/** Whether a header is that of an extension column, of Amplify or of another partner. */
export function isExtension(header: string): boolean {
	return normalizeColumn(header).startsWith(extensionPrefix);
}

/** The letters and digits of a header in lower case, without the prefix of extension columns. */
export function bareColumnKey(header: string): string {
	const name = normalizeColumn(header);
	return headerKey(name.startsWith(extensionPrefix) ? name.slice(extensionPrefix.length) : name);
}

function columnKey(header: string): string {
	return (isExtension(header) ? extensionPrefix : '') + bareColumnKey(header);
}

/** Every column of codes of all files, each once, in the order of the tables. */
export const codedElements: readonly Element[] = codedElementsOf(tables);

/** The categories of the coverage report: the columns of codes of the files on students, each once. */
export const categories: readonly Element[] = codedElementsOf(studentTables);

function codedElementsOf(files: readonly Table[]): readonly Element[] {
	const coded = files.flatMap(({ elements }) => elements.filter(({ optionSet }) => optionSet !== undefined));
	return [...new Map(coded.map((element) => [element.column, element])).values()];
}

/** What people must know of a column that Clever treats as sensitive. */
export const SHARING_NOTE =
	"Clever treats this column as sensitive. An application gets it only after someone shares it in Clever, on the application's page under Settings, Field Access, Customize fields.";

/** The definition of a CEDS element for people: in quotes where it is CEDS's own text. */
export function cedsDefinition({ definition, isQuoted }: CedsElement): string {
	return isQuoted ? `“${definition}”` : `In short: ${definition}`;
}

/** The web address of a CEDS element. */
export function cedsUrl(globalId: string): string {
	return `https://ceds.ed.gov/element/${globalId}`;
}
