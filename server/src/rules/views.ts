/**
 * What a rule gets to see. Views are read-only and lend their data: the arrays of `Fields` are overwritten when the
 * next record is read, so a rule that needs an offset later (in `Problem.fixes`) copies the number first.
 */

import type { Fields, RecordReader } from '../csv/scan';
import type { Element, Table } from '../spec';
import type { Layout } from './layout';

/** What only the bytes and the name of a file show. */
export interface FileView {
	readonly table: Table;
	/** The last part of the file's path; undefined for a text that was never saved. */
	readonly name: string | undefined;
	/** Whether the file starts with a UTF-8 byte order mark. */
	readonly byteOrderMark: boolean;
	/** How many records end in each kind of line break. */
	readonly lineBreaks: { readonly crlf: number; readonly lf: number; readonly cr: number };
}

/** The first record of a file, which names the columns. */
export interface HeaderView {
	readonly table: Table;
	/** Which column of the file is which column of the table. */
	readonly layout: Layout;
	/** The header's text, without its line break. */
	readonly text: string;
	/** Offsets count UTF-16 units in `text`. */
	readonly fields: Fields;
	/** True for a file without a record. */
	readonly empty: boolean;
}

/** One record as the rules on its structure see it. */
export interface RecordView {
	/** A piece of the file that holds the record. */
	readonly text: string;
	/** Offset of the record's first unit in `text`, in UTF-16 units. */
	readonly start: number;
	/** Offsets count UTF-16 units in `text`; a `Spot` wants them from `start` on. */
	readonly fields: Fields;
	readonly layout: Layout;
	/** Reads the file's records. */
	readonly reader: RecordReader;
	/**
	 * Returns the text from the record's first unit on: of as many records as a quoted field may have lines, and one
	 * more, or up to the end of the file. Only for a record with a quote that is never closed: the check of any other
	 * is not repeated when rows below it change.
	 */
	readonly ahead: () => string;
}

/** One field, of any record but the header. */
export interface FieldView {
	readonly table: Table;
	/** The declaration of the column; undefined for a column that the table does not have. */
	readonly element: Element | undefined;
	/** The header as it is written in the file. */
	readonly header: string;
	/** The value, unquoted. */
	readonly value: string;
	/** 0-based. */
	readonly column: number;
}

/** The values of one record by column name, for rules and fixes that read more than one field. */
export interface Row {
	readonly layout: Layout;
	/** The unquoted value under a column of the table; undefined if the header has no such column. */
	value(column: string): string | undefined;
	/** The 0-based index of a column of the table; -1 where the header has no such column. */
	column(column: string): number;
	/** Whether the file that the table's foreign key names has this student; missing if that file is not open. */
	isStudent?(id: string): boolean;
	/** Unquoted values of a 0-based column in the first rows of the file, empty ones too; missing where only the row was read. */
	sample?(column: number): readonly string[];
	/** The unquoted values of rows that can be read and have this key; missing where only the row was read. */
	rowsWithKey?(key: string): readonly (readonly string[])[];
}

/** A student as the file has them that the foreign key names. */
export interface StudentView {
	/** The student's rows there, in the order of the file; empty if the file has no such student. */
	readonly rows: readonly Row[];
	/** The students that the ID may refer to where it is no student's key; searches only when called. */
	readonly others: () => readonly AlternateId[];
}

/** A student to whom an ID refers in another way than by the primary key. */
export interface AlternateId {
	/** The student's primary key. */
	readonly id: string;
	/** The column whose value the id is; undefined if the id is the primary key but for leading zeros. */
	readonly column: string | undefined;
}
