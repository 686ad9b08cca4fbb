/** The mapping of an import: which column of the export becomes which column, and which value which code. */

import { findElement, isExtension, students, studentsExt, studentTables, type Table } from '../../spec';
import type { Delimiter, Encoding } from './exportFormat';

/** A mapping as its file has it. */
export interface Mapping {
	/** Only where the encoding is not found out correctly. */
	readonly encoding?: Encoding | undefined;
	/** Only where the delimiter is not found out correctly. */
	readonly delimiter?: Delimiter | undefined;
	/** Whether the first row of the export names its columns; true if it is missing. */
	readonly header?: boolean | undefined;
	/** Column of the new files → column of the export. */
	readonly columns: Readonly<Record<string, string>>;
	/** Column of the new files → value of the export → code; '' empties the field, null leaves the value unchanged. */
	readonly codes?: Readonly<Record<string, Readonly<Record<string, string | null>>>> | undefined;
	/** The exact names of the files to make; where it is missing, every file that has a column besides the ID. */
	readonly files?: readonly string[] | undefined;
}

/** What each key of a mapping means, for the check of a mapping file and for its JSON schema. */
export const mappingDocs: { readonly [Key in keyof Required<Mapping>]: string } = {
	encoding: 'The encoding of the export. Leave it out unless letters look wrong.',
	delimiter: 'What separates two values of the export. Leave it out unless the columns are wrong.',
	header:
		'Whether the first row of the export names the columns. If it does not, the columns are called "Column 1", "Column 2" and so on.',
	columns:
		'For each column of students.csv and students_ext.csv, the column of the export that holds it. Student_id is the ID by which Clever knows the student; both files get it.',
	codes:
		'For each column with codes, what a value of the export means: a code, "" for an empty field, or null to leave the value unchanged. Values with a certain meaning need no line.',
	files: 'The files to make. Leave it out to make every file that has a column.',
};

/** The column that every mapping must name: the student ID. */
export const keyColumn: string = students.primaryKey;

/** The exact names of the files that an import can make. */
export const fileNames: readonly string[] = studentTables.map(({ fileName }) => fileName);

/** The files that a mapping makes: those that it names, else those that have a column besides the ID. */
export function filesOfMapping({ files, columns }: Pick<Mapping, 'files' | 'columns'>): readonly string[] {
	if (files && files.length > 0) return files;
	const others = Object.keys(columns).filter((column) => column !== keyColumn);
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

/** The codes of a column by its exact name; undefined if it has none. `roster` as in `codesOf`. */
export function codesIn(roster: Table, column: string): readonly string[] | undefined {
	return roster.elements
		.find((element) => element.column === column)
		?.optionSet?.options.map(({ code }) => code);
}
