import type { LookalikeColumn } from '../../rules/header/lookalikes';
import type { AlarmThresholds } from '../../settings';
import type { Element, Table } from '../../spec';

/** One code of a category, and how many students have it on either side. */
export interface CodeFacts {
	readonly code: string;
	/** What the code means, in a few words. */
	readonly label: string;
	readonly before: number;
	readonly after: number;
}

/** Students on both sides who had one code and have another value now. */
export interface FlipFacts {
	readonly from: Pick<CodeFacts, 'code' | 'label'>;
	/** A code, or any other value, which has no label. */
	readonly to: Pick<CodeFacts, 'code' | 'label'>;
	readonly count: number;
	/** Students on both sides who had the first code. */
	readonly of: number;
}

/** What alarms must know of a category that both sides have. */
export interface CategoryFlow {
	readonly element: Element;
	readonly fileName: string;
	/** Students on both sides with a value before. */
	readonly filledBefore: number;
	/** Those of them without one now. */
	readonly emptied: number;
	readonly codes: readonly CodeFacts[];
	/** Each pair of a code and another value that occurs. */
	readonly flips: readonly FlipFacts[];
}

/** A file or a column that one side has and the other lacks. */
export interface LackFacts {
	/** The side without it. */
	readonly side: 'before' | 'after';
	/** The exact name of the file that is missing, or that would have the column. */
	readonly fileName: string;
	/** The exact name of the column; undefined where the whole file is missing. */
	readonly column: string | undefined;
	/** Students of the other side with a value in it, or in any column of the file. */
	readonly values: number;
	/** Columns of the side that look like it. */
	readonly lookalikes: readonly LookalikeColumn[];
	/** The 0-based columns, where the side has the column more than once, so that nobody knows which one counts. */
	readonly twice?: readonly number[];
}

/** An extension file most of whose IDs are not in students.csv, so that its columns say nothing about students. */
export interface UnmatchedFacts {
	readonly side: 'before' | 'after';
	readonly fileName: string;
	/** Its column of IDs. */
	readonly key: string;
	readonly main: Pick<Table, 'fileName' | 'primaryKey'>;
	/** How many of its rows have a student. */
	readonly found: number;
	readonly rows: number;
	/** Whether most differ by leading zeros only. */
	readonly onlyZeros: boolean;
	/** The other column of IDs that has most of them. */
	readonly otherColumn: string | undefined;
}

/** What alarms depend on. */
export interface ChangeFacts {
	readonly thresholds: AlarmThresholds;
	readonly students: {
		readonly before: number;
		readonly gone: number;
		/** Those of the gone whose ID is there with other leading zeros. */
		readonly zerosChanged: number;
		readonly inBoth: number;
		/** Those on both sides who have another last name and another first name now. */
		readonly moved: number;
		/** Rows of the new side whose student cannot be read. */
		readonly unread: number;
		/** Where most IDs are other ones, the column that has them, with the way out; undefined where that is not known. */
		readonly otherIds: string | undefined;
	};
	/** By School_id, students with any row there, in the order of the old file; empty where a side has no column of schools. */
	readonly schools: readonly { readonly id: string; readonly before: number; readonly after: number }[];
	/** Those that both sides have, in the order of the tables. */
	readonly categories: readonly CategoryFlow[];
	readonly lacking: readonly LackFacts[];
	readonly unmatched: readonly UnmatchedFacts[];
}
