import type { Fields } from '../csv/scan';
import type { Element, Source, Table } from '../spec';
import type { Layout } from './layout';

/** How serious a finding is, from worst to least. */
export const severities = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** One step of a fix. Columns are 0-based; offsets count UTF-16 units from the record's first unit. */
export type FixStep =
	| { readonly kind: 'value'; readonly column: number; readonly value: string }
	| { readonly kind: 'text'; readonly start: number; readonly end: number; readonly text: string }
	| { readonly kind: 'delete-record' }
	| { readonly kind: 'append-columns'; readonly headers: readonly string[] }
	| { readonly kind: 'comma-delimiter'; readonly delimiter: string };

export interface Fix {
	/** What it does, as a menu item. */
	readonly title: string;
	/** True where the value has one meaning only; such fixes are what "fix all" applies. */
	readonly preferred?: boolean;
	readonly steps: readonly FixStep[];
}

/** The values of one record by column name, for rules and fixes that look beside their own field. */
export interface Row {
	readonly layout: Layout;
	/** The value under a known column; undefined where the header has no such column. */
	value(column: string): string | undefined;
	/** The 0-based column, -1 where the header has none. */
	column(column: string): number;
	/** Whether the file that the table's foreign key names has this student; missing where nobody can ask. */
	isStudent?(id: string): boolean;
}

/** What a rule says about a place; many fields with the same value share one. */
export interface Problem {
	/** For a data manager: the value, the column, the way out. A number among its parts stands for the row so many below. */
	readonly message: string | readonly (string | number)[];
	/** Worked out only when somebody asks. */
	readonly fixes?: (row: Row) => readonly Fix[];
	/** Where it is another than the rule's. */
	readonly severity?: Severity;
	/** What it has in common with others, which is said once where there are many. */
	readonly cause?: Cause;
}

/** Why many rows are wrong at once. */
export interface Cause {
	/** Fewer may be chance. */
	readonly atLeast: number;
	readonly message: (rows: number) => string;
}

/** Where in the record: the whole field of a column unless a part of the record's text is given. */
export interface Spot {
	readonly column: number;
	/** Offsets from the record's first unit. */
	readonly start?: number;
	readonly end?: number;
	/** Nothing else is worth saying about the file. */
	readonly suppressesRest?: boolean;
}

export type ReportProblem = (problem: Problem, spot: Spot) => void;

/** A file's text, or the fields of its one row by column; the key is added where it is not given. */
export type Example = string | Readonly<Record<string, string>>;

/** What every rule says of itself; hover, docs and settings are made of it. */
interface Description<Scope extends string> {
	/** scope/condition: the diagnostic's code. */
	readonly id: `${Scope}/${string}`;
	readonly severity: Severity;
	/** What is wrong, in a line. */
	readonly title: string;
	/** Why it matters, for somebody who has never heard of it. */
	readonly why: string;
	/** Where it was read, or that it is our own conclusion. */
	readonly source: Source;
	/** `bad` raises the rule and `good` does not: a test runs both. */
	readonly example: {
		readonly table: string;
		readonly bad: Example;
		readonly good: Example;
		/** The text of the file that the table's foreign key names, where the rule compares the two. */
		readonly beside?: string;
	};
	/** Checked where the bytes are at hand, and not in an editor, which shows no bytes. */
	readonly cliOnly?: boolean;
}

/** The header record as the rules see it. */
export interface HeaderView {
	readonly table: Table;
	readonly layout: Layout;
	/** The header's text, without its line break. */
	readonly text: string;
	readonly fields: Fields;
	/** Whether the file has a record at all. */
	readonly empty: boolean;
}

/** One record as the rules on its structure see it. Offsets in `fields` count from `start` on in `text`. */
export interface RecordView {
	readonly text: string;
	/** Offset of the record in `text`. */
	readonly start: number;
	readonly fields: Fields;
	readonly layout: Layout;
	/** The lines that a quoted field may span. */
	readonly maxQuotedLines: number;
	/** Records from this one to the end of the file, counted up to one more than `maxQuotedLines`. */
	readonly recordsLeft: () => number;
}

