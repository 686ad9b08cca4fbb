import type { RuleReason, Severity } from '../rules/rule';
import type { Table } from '../spec';

/** A value of a column, and how many rows have it. */
export interface ValueFacts {
	readonly value: string;
	readonly rows: number;
}

/** The findings of one rule and one severity in one column. */
export interface FindingFacts {
	/** The rule's id. */
	readonly rule: string;
	/** The rule in a sentence for people. */
	readonly title: string;
	/** The reason that these findings are themselves; undefined where they count as errors or warnings only. */
	readonly reason: RuleReason | undefined;
	readonly severity: Severity;
	/** The column's name in its table, else its header as it is. */
	readonly column: string;
	/** The number of findings. */
	readonly count: number;
	/** Rows with such a finding; 1 for a finding on the header. */
	readonly rows: number;
	/** How many of the findings *Fix All* fixes. */
	readonly fixable: number;
	/** The values with their rows, the most frequent first; only of rules with a reason. */
	readonly values: readonly ValueFacts[];
}

/** A column of codes that a file has. Rows that cannot be read are not counted. */
export interface ColumnFacts {
	/** The exact name of the column. */
	readonly column: string;
	/** Rows with a value, a code or not. */
	readonly filled: number;
	/** The codes that occur, those that the district accepts included. */
	readonly codes: readonly ValueFacts[];
	/** Those of `codes` that only the district accepts. */
	readonly accepted: readonly ValueFacts[];
}

/** A column whose name only looks like that of a category. */
export interface LookalikeFacts {
	/** The header as it is written in the file. */
	readonly header: string;
	/** The column's 0-based place in the file: its header may appear twice, or have spaces around it. */
	readonly index: number;
	/** The exact names of the categories that it may be, the likeliest first. */
	readonly columns: readonly string[];
}

/**
 * What decides whether one file can be uploaded. An open file, a closed one that the server has checked and a file
 * checked on the disk each give the same facts.
 */
export interface FileFacts {
	/** The exact name of the table's file. */
	readonly fileName: string;
	readonly role: NonNullable<Table['role']>;
	/** The name that the file has; undefined for one that was never saved. */
	readonly name: string | undefined;
	/** False if the header leaves nothing to check, as one with semicolons for commas does. */
	readonly isReadable: boolean;
	/** Rows below the header. */
	readonly records: number;
	/** Different student IDs in rows that can be read. */
	readonly students: number;
	/** Rows that cannot be read or have no student ID; blank rows do not count. */
	readonly unread: number;
	readonly findings: readonly FindingFacts[];
	/** The columns of codes, in the order of the file. */
	readonly columns: readonly ColumnFacts[];
	readonly lookalikes: readonly LookalikeFacts[];
	/** False for a file whose IDs must be compared with another one and were not. */
	readonly isCompared: boolean;
	/** The encoding for people, where it is known not to be UTF-8. */
	readonly encoding?: string | undefined;
	/** Whether an editor holds changes that are not saved. */
	readonly isDirty: boolean;
}
