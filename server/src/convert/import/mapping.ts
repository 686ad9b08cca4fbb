/** The mapping of an import: which column of the export is which of ours, and which value is which code. */

import { findElement, isExtension, students, studentsExt, studentTables, type Table } from '../../spec';
import type { Delimiter, Encoding } from './exportFormat';

/** A mapping as it stands in its file. */
export interface Mapping {
	/** Only where what is found out by itself is wrong. */
	readonly encoding?: Encoding | undefined;
	/** Only where what is found out by itself is wrong. */
	readonly delimiter?: Delimiter | undefined;
	/** Whether the first row of the export names its columns; true where it is missing. */
	readonly header?: boolean | undefined;
	/** Column of ours → column of the export. */
	readonly columns: Readonly<Record<string, string>>;
	/** Column of ours → value of the export → code; '' empties the field, null leaves the value as it is. */
	readonly codes?: Readonly<Record<string, Readonly<Record<string, string | null>>>> | undefined;
	/** The exact names of the files to make; all that have a column, where it is missing. */
	readonly files?: readonly string[] | undefined;
}

/** A key of the mapping file, declared once for the check and for the JSON schema. */
export const mappingDocs: { readonly [Key in keyof Required<Mapping>]: string } = {
	encoding: 'How the export is encoded. Leave it out unless letters come out wrong: it is found out.',
	delimiter: 'What stands between two values of the export. Leave it out unless it is found out wrong.',
	header:
		'Whether the first row of the export names its columns. Without names they are "Column 1", "Column 2" and so on.',
	columns:
		'For each column of students.csv and students_ext.csv the column of the export that holds it. Student_id is the id by which Clever knows the student; it goes into both files.',
	codes:
		'For each column with codes, what a value of the export stands for: a code, "" for an empty field, or null to leave it as it is. Values with one meaning need no line.',
	files: 'The files that are made. Without it, every file that has a column.',
};

/** What every mapping must name: the column of the students' ids. */
export const keyColumn: string = students.primaryKey;

/** Every file that an import can make. */
export const fileNames: readonly string[] = studentTables.map(({ fileName }) => fileName);

/** The files that a mapping makes: those it names, else those that have a column besides the key. */
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
	const known = findElement(students, column);
	return known ? known.column === column : isExtension(column) && /^\S/.test(column);
}

/** The codes of a column by its exact name; `roster` as in `codesOf`. */
export function codesIn(roster: Table, column: string): readonly string[] | undefined {
	return roster.elements
		.find((element) => element.column === column)
		?.optionSet?.options.map(({ code }) => code);
}