export interface FieldView {
	/** The declaration of the column; undefined where the column is not known. */
	readonly element: Element | undefined;
	/** The header as it stands. */
	readonly header: string;
	readonly value: string;
	readonly column: number;
}

/** What only the bytes of a file show. */
export interface FileView {
	readonly table: Table;
	/** The last part of its path; undefined for a text that was never saved. */
	readonly name: string | undefined;
	readonly byteOrderMark: boolean;
	/** How often each line break ends a record. */
	readonly lineBreaks: { readonly crlf: number; readonly lf: number; readonly cr: number };
}

export interface FileRule extends Description<'file' | 'csv'> {
	checkFile(file: FileView, report: (problem: Problem) => void): void;
}
export interface HeaderRule extends Description<'header' | 'csv'> {
	checkHeader(header: HeaderView, report: ReportProblem): void;
}
export interface StructureRule extends Description<'csv'> {
	/** Whether no field of a record that it reports is checked; otherwise those before the reported column are. */
	readonly hidesFields?: boolean;
	checkStructure(record: RecordView, report: ReportProblem): void;
}
/** Fields worth a look, told without cutting them out of their text: those of which any of this is true. */
export interface Prefilter {
	/** It starts with one of these signs. */
	readonly startsWith?: string;
	/** It holds one of these signs; a blank stands for every blank. */
	readonly holds?: string;
	/** It is longer than this, in UTF-16 units. */
	readonly longerThan?: number;
}
export interface FieldRule extends Description<'field'> {
	appliesTo(element: Element | undefined, header: string): boolean;
	/** Which fields it may have something to say of; all where it is missing. */
	readonly prefilter?: Prefilter;
	/** Never called for an empty field, but for a key. */
	checkField(field: FieldView): Problem | undefined;
}
export interface RecordRule extends Description<'record' | 'dataset'> {
	/** The columns it compares: it runs only where the header has all of them. */
	readonly columns: readonly string[];
	checkRecord(row: Row, report: ReportProblem): void;
}
/** Reports on the row at hand, and says which earlier one explains it. */
export type KeyReport = (problem: Problem, spot: Spot, because: number) => void;

export interface KeyRule extends Description<'table'> {
	appliesToTable(table: Table): boolean;
	/** True where it has nothing to say of rows that hold the same in all columns of codes. */
	readonly needsDifference: boolean;
	/** Begins with a key. What it returns is told each of its rows, counted from 0, in the order of the file. */
	checkKey(key: string, report: KeyReport): (row: Row, index: number) => void;
}

/** A student as the file knows them that the foreign key names. */
export interface StudentView {
	/** The student's rows there, in their order; none where the file has no such student. */
	readonly rows: readonly Row[];
	/** Whom the id might mean where it is nobody's: worked out when asked for. */
	readonly others: () => readonly AlternateId[];
}

/** A student whom an id names in another way. */
export interface AlternateId {
	/** The true id. */
	readonly id: string;
	/** The column that the id was taken from; undefined where it is the true one but for leading zeros. */
	readonly column: string | undefined;
}

export interface StudentRule extends Description<'dataset'> {
	/** Asked about each row that has an id, of a table with a foreign key. */
	checkStudent(id: string, row: Row, student: StudentView, report: ReportProblem): void;
}

export type Rule = FileRule | HeaderRule | StructureRule | FieldRule | RecordRule | KeyRule | StudentRule;

/** A fix that gives a field a new value. */
export function setValue(title: string, column: number, value: string, preferred = false): Fix {
	return { title, preferred, steps: [{ kind: 'value', column, value }] };
}

export const deleteRow: Fix = {
	title: 'Delete the row',
	preferred: true,
	steps: [{ kind: 'delete-record' }],
};
