/** The mapping of an import: which column of the export becomes which column, and which value which code. */

import { findElement, isExtension, students, studentsExt, studentTables, type Table } from '../../spec';
import type { Delimiter, Encoding } from '../read/exportFormat';

/** A mapping as its file has it. What it leaves out is understood from the export, as it would be without a mapping. */
export interface Mapping {
	/** Only where the encoding is not found out correctly. */
	readonly encoding?: Encoding | undefined;
	/** Only where the delimiter is not found out correctly. */
	readonly delimiter?: Delimiter | undefined;
	/** Whether a row of the export names its columns. */
	readonly header?: boolean | undefined;
	/** The row that names the columns, 1-based, as a spreadsheet counts; only where it is not found out correctly. */
	readonly headerRow?: number | undefined;
	/** The sheet of a workbook. */
	readonly sheet?: string | undefined;
	/** The system that the export comes from, where a person has picked it. */
	readonly system?: string | undefined;
	/**
	 * Column of the new files → column of the export; several whose codes are joined; null for none. Where last name and
	 * first name have the same column, "Last, First" is split.
	 */
	readonly columns?: Readonly<Record<string, MappedColumn>> | undefined;
	/** Column of the new files → column of the export → the code that a yes there means. */
	readonly flags?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;
	/** Column of the new files → the table of codes by which its values are read. */
	readonly codeTables?: Readonly<Record<string, string>> | undefined;
	/**
	 * Column of the new files → value of the export → code; '' empties the field, null leaves the value unchanged. The
	 * value '' is a blank. For a column with flags: Yes or No.
	 */
	readonly codes?: Readonly<Record<string, Readonly<Record<string, string | null>>>> | undefined;
	/** The exact names of the files to make; where it is missing, every file that has a column besides the ID. */
	readonly files?: readonly string[] | undefined;
	/** The columns of the export that the mapping was made for. */
	readonly exportColumns?: readonly string[] | undefined;
}

/** What feeds a column of the new files: a column of the export, several whose codes are joined, or none. */
export type MappedColumn = string | readonly string[] | null;

/** What each key of a mapping means, for the check of a mapping file and for its JSON schema. */
export const mappingDocs: { readonly [Key in keyof Required<Mapping>]: string } = {
	encoding: 'The encoding of the export. Leave it out unless letters look wrong.',
	delimiter: 'What separates two values of the export. Leave it out unless the columns are wrong.',
	header:
		'Whether a row of the export names the columns. If none does, the columns are called "Column 1", "Column 2" and so on.',
	headerRow: 'The row that names the columns, counted from 1. Leave it out unless the columns are wrong.',
	sheet: 'The sheet of a workbook that has the students.',
	system: 'The system that the export comes from. Leave it out if it is recognized.',
	columns:
		'For each column of students.csv and students_ext.csv, the column of the export that holds it, a list of columns whose codes are joined, or null for none. Student_id is the ID by which Clever knows the student; both files get it.',
	flags:
		'For a column that the export has as several yes-or-no columns: for each of these, the code that a yes means.',
	codeTables: 'For each column with codes, the table by which its values are read.',
	codes:
		'For each column with codes, what a value of the export means: a code, "" for an empty field, or null to leave the value unchanged. The value "" is a blank. Values with a certain meaning need no line.',
	files: 'The files to make. Leave it out to make every file that has a column.',
	exportColumns: 'The columns of the export that this mapping was made for. The import writes them.',
};

/** The column without which nothing can be imported: the student ID. */
export const keyColumn: string = students.primaryKey;

/** The last row that a mapping may name as the header, 1-based: the last one of a worksheet. */
export const LAST_HEADER_ROW = 1_048_576;

/** The exact names of the files that an import can make. */
export const fileNames: readonly string[] = studentTables.map(({ fileName }) => fileName);

/** The files that a mapping makes: those that it names, else those that have a column besides the ID. */
export function filesOfMapping({
	files,
	columns,
	flags,
}: Pick<Mapping, 'files' | 'columns' | 'flags'>): readonly string[] {
	if (files && files.length > 0) return files;
	const named = Object.entries(columns ?? {}).filter(([, from]) => from !== null && from.length > 0);
	const others = [...named.map(([column]) => column), ...Object.keys(flags ?? {})].filter(
		(column) => column !== keyColumn,
	);
	return fileNames.filter((name) =>
		others.some((column) => isExtension(column) === (name === studentsExt.fileName)),
	);
}

/**
 * Whether a mapping may name a column of the new files like this. A documented column must be spelled exactly, since
 * otherwise the file would have it twice: students_ext.csv always has all of them.
 */
export function isTarget(column: string): boolean {
	const element = findElement(students, column);
	return element ? element.column === column : isExtension(column) && /^\S/.test(column);
}

/** The columns of the export that feed a column of the new files; undefined where the mapping does not say. */
export function sourcesIn(
	{ columns = {}, flags = {} }: Mapping,
	column: string,
): readonly string[] | undefined {
	if (Object.hasOwn(flags, column)) return Object.keys(flags[column] ?? {});
	if (!Object.hasOwn(columns, column)) return undefined;
	const from = columns[column] ?? [];
	return typeof from === 'string' ? [from] : from;
}

/**
 * Whether a mapping can be one for an export with these columns: it has the column of the ID, if the mapping names one,
 * and at least half of all columns that the mapping names; where it names none, half of those it was made for. A mapping
 * that says neither is for no export, since its codes mean something else in another one.
 */
export function matchesHeader(mapping: Mapping, names: readonly string[]): boolean {
	const has = new Set(names);
	const elements = [...Object.keys(mapping.columns ?? {}), ...Object.keys(mapping.flags ?? {})];
	const named = new Set(elements.flatMap((column) => sourcesIn(mapping, column) ?? []));
	const sources = named.size > 0 ? named : new Set(mapping.exportColumns);
	const found = [...sources].filter((name) => has.has(name)).length;
	const hasKey = (sourcesIn(mapping, keyColumn) ?? []).every((name) => has.has(name));
	return hasKey && sources.size > 0 && found * 2 >= sources.size;
}

/** The codes of a column by its exact name; undefined if it has none. `roster` as in `codesOf`. */
export function codesIn(roster: Table, column: string): readonly string[] | undefined {
	return roster.elements
		.find((element) => element.column === column)
		?.optionSet?.options.map(({ code }) => code);
}
