import type { Readiness } from './readinessTypes';

/** The coverage report as the editor shows it: counts, and nothing about any one student. School IDs and names are its only text from the files. */

/** A code of a column, and how many students have it. */
export interface CodeCount {
	/** As it is written in the file. */
	readonly code: string;
	/** What the code means, in a few words. */
	readonly label: string;
	/** Students with exactly this code, of those whom the category counts. */
	readonly students: number;
	/** True for a value that only the district accepts: no error, but Amplify ignores it. */
	readonly accepted?: true | undefined;
}

/** The counts of one column of codes. `valid`, `wrong`, `accepted` and `empty` add up to `of`. */
export interface Category {
	/** The exact name of the column. */
	readonly column: string;
	/** What the column holds, in plain words. */
	readonly title: string;
	/** The exact name of the file that was counted; undefined if neither file has the column. */
	readonly fileName: string | undefined;
	/** In the order of the standard, then the accepted values; empty if neither file has the column. */
	readonly codes: readonly CodeCount[];
	/** Students with a code of the standard: for them the category is filled. */
	readonly valid: number;
	/** Students with a value that is neither a code nor accepted. */
	readonly wrong: number;
	/** Students with a value that only the district accepts. */
	readonly accepted: number;
	/** Students without a value, those without a row in the file included. */
	readonly empty: number;
	/** The students who are counted: all, or those who need a value. */
	readonly of: number;
	/** Who they are, for people: "students with IDEA". Undefined for all students. */
	readonly ofWhom?: string | undefined;
	/** Students who need no value and have one, a code or not; undefined where all are counted. */
	readonly outside?: number | undefined;
	/** The number of errors in the column. */
	readonly errors: number;
}

/** A school. Its lists have a number for each category that has a file, in the order of the report's categories. */
export interface SchoolCoverage {
	/** The School_id. Undefined for the rest where there are too many schools; '' for students without a school. */
	readonly id: string | undefined;
	/** From schools.csv; undefined where that file does not tell it. */
	readonly name?: string | undefined;
	/** Students of the school. */
	readonly students: number;
	/** Students with a code of the standard. */
	readonly valid: readonly number[];
	/** Students with a value that is neither a code nor accepted. */
	readonly wrong: readonly number[];
	/** The students who are counted, as in the category. */
	readonly of: readonly number[];
}

/**
 * The rows that a number or an alarm is about. `wrong`: those with a problem in the column; `empty`: those without a
 * value in it; `any`: those of `among`, whatever they have in the column; `column`: no rows, but the column.
 */
export interface RowsTarget {
	/** The exact name of the table's file. */
	readonly fileName: string;
	/** The exact name of the column. */
	readonly column: string;
	readonly show: { readonly values: readonly string[] } | 'wrong' | 'empty' | 'any' | 'column';
	/** Only the rows with this value in another column of the file, by its exact name. */
	readonly among?: { readonly column: string; readonly value: string } | undefined;
	/** Only the rows that had this value in the column in the last upload, where a comparison is at hand. */
	readonly changedFrom?: string | undefined;
}

/** Something that no single field shows but looks wrong in the counts. It is no error, and may be right. */
export interface Alarm {
	/** The exact name of the column; of several with one cause, the first one. */
	readonly column: string;
	/** The exact names of the others. */
	readonly otherColumns?: readonly string[] | undefined;
	/** What is wrong, in a few words. */
	readonly title: string;
	/** The counts, and what to do, in sentences. */
	readonly message: string;
	/** What it probably comes from, in sentences. */
	readonly cause?: string | undefined;
	readonly target?: RowsTarget | undefined;
}

/** How many findings of one rule with one severity are in one file. */
export interface RuleCount {
	/** The rule's ID. */
	readonly rule: string;
	/** The rule in a sentence for people. */
	readonly title: string;
	/** The severity as the settings have it. */
	readonly severity: 'error' | 'warning' | 'information' | 'hint';
	/** A row with wrong values in two columns counts twice; a note on the header that sums up others does not count. */
	readonly found: number;
	/** The exact name of the file. */
	readonly fileName: string;
}

/** The counts of the two files of a district. */
export interface CoverageReport {
	/** The exact names of the files that were counted. */
	readonly files: readonly string[];
	/** Students in all: of the roster, or where there is none, of the extension file. */
	readonly students: number;
	/** Rows that cannot be read or have no student ID. */
	readonly unread: number;
	/** Every column of codes that Amplify reads, whether a file has it or not. */
	readonly categories: readonly Category[];
	/** Undefined if no file has school IDs. */
	readonly schools: readonly SchoolCoverage[] | undefined;
	readonly alarms: readonly Alarm[];
	/** By severity, then in the order of the rules. */
	readonly problems: readonly RuleCount[];
	/** How the files stand before an upload. */
	readonly readiness?: Readiness | undefined;
}

/** The check result of one file before an upload. */
export interface FileState {
	/** The exact name of the file. */
	readonly fileName: string;
	/** Rows below the header. */
	readonly records: number;
	/** Findings of severity error. */
	readonly errors: number;
	/** Findings of severity warning. */
	readonly warnings: number;
}

/** The check results of the files of a folder before an upload. */
export interface FolderState {
	/** The files that the folder has. */
	readonly files: readonly FileState[];
	/** Students of the roster. */
	readonly students: number;
	/** Students of the roster who have a row in the extension file; undefined if one of the two is missing. */
	readonly covered: number | undefined;
	/** What holds the folder back, if anything. */
	readonly readiness: Readiness;
}
