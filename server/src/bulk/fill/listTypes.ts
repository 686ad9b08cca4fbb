/** What filling from a list of others answers. */

import type { FillConflict, FillCounts } from './fillTypes';

/** A column of ours that a column of a list may fill. */
export interface ProposedColumn {
	/** Its exact name. */
	readonly column: string;
	/** Whether the header or the values say so. */
	readonly by: 'name' | 'values';
}

/** A column of a list. */
export interface ListColumn {
	/** 0-based. */
	readonly index: number;
	readonly name: string;
	/** Rows with a value. */
	readonly filled: number;
	/** Its first distinct values, cut where they are long; empty for passwords. */
	readonly samples: readonly string[];
	readonly proposed?: ProposedColumn | undefined;
}

/** A column of a list that may hold the IDs of our students. */
export interface IdCandidate {
	/** 0-based, of the list. */
	readonly column: number;
	/** The column of ours that has these IDs. */
	readonly key: string;
	/** Rows of the list with a value there. */
	readonly filled: number;
	/** Whether the header of the list says that these are the IDs. */
	readonly byName: boolean;
	/** Rows whose ID is exactly that of one student. */
	readonly exact: number;
	/** Those of them whose ID may have lost leading zeros that the ID of another student has. */
	readonly twins: number;
	/** Rows whose ID leads to another student by another column of ours. */
	readonly disputed: number;
	/** Rows whose ID is that of one student but for leading zeros. */
	readonly zeros: number;
	/** The first of these: the list's ID, and our student's key. */
	readonly samples: readonly (readonly [listed: string, ours: string])[];
	/** The first students who are found. */
	readonly students: readonly IdSample[];
}

/** An ID of a list, and whom it leads to. */
export interface IdSample {
	readonly listed: string;
	/** The key of the student. */
	readonly key: string;
	/** As "Reyes, Ana"; empty where our file has no names. */
	readonly name: string;
}

/** What a list has. */
export interface ListDescription {
	readonly columns: readonly ListColumn[];
	readonly rows: number;
	/** Rows that cannot be read and are not used. */
	readonly unreadable: number;
	/** What may be wrong with the whole list, in sentences for people. */
	readonly warnings: readonly string[];
	/** The columns with the most students first. */
	readonly ids: readonly IdCandidate[];
}

/** A value of a list, and the code that it becomes. */
export interface ListValue {
	readonly value: string;
	readonly rows: number;
	/** '' for a word that means an empty field; undefined where no meaning is certain. */
	readonly code: string | undefined;
}

/** The values of one column of a list, for a column of ours. */
export interface ListValues {
	/** Those without a certain meaning first, then by rows; at most 1,000. */
	readonly values: readonly ListValue[];
	readonly unlisted: number;
	/** The codes of our column; undefined if it takes any text. */
	readonly codes?: readonly { readonly code: string; readonly label: string }[] | undefined;
}

/** Which column of a list fills which of ours. */
export interface ListTarget {
	/** 0-based, of the list. */
	readonly from: number;
	/** The column of ours, and the name of its file. */
	readonly column: string;
	readonly file?: string | undefined;
	/** What a person chose for values without a certain meaning: a code, or null to leave the students as they are. */
	readonly codes?: Readonly<Record<string, string | null>> | undefined;
}

/** How a person wants to fill from a list. */
export interface ListChoice {
	/** The column of the list with the IDs, 0-based, and the column of ours that has them. */
	readonly ids: { readonly column: number; readonly key: string };
	/** Whether leading zeros count. Where they do not, an ID that two students have without them is left out. */
	readonly mindZeros: boolean;
	readonly targets: readonly ListTarget[];
	/** Whether fields with another value stay as they are. */
	readonly onlyWhereEmpty: boolean;
}

/** A row of a list that fills nothing. */
export interface UnusedRow {
	/** 1-based, as a spreadsheet counts. */
	readonly row: number;
	readonly id: string;
	readonly why: 'no ID' | 'no student' | 'zeros' | 'several students' | 'doubtful';
}

/** A row of a list that cannot be read. */
export interface UnreadableRow {
	/** 1-based, as a spreadsheet counts. */
	readonly row: number;
	/** What stands in the column of the IDs. */
	readonly id: string;
	/** In a sentence for people. */
	readonly why: string;
}

/** What filling from a list does. */
export interface ListFillCounts {
	/** By target. */
	readonly columns: readonly FillCounts[];
	/** Rows of the list that lead to a student. */
	readonly matched: number;
	/** Rows of the list that fill nothing, and the first 1,000 of them. */
	readonly unused: number;
	readonly unusedRows: readonly UnusedRow[];
	/** Rows of the list that cannot be read, and the first 1,000 of them. Students who may be in them are left alone. */
	readonly unreadable: number;
	readonly unreadableRows: readonly UnreadableRow[];
	/** Students that the list has with different values. */
	readonly disagreeing: readonly string[];
	/** Fields with another value than the list, replaced or not: the first 1,000. */
	readonly conflicts: readonly FillConflict[];
}
