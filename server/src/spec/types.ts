/**
 * The vocabulary of the declarations: Element, OptionSet and Option as CEDS uses the words; Table, primaryKey,
 * foreignKey and required as Table Schema does. Checks, completion, hovers, documentation and the manifest are all
 * derived from values of these types. Codes, columns and file names are exact: case counts. Texts for people are plain
 * text, not Markdown.
 */

/** Where a fact was read. Hovers and documentation show it. */
export interface Source {
	/** The document's name, as a data manager can look it up. */
	readonly document: string;
	/** Where the document is on the web, if it is public. */
	readonly url?: string;
	/** When it was read: `YYYY-MM`. */
	readonly asOf: string;
	/** The CEDS version of the option set, such as `V14`, where there is one. */
	readonly cedsVersion?: string;
}

/** One value that a column accepts. */
export interface Option {
	/** The value exactly as the file must have it. */
	readonly code: string;
	/** What the code means, in a few words; the same as `code` where the code is a word already, as in Home_language. */
	readonly label: string;
	/** The full definition, where the label does not say everything. */
	readonly definition?: string;
	/**
	 * What people and exporters write when they mean this code; compared without case, outer spaces and outer quotes.
	 * No document says that Clever accepts them, so each leads to a finding with a preferred fix.
	 */
	readonly meantBy?: readonly string[];
	/** ISO 639 codes of a language; they count as `meantBy`. */
	readonly iso639?: readonly string[];
	/** True for a value of the setting `acceptedValues`, which the set's source does not list. Never declared. */
	readonly accepted?: true;
}

/**
 * Values with more than one possible meaning, or one that is likely and not certain: each is offered as a fix, and none
 * is preferred.
 */
export interface AmbiguousValue {
	/** Compared without case, outer spaces and outer quotes. */
	readonly values: readonly string[];
	/** What the value means where it comes from: one sentence for people. */
	readonly meaning: string;
	/**
	 * The codes to offer, '' for the empty field; no code if the value belongs in another column, or if no code of the
	 * set has its meaning.
	 */
	readonly codes: readonly string[];
	/** The column of the same row where the value belongs, and the code to write there. */
	readonly belongsIn?: { readonly column: string; readonly code: string };
}

/** The values that a column accepts besides an empty field. One set may serve several columns. */
export interface OptionSet {
	/** Lower case with dashes; the file name of its page in docs/codes. */
	readonly id: string;
	/** The set's name for people. */
	readonly title: string;
	/** True if the codes are those of CEDS: only then is a label in place of its code a warning and no error. */
	readonly ceds: boolean;
	readonly source: Source;
	/** In the order of the source; completion lists them in this order. */
	readonly options: readonly Option[];
	/** A value listed here is meant by no option of the set. */
	readonly ambiguous?: readonly AmbiguousValue[];
	/** The code of who has several of the others. */
	readonly several?: string;
	/** Values that Clever's API knows and the source of the set does not list; compared without case and outer spaces. */
	readonly unlisted?: readonly string[];
}

/** An element of the Common Education Data Standards (CEDS Elements V14). */
export interface CedsElement {
	readonly name: string;
	readonly technicalName: string;
	/** Six digits, the last part of https://ceds.ed.gov/element/<globalId>. */
	readonly globalId: string;
	/** CEDS's own text, or what it says in short: see `isQuoted`. */
	readonly definition: string;
	/** Whether `definition` is CEDS's own text, word for word. */
	readonly isQuoted: boolean;
	/** Whether the column's codes are those of this element, or it only explains what the column is about. */
	readonly role: 'code set' | 'context';
}

/**
 * What a column holds that is no category of the coverage report.
 * `key`: the ID by which rows are matched. `id`: another ID. `text`: anything, or codes where it has an option set. `contact`: a phone number, an email
 * address or a user name, where a leading + or @ is no formula. `secret`: no message, hover or export shows it.
 */
type TextKind = 'key' | 'id' | 'text' | 'contact' | 'secret';

