/**
 * The kinds of rules. A rule judges one thing, and its kind says what it gets to see: the file, the header, the
 * structure of a record, one field, the fields of one record, the rows of one key, or a student in both files. To add
 * one: a file in `rules/<scope>`, and a line in `rules/index.ts`.
 *
 * A rule never throws for bad data and keeps no state between two calls. It runs on the keystroke path: what only a
 * menu needs belongs in `Problem.fixes`.
 */

import type { Element, Source, Table } from '../spec';
import type { Fix } from './fix';
import type {
	PortableCountTest,
	PortableFieldTest,
	PortableKeyTest,
	PortableRecordTest,
	PortableStudentTest,
} from './portable';
import type { FieldView, FileView, HeaderView, RecordView, Row, StudentView } from './views';

/** How serious a finding is, from worst to least. */
export const severities = ['error', 'warning', 'information', 'hint'] as const;
/** One of `severities`. */
export type Severity = (typeof severities)[number];

/** What a rule says about a place. Fields with the same value in one column share one object. */
export interface Problem {
	/**
	 * For a data manager: what is wrong, with the value and the column; what to do. In a list of parts, a number n
	 * stands for the number, as a spreadsheet shows it, of the row n rows below the finding.
	 */
	readonly message: string | readonly (string | number)[];
	/** The fixes, best first; called only for a menu, a count or *Fix All*. */
	readonly fixes?: (row: Row) => readonly Fix[];
	/** What an editor does about it where no edit of the text can. */
	readonly command?: FileCommand;
	/** Replaces the rule's severity. */
	readonly severity?: Severity;
	/** What many findings have in common; reported once, on the header, where there are enough of them. */
	readonly cause?: Cause;
	/** The value of the field; set by the check for rules with a reason, whose values are counted one by one. */
	readonly value?: string;
}

/** Why many rows are wrong at once. */
export interface Cause {
	/** From this many rows on, the header reports the cause. */
	readonly atLeast: number;
	readonly message: (rows: number) => string;
}

/** A place in a record: the whole field of a column, or the text between two offsets where they are given. */
export interface Spot {
	/** 0-based. */
	readonly column: number;
	/** UTF-16 units from the record's first unit. */
	readonly start?: number;
	/** UTF-16 units from the record's first unit, after the last one. */
	readonly end?: number;
	/** True if no other finding of the file is worth reporting. Only findings on the header may say so. */
	readonly suppressesRest?: boolean;
	/** True if the text has no columns that could be shown. Only findings on the header may say so. */
	readonly hidesColumns?: boolean;
}

/** Reports a problem at a place in the record at hand. */
export type ReportProblem = (problem: Problem, spot: Spot) => void;

/** Reports a problem of a row, with the number (from 0, among the rows of the key) of the row that explains it. */
export type KeyReport = (problem: Problem, spot: Spot, explainedBy: number) => void;

/** A file's text, or the fields of its one row by column; the key and the required columns are added. */
export type Example = string | Readonly<Record<string, string>>;

/**
 * Why a folder is not ready to be uploaded, where the findings of a rule are that reason themselves: they are not
 * counted among the warnings too.
 */
export type RuleReason =
	| 'missing-category'
	| 'lookalike-column'
	| 'unlisted-values'
	| 'file-name'
	| 'encoding'
	| 'unreadable-rows';

/** A command on the file itself, which an editor with our commands offers beside the fixes. */
export interface FileCommand {
	/** The client's command; its argument is the URI of the file. */
	readonly id: 'saveAsUtf8' | 'renameFile';
	/** The menu item. */
	readonly title: string;
}

/** What every rule tells about itself. Hovers, docs and settings are made of it. */
interface Description<Scope extends string> {
	/** `scope/condition`: the code of the diagnostic and the key in the settings. Never changes. */
	readonly id: `${Scope}/${string}`;
	readonly severity: Severity;
	/**
	 * Whether the rule and the place of a finding alone tell what the row has in a category, as "IDEA is Yes" does, or a
	 * rule that few values can break: a list without values leaves such findings out. A function where it depends on the
	 * column. Whoever reads that list may know the row's student, so in doubt it is true.
	 */
	readonly tellsValue: boolean | ((element: Element | undefined) => boolean);
	/** What is wrong, in one line. */
	readonly title: string;
	/** Why it matters, for a reader who is new to the file. */
	readonly why: string;
	/** The document that says so, or that it is our own conclusion. */
	readonly source: Source;
	/** `bad` raises the rule and `good` does not: a test runs both, and the docs show what the check says. */
	readonly example: {
		/** The file name of the table. */
		readonly table: string;
		readonly bad: Example;
		readonly good: Example;
		/** The text of the file that the table's foreign key names, where the rule compares the two. */
		readonly sibling?: string;
	};
	/** True for a rule that needs the bytes of the file, which an editor does not have. */
	readonly needsBytes?: boolean;
	/** The reason that its findings are; undefined for a rule whose warnings are a reason of their own kind each. */
	readonly reason?: RuleReason;
	/** True if an editor should fade the text of the finding, which can be removed without a loss. */
	readonly unnecessary?: boolean;
}

/** Judges the file's name and bytes. */
export interface FileRule extends Description<'file' | 'csv'> {
	/** True if it looks at the file and not at its content: it runs even if the content cannot be read. */
	readonly aboutFileOnly?: boolean;
	checkFile(file: FileView, report: (problem: Problem) => void): void;
}

