/**
 * The stable interface for other programs: the output of `check --format json`, and the progress that a parent process gets. Fields
 * are only ever added.
 */

import type { Counts } from '../../check/tally';
import type { ReadinessState, ReasonId } from '../../coverage/readinessTypes';
import type { ToolFacts } from './toolFacts';

/** The whole output of `check --format json`. With exit status 2, it holds what could be checked. */
export interface CheckOutput {
	/** In the order of the arguments; each file once. */
	readonly files: readonly CheckedFile[];
	/** Sums over all files. */
	readonly summary: {
		readonly files: number;
		/** Rows below the headers. */
		readonly records: number;
		/** Findings by severity, including those that are not listed. */
		readonly errors: number;
		readonly warnings: number;
		readonly information: number;
		readonly hints: number;
	};
	/** The state of each folder with a checked file; its other file counts too, whether it was asked for or not. */
	readonly readiness: readonly FolderReadiness[];
	/** What the result was made by. */
	readonly tool: ToolFacts;
	/** The findings counted by rule and column, those that are not listed included; only with `--statistics`. */
	readonly statistics?: readonly CheckStatistics[];
}

/** The findings of one rule and one severity in one column of a file. */
export interface CheckStatistics {
	/** The path of the file, as in `CheckedFile`. */
	readonly path: string;
	readonly rule: string;
	/** The rule in a line for people. */
	readonly title: string;
	readonly severity: keyof Counts;
	/** As `element` of a finding. */
	readonly column: string | null;
	readonly count: number;
	/**
	 * The most frequent values with such a finding, at most 20; missing in redacted output, where the rule is not about
	 * one field, and for passwords. Of very many different values, not all are counted.
	 */
	readonly values?: readonly { readonly value: string; readonly count: number }[];
}

/** Whether the files of a folder can be uploaded. */
export interface FolderReadiness {
	/** The folder, as it was given or as it is the folder of a file that was. */
	readonly path: string;
	/** `errors`, else `review` if a person must look at something, else `ready`. */
	readonly state: ReadinessState;
	/** Everything that applies, in every state. Only `accepted-values` never holds a folder back. */
	readonly reasons: readonly {
		readonly id: ReasonId;
		/** For people. */
		readonly message: string;
	}[];
}

/** One checked file. */
export interface CheckedFile {
	/** The path as it was given; for a file found in a folder, the folder's path and the file's name. */
	readonly path: string;
	/** The exact name that Clever expects: `students.csv` or `students_ext.csv`. */
	readonly table: string;
	/** Rows below the header. */
	readonly records: number;
	/** The path of the settings file that it was checked with; null for the defaults. */
	readonly settings: string | null;
	/** How many findings are counted in the summary but not listed here; missing if all are listed. */
	readonly unlisted?: number;
	/** With `--fix`, how many problems it fixed, which are not among the findings. Missing in a file that was left as it is. */
	readonly fixed?: number;
	/** In the order of the file: by record, then by column. */
	readonly findings: readonly CheckedFinding[];
}

/**
 * One problem of a file. The place is a text range: lines and columns are 1-based, columns count UTF-16 units from the
 * start of the line, and the end is exclusive. A byte order mark does not count.
 */
export interface CheckedFinding {
	/** The rule's id, `scope/condition`, such as `field/unknown-code`. */
	readonly rule: string;
	/** As the district's settings have it. */
	readonly severity: keyof Counts;
	/** For people. */
	readonly message: string;
	readonly line: number;
	/** 1 in redacted output, as is `endColumn`: the length of a text can tell a value. */
	readonly column: number;
	readonly endLine: number;
	readonly endColumn: number;
	/** The record's number: 0 is the header, 1 the first row. It differs from the line where values have line breaks. */
	readonly record: number;
	/**
	 * The column's name in Clever's documentation, else its header as it is, cut after 1,000 UTF-16 units; null if no
	 * single column is meant.
	 */
	readonly element: string | null;
	/** Ways to fix it, the preferred one first; empty if only a person can decide. */
	readonly fixes: readonly {
		/** For people. */
		readonly title: string;
		/** The field's new value, without quotes; missing if the fix is anything else. Never a password. */
		readonly newText?: string | undefined;
		/** Whether it is right without a decision; at most one fix is. */
		readonly preferred: boolean;
	}[];
}

/** A message to a parent process that started the check with a channel (`child_process.fork`). */
export interface CheckProgress {
	/** The path of the file, as in `CheckedFile`. */
	readonly path: string;
	/** How much of the file is checked, from 0 to 1. */
	readonly done: number;
}
