import type { Severity } from '../../rules/rule';

/** The problems of a file, by value. */
export interface FileProblems {
	readonly uri: string;
	/** The exact name of the table's file. */
	readonly fileName: string;
	/** That of the open document; null for a file that is read from the disk. */
	readonly version: number | null;
	/** Those with the most rows first; of as many rows the more serious, then the one further up. */
	readonly groups: readonly ProblemGroup[];
	/** What is left out, since a list has an end. */
	readonly others: OtherProblems;
	/** What error reports say about the file, by message: those with the most rows first. No finding is among them. */
	readonly reported: readonly ReportedGroup[];
	/** What is left out of `reported`. */
	readonly otherReported: OtherProblems;
	/** All findings of the file: the sum of the rows of all groups, listed or not. */
	readonly findings: number;
	/** The findings that *Fix All* fixes. */
	readonly fixable: number;
	/** What *Fix All* leaves to a person, as `Status` counts it. */
	readonly decisions: number;
}

/** How many groups are not listed, and how many findings they have. */
export interface OtherProblems {
	readonly groups: number;
	readonly rows: number;
}

/**
 * The findings of one rule on one value of a column, on the header cell of a column or the whole header, or on commas,
 * quotes and whole rows anywhere in the file. A note on the header that names a cause which many rows share is a finding too, so it is a group
 * of its own, apart from those of the rows: the rows of all groups add up to all findings.
 */
export interface ProblemGroup {
	/** No other group of the file has it, and this one keeps it after an edit elsewhere. Never shown. */
	readonly id: string;
	/** The rule's id. */
	readonly rule: string;
	readonly severity: Severity;
	/** 0-based; missing where the findings are about rows, the whole header or the whole file. */
	readonly column?: number;
	/** The column's name in the table, else its header. */
	readonly columnName?: string;
	/** Unquoted, exactly as the file has it; missing where the findings are about no value, and for a password. */
	readonly value?: string;
	/** The rule in a few words. */
	readonly title: string;
	/** What the first finding says. */
	readonly message: string;
	/** The number of findings. */
	readonly rows: number;
	/** The first record that has one, 0-based; the header is record 0. */
	readonly record: number;
	/** Best first, without those that empty the field; three at most. */
	readonly fixes: readonly GroupFix[];
	/** Whether all codes of the column may be offered for the value. */
	readonly offersChoice: boolean;
	/** Whether the fields with the value may be emptied. */
	readonly offersEmpty: boolean;
	/** Whether the district may accept the value. */
	readonly offersAccept: boolean;
	/** Whether the rows may be removed, since the other file has no such students. */
	readonly offersRemoval: boolean;
}

/** The problems of an error report with one message in one column. */
export interface ReportedGroup {
	/** No other group of the file has it, and this one keeps it after an edit. Never shown. */
	readonly id: string;
	/** The name of the report. */
	readonly report: string;
	readonly severity: 'warning' | 'information';
	/** 0-based. */
	readonly column: number;
	/** The column's name in the table, else its header. */
	readonly columnName: string;
	readonly message: string;
	/** The number of problems. */
	readonly rows: number;
	/** The first record that has one, 0-based; the header is record 0. */
	readonly record: number;
}

/** The same fix for the findings of a group. */
export interface GroupFix {
	/** Identifies the fix among those of its group. Never shown. */
	readonly id: string;
	/** What it does to one row, as a menu item. */
	readonly title: string;
	/** The value that the fields get; missing for a fix that does something else. */
	readonly newValue?: string;
	/** Whether *Fix All* applies it. */
	readonly isPreferred: boolean;
	/** How many findings of the group it fixes. */
	readonly rows: number;
}
