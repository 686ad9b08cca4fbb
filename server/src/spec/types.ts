/**
 * The words of the declarations: Element, OptionSet and Option as CEDS uses them; Table, primaryKey and
 * required as Table Schema does. Everything that checks, completes, explains or documents asks these.
 */

/** Where a fact was read, and how sure we are of it. */
export interface Source {
	/** The document, in words a data manager can look up. */
	readonly document: string;
	readonly url?: string;
	/** When it was read, as YYYY-MM. */
	readonly asOf: string;
	/** The CEDS version whose option set this is, where there is one. */
	readonly cedsVersion?: string;
}

/** One value that a column accepts, exactly as it must stand in the file. */
export interface Option {
	readonly code: string;
	/** The meaning in a few words. */
	readonly label: string;
	readonly definition?: string;
	/**
	 * What people and exporters write when they mean this code; compared without case and outer blanks.
	 * None is documented as accepted, so each leads to a finding with a fix, never to silence.
	 */
	readonly meantBy?: readonly string[];
	/** ISO 639 codes of a language; they count as `meantBy`. */
	readonly iso639?: readonly string[];
}

/** A value that people write and that could mean more than one thing: offered, never preferred. */
export interface AmbiguousValue {
	/** Compared without case and outer blanks. */
	readonly values: readonly string[];
	/** What the value is where it comes from, in a sentence. */
	readonly meaning: string;
	/** Codes to offer; empty where the value belongs in another column. */
	readonly codes: readonly string[];
	/** The column of the same row where the value belongs, and the code to write there. */
	readonly belongsIn?: { readonly column: string; readonly code: string };
}

/** The values of one column, in the order of the standard. */
export interface OptionSet {
	/** Lower case with dashes; the name of its docs page. */
	readonly id: string;
	readonly title: string;
	/** True where the codes are CEDS's own: only then is a label in place of its code a mere warning. */
	readonly ceds: boolean;
	readonly source: Source;
	readonly options: readonly Option[];
	readonly ambiguous?: readonly AmbiguousValue[];
}

/** An element of the Common Education Data Standards (Elements V14). */
export interface CedsElement {
	readonly name: string;
	readonly technicalName: string;
	/** Six digits, the last part of https://ceds.ed.gov/element/<globalId>. */
	readonly globalId: string;
	readonly definition: string;
	/** Whether the column's codes are this element's, or the element only explains what the column is about. */
	readonly role: 'code set' | 'context';
}

/**
 * What the text of a column is, where it has no option set.
 * `key` names the student; `id` is another id; `contact` is a phone, an e-mail or a user name, where a
 * leading + or @ is no formula; `secret` is never shown anywhere.
 */
export type TextKind = 'key' | 'id' | 'text' | 'contact' | 'secret';

/** One column of a table. */
export interface Element {
	/** The header exactly as Clever writes it. */
	readonly column: string;
	/** A line for people: what stands in the column. */
	readonly title: string;
	readonly definition?: string;
	readonly kind: 'demographic' | TextKind;
	readonly optionSet?: OptionSet;
	readonly ceds?: CedsElement;
	/** Clever shares the column with an application only after someone shares it by hand. */
	readonly sensitive?: boolean;
	/** The extension column that asks the same with Yes/No, where this column is Clever's own Y/N twin. */
	readonly twin?: string;
	readonly source: Source;
}

/** One of the two files. */
export interface Table {
	/** The file's exact name at Clever, where case counts. */
	readonly fileName: string;
	readonly languageId: string;
	/** The header of the column that names the student. */
	readonly primaryKey: string;
	/** The header of the column that names the student's school, where the table has one. */
	readonly schoolColumn?: string;
	/** Headers without which Clever cannot read a row; the primary key apart. */
	readonly required: readonly string[];
	/** Headers whose absence is worth telling, as information. */
	readonly expected: readonly string[];
	/** The file whose primary key this one's refers to. */
	readonly foreignKey?: { readonly fileName: string };
	/** Columns with further ids of the student, which get taken for the primary key. */
	readonly otherIds: readonly string[];
	/** Whether one student may stand on several rows (contacts). */
	readonly repeatsKey: boolean;
	/** The columns that tell people who a student is, in the table that has them. */
	readonly person?: {
		readonly lastName: string;
		readonly firstName: string;
		readonly school: string;
		readonly grade: string;
	};
	/** In the order in which a new file should have them. */
	readonly elements: readonly Element[];
	/** What every column but the key must start with, if anything. */
	readonly prefix?: string;
	readonly source: Source;
}
