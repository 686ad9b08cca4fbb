/** A line of an error report that is about a field of a student, or about a whole column. */
export interface ReturnedLine {
	/** The name of the report's file. */
	readonly report: string;
	/** The row of the report, 1-based, as a spreadsheet counts. */
	readonly row: number;
	/** On one line, and cut where it is long. */
	readonly message: string;
	readonly severity: 'warning' | 'information';
	/** The name of the file that the problem is in. */
	readonly fileName: string;
	/** The column, as `Layout` names it. */
	readonly column: string;
	/** The key of the student, as people see it; null where the line is about the whole column. */
	readonly id: string | null;
	/** What the field had when the report was opened: the problem is gone while it has something else. */
	readonly before: string;
}

/** Why a line of a report is on no field. */
export type UnplacedReason =
	/** No student has the ID. */
	| 'student'
	/** Two students have the ID, or it may have lost its leading zeros and another student has it with them. */
	| 'several'
	/** The line names no column. */
	| 'no-field'
	/** Neither file has the column. */
	| 'field'
	/** The student has no row in the file with the column. */
	| 'row'
	/** The line names neither a student nor a column. */
	| 'neither'
	/** The line cannot be read. */
	| 'unreadable';

/** A line of an error report that is on no field, and is listed apart. */
export interface UnplacedLine {
	readonly reason: UnplacedReason;
	/** The row of the report, 1-based, as a spreadsheet counts. */
	readonly row: number;
	/** The line of the report's text, 0-based: a value may hold line breaks. */
	readonly textLine: number;
	/** On one line, and cut where it is long. */
	readonly message: string;
	/** What the line names as its student and as its column, cut where it is long; empty where it names none. */
	readonly id: string;
	readonly field: string;
}

/** Lines of one report that are on no field for the same reason and have the same message. */
export interface UnplacedGroup extends Pick<UnplacedLine, 'reason' | 'message' | 'field'> {
	/** The name of the report. */
	readonly report: string;
	/** The first different IDs that they name. */
	readonly ids: readonly string[];
	/** How many lines. */
	readonly lines: number;
	/** The first of them, 1-based, as a spreadsheet counts. */
	readonly row: number;
	/** Where that is in the report's text, 0-based. */
	readonly textLine: number;
}

/** Which columns of a report tell what, by their names. */
export interface ReturnedColumns {
	/** The column with the student's ID. */
	readonly id: string;
	readonly message: string | null;
	readonly field: string | null;
}

/** What a person must say about a report, once for reports with these columns. */
export interface ReturnedQuestion {
	readonly about: keyof ReturnedColumns;
	/** The columns to choose from, the likeliest first, each with some of its values. */
	readonly columns: readonly { readonly name: string; readonly samples: readonly string[] }[];
}

/** An error report whose lines are placed. */
export interface ReturnedReport {
	readonly name: string;
	/** In the order of the report. */
	readonly lines: readonly ReturnedLine[];
	readonly unplaced: readonly UnplacedLine[];
	/** What to know about the whole report, in sentences for people. */
	readonly notes: readonly string[];
}