/** Judges the first record. */
export interface HeaderRule extends Description<'header' | 'csv' | 'field'> {
	checkHeader(header: HeaderView, report: ReportProblem): void;
}

/** Judges the commas and quotes of one record below the header. */
export interface StructureRule extends Description<'csv' | 'record'> {
	/**
	 * True if no field of the record is worth checking. Else the fields to the left of the finding are still checked,
	 * since only what follows a misplaced comma or quote is unreliable.
	 */
	readonly hidesFields?: boolean;
	/** True if no rule that comes after it has anything to say of a record that it reports. */
	readonly standsAlone?: boolean;
	checkStructure(record: RecordView, report: ReportProblem): void;
}

/** Judges the letters that were lost when the file was decoded: one finding, on the first of them. */
export interface LostLettersRule extends Description<'csv'> {
	/** @param count how many letters of the file are U+FFFD; 1 or more. */
	checkLostLetters(count: number): Problem;
}

/** Lets the checker skip fields without slicing them: a field reaches the rule only if one of these holds. */
export interface Prefilter {
	/** Its first character is one of these. */
	readonly startsWith?: string;
	/** It contains one of these characters, or one beyond ASCII; a space matches all white space and control characters. */
	readonly holds?: string;
	/**
	 * It contains a control character, or two characters beyond ASCII in a row, the first of U+00C2 to U+00F4: so a
	 * letter begins whose bytes of UTF-8 were read as letters each.
	 */
	readonly odd?: boolean;
	/** It contains one of these characters and is at most so long, in UTF-16 units. */
	readonly ifShort?: { readonly holds: string; readonly atMost: number };
	/** It is longer than this, in UTF-16 units. */
	readonly longerThan?: number;
}

/** Judges one field. A field gets one finding: that of the first rule in `fieldRules` that reports any. */
export interface FieldRule extends Description<'field' | 'csv'> {
	/** Whether the rule has anything to check in this column; asked once per header. */
	appliesTo(element: Element | undefined, header: string): boolean;
	/** Which fields the rule needs to see, in all columns or by column; all where it is missing. */
	readonly prefilter?: Prefilter | ((element: Element | undefined) => Prefilter);
	/** True if the value is lost as it is, so that a menu offers to choose a code. */
	readonly offersChoice?: boolean;
	/**
	 * Returns what is wrong with the field, or undefined. The result must depend on the view only, since it is kept
	 * for equal values. Not called for empty fields, except in the key column.
	 */
	checkField(field: FieldView): Problem | undefined;
	/** The same for engines that cannot run it. */
	readonly portable?: PortableFieldTest;
}

/** Judges fields of one record against each other. */
export interface RecordRule extends Description<'record' | 'dataset'> {
	/** The columns it compares: it runs only if the header has all of them. */
	readonly columns: readonly string[];
	/** The same for engines that cannot run it. */
	readonly portableRecord?: PortableRecordTest;
	checkRecord(row: Row, report: ReportProblem): void;
}

/** Judges the rows that share one key. */
export interface KeyRule extends Description<'table'> {
	appliesToTable(table: Table): boolean;
	/** True if the rule reports nothing for rows that agree in all columns of codes. */
	readonly needsDifference: boolean;
	/** The same for engines that cannot run it. */
	readonly portableKey?: PortableKeyTest;
	/** Starts on a key. The function that it returns gets each row of the key, numbered from 0, in file order. */
	checkKey(key: string, report: KeyReport): (row: Row, index: number) => void;
}

/** Judges a row against the student's rows in the file that the table's foreign key names. */
export interface StudentRule extends Description<'dataset'> {
	/** True if the other file has no such student, so that the row may be removed where its ID is right. */
	readonly offersRemoval?: boolean;
	/** The same for engines that cannot run it. */
	readonly portableStudent?: PortableStudentTest;
	/** Called for each row with an ID of a table with a foreign key, if the other file can be read, open or from the disk. */
	checkStudent(id: string, row: Row, student: StudentView, report: ReportProblem): void;
}

/** Counts students by all their rows. One finding says how many there are; it is on the header of `column`. */
export interface StudentCountRule extends Description<'dataset'> {
	/** The column of the roster that makes a student worth a look: without it, nothing is counted. */
	readonly rosterColumn: string;
	/** The column that the students are counted by: in the roster itself, else in the file whose rows refer to it. */
	readonly column: string;
	/**
	 * Whether a student is counted. Must not be true unless it is for one row of the roster alone.
	 *
	 * @param rows the student's rows in the roster; one or more.
	 * @param others the student's rows in the file with `column`: `rows` again if that is the roster, else often none.
	 */
	isCounted(rows: readonly Row[], others: readonly Row[]): boolean;
	/** The same for engines that cannot run it. */
	readonly portableCount?: PortableCountTest;
	/** @param students how many are counted; 1 or more. */
	checkCount(students: number): Problem;
}

/** A rule of any kind. One object may be of two kinds. */
export type Rule =
	| FileRule
	| HeaderRule
	| StructureRule
	| LostLettersRule
	| FieldRule
	| RecordRule
	| KeyRule
	| StudentRule
	| StudentCountRule;
