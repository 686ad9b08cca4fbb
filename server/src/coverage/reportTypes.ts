/** The coverage report: counts, and nothing of any one person. School ids are the only text in it that a file holds. */

/**
 * A number of students. In a report that is handed on, 1 to 9 are `<10`, all but 1 to 9 of a school are
 * `all but <10`, and `hidden` is what would give another of them away.
 */
export type Amount = number | '<10' | 'all but <10' | 'hidden';

/** A code of a column, and how many students have it. */
export interface CodeCount {
	readonly code: string;
	readonly label: string;
	readonly students: Amount;
}

/** A column of codes. */
export interface Category {
	readonly column: string;
	/** A line on what stands in it. */
	readonly title: string;
	/** The file that it was counted in; undefined where no file that is at hand has the column. */
	readonly fileName: string | undefined;
	/** In the order of the standard; empty where the column is missing. */
	readonly codes: readonly CodeCount[];
	/** Students whose value is not a code. */
	readonly notCodes: Amount;
	readonly empty: Amount;
	/** Students who have a value; with those who have none all of them. */
	readonly filled: Amount;
	/** The errors in the column; undefined in a report that is handed on. */
	readonly errors: number | undefined;
}

/** A school, and how many of its students have a value. */
export interface SchoolCoverage {
	/** Undefined for all schools that are too many to be told apart; empty for students without a school. */
	readonly id: string | undefined;
	readonly students: Amount;
	/** For each category whose column a file has, in their order. */
	readonly filled: readonly Amount[];
}

/** What no single cell shows. */
export interface Alarm {
	readonly column: string;
	readonly message: string;
}

/** The problems of one rule in one file. */
export interface RuleCount {
	readonly rule: string;
	readonly title: string;
	readonly severity: 'error' | 'warning' | 'information' | 'hint';
	/** Rows; undefined in a report that is handed on, which names rules with ten rows or more. */
	readonly rows: number | undefined;
	readonly fileName: string;
}

export interface CoverageReport {
	/** Whether it is for handing on: small counts are hidden. */
	readonly isSuppressed: boolean;
	/** The files that were counted. */
	readonly files: readonly string[];
	readonly students: Amount;
	/** Rows that cannot be read; undefined in a report that is handed on. */
	readonly unread: number | undefined;
	readonly categories: readonly Category[];
	/** Undefined where no file says who is at which school, or it would give somebody away. */
	readonly schools: readonly SchoolCoverage[] | undefined;
	/** Undefined in a report that is handed on. */
	readonly alarms: readonly Alarm[] | undefined;
	readonly problems: readonly RuleCount[];
}

/** How a file stands, before an upload. */
export interface FileState {
	readonly fileName: string;
	/** Rows below the header. */
	readonly records: number;
	readonly errors: number;
	readonly warnings: number;
}

/** How the files of a folder stand, before an upload. */
export interface FolderState {
	readonly files: readonly FileState[];
	readonly students: number;
	/** Students of the roster who have a row in the other file; undefined where one of the two is missing. */
	readonly covered: number | undefined;
}