/** With a code in one column, a student usually has another code in another column. */
export interface Expectation {
	readonly code: string;
	readonly column: string;
	readonly otherCode: string;
}

/** The students who have one code of a column. */
export interface StudentsWithCode {
	readonly column: string;
	readonly code: string;
	/** Who they are, for people: "students with IDEA". */
	readonly who: string;
}

/** One column of a table. */
export interface Element {
	/** The header exactly as Clever writes it. */
	readonly column: string;
	/** What the column holds: a few words for people, without a period. */
	readonly title: string;
	/** Its name as a heading, for readers who know no columns: "English learner"; `title` where it is missing. */
	readonly heading?: string;
	/** More about it, in whole sentences, where `ceds` does not define it. */
	readonly definition?: string;
	/** `demographic` for a category of the coverage report; it has an option set. */
	readonly kind: 'demographic' | TextKind;
	/** The codes of the column; undefined if any text is accepted. */
	readonly optionSet?: OptionSet;
	/** What the column is about, where lists of a student's categories put several columns next to each other. */
	readonly topic?: 'special education';
	/** What a code of the column lets one expect of another column: where it is different, both are worth a look. */
	readonly expects?: Expectation;
	/** The CEDS element that the column carries or is about. */
	readonly ceds?: CedsElement;
	/** True where Clever gives the column to an application only after someone shares it by hand. */
	readonly sensitive?: boolean;
	/** What a less certain source says about sharing the column: a sentence for people. */
	readonly sharingNote?: string;
	/** Who needs a value here; undefined if every student may have one. */
	readonly neededWhere?: StudentsWithCode;
	/** The extension column with the same question, which Amplify reads in place of this one. */
	readonly twin?: string;
	/** What this column takes and its twin does not, for people: "Y or N". */
	readonly takes?: string;
	readonly source: Source;
}

/**
 * A file that is checked. To add one: declare it in a file of its own and add it to `tables` in index.ts; then run
 * `npm run generate`. Its checks, completions, hovers, language id, grammar, documentation and menus follow.
 */
export interface Table {
	/** The file's exact name at Clever, in lower case. */
	readonly fileName: string;
	/** The id of its language in VS Code. */
	readonly languageId: string;
	/** What a row is about: a noun in the singular, whose plural ends in s. Messages use it. */
	readonly subject: string;
	/**
	 * The part it plays among the files on students: `roster` names the students, `extension` adds columns to them.
	 * Undefined for any other file: the coverage report, the import, the commands for the two files and everything that
	 * links a student to a row ignore it.
	 */
	readonly role?: 'roster' | 'extension';
	/** The `fileName` of the other file on the same subject; each of the two names the other. */
	readonly sibling?: string;
	/** The file whose primary key the primary key of this one refers to. */
	readonly foreignKey?: { readonly fileName: string };
	/** The column with the ID by which Clever matches a row. */
	readonly primaryKey: string;
	/** Whether several rows may have the same primary key, as students.csv has a row for each contact. */
	readonly repeatsKey: boolean;
	/** The columns in which the rows of one key differ, and the most rows that a key has; only where keys repeat. */
	readonly perContact?: { readonly columns: readonly string[]; readonly most: number };
	/** Columns with other IDs of the subject, which people write in place of the primary key; the likeliest first. */
	readonly otherIds: readonly string[];
	/** The column with the ID of the subject's school, where the file has one. */
	readonly schoolColumn?: string;
	/** The columns that say who a student is, in the roster. */
	readonly person?: {
		readonly lastName: string;
		readonly middleName?: string;
		readonly firstName: string;
		readonly school: string;
		readonly grade: string;
	};
	/** Columns without which Clever cannot read a row, besides the primary key. */
	readonly required: readonly string[];
	/** Columns whose absence is reported as information. */
	readonly expected: readonly string[];
	/** All columns, in the order in which a new file has them. */
	readonly elements: readonly Element[];
	/** What the name of every column but the primary key starts with, if anything. */
	readonly prefix?: string;
	readonly source: Source;
}
