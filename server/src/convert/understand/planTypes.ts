/** What an import would do with an export: which columns feed which, what their values become, and what is still open. */

import type { Mapping } from '../mapping/mapping';

/** A choice that only a person can make. */
export interface OpenItem {
	/** The column of the new files, by its exact name. */
	readonly element: string;
	/** The value that has no code yet; null where no column of the export is chosen. */
	readonly value: string | null;
	/** Rows of the export that it concerns. */
	readonly rows: number;
}

/** A column of the export that may feed a column of the new files. */
export interface ColumnCandidate {
	readonly name: string;
	/** Why it is one, in a sentence for people. */
	readonly reason?: string | undefined;
	/** Some of its values, for people: secrets are masked. */
	readonly samples: readonly string[];
	/** Distinct IDs of it that the roster beside has; only for the column of the ID, where there is a roster. */
	readonly matches?: number | undefined;
	/** The column of that roster whose IDs it has most of: Student_id, Student_number or State_id. */
	readonly matchedBy?: string | undefined;
	/** Distinct IDs of it that were compared. */
	readonly of?: number | undefined;
}

/** A code that a column takes, with its text for people. */
export interface ColumnOption {
	readonly code: string;
	readonly text: string;
}

/** What becomes of one distinct value. */
export interface ValuePlan {
	readonly value: string;
	/** Rows of the export with the value. */
	readonly rows: number;
	/** '' for an empty field; null where a person decided to leave the value unchanged; undefined while it is open. */
	readonly code: string | null | undefined;
	/** Why it is this code; null while it is open. */
	readonly how: 'code' | 'meaning' | 'table' | 'mapping' | null;
	/** Codes that the value could mean. */
	readonly candidates: readonly string[];
	/** What is known about a value without a certain meaning, in a sentence for people. */
	readonly meaning?: string | undefined;
	/**
	 * The column of ours and its code that the value says, where it is none of this column's: Hispanic among the races.
	 * The column may be fed by this value's column too, besides its own ones.
	 */
	readonly belongsIn?: { readonly element: string; readonly code: string } | undefined;
}

/** What becomes of the rows without a value. */
export interface BlankPlan {
	readonly rows: number;
	/** The code that was decided; '' where the field stays empty; undefined while nothing is decided. */
	readonly code: string | undefined;
	/** Whether it is worth asking: the column has one other value only, so that a blank may mean its opposite. */
	readonly asks: boolean;
}

/** Why a column of the export feeds a column of the new files; null while none does. */
export type ColumnReason = 'name' | 'values' | 'codes' | 'flags' | 'mapping' | null;

/** A column of the new files, and what feeds it. */
export interface TargetPlan {
	/** Its exact name. */
	readonly element: string;
	/** What it holds, in a few words for people. */
	readonly title: string;
	/** The files that have it. */
	readonly fileNames: readonly string[];
	readonly kind: 'key' | 'category' | 'other';
	/** The columns of the export that feed it; several only for codes that are joined and for flags. */
	readonly from: readonly string[];
	readonly how: ColumnReason;
	/** Why it is fed by these, in a sentence for people. */
	readonly reason?: string | undefined;
	/** Whether there are candidates and none is settled, so that a person decides. */
	readonly isOpen: boolean;
	readonly candidates: readonly ColumnCandidate[];
	/** The table of codes that is chosen. */
	readonly codeTable?: string | undefined;
	/** The tables of codes that may fit, the best first. */
	readonly codeTables: readonly {
		readonly name: string;
		/** Distinct values of the column that it has a code for. */
		readonly covers: number;
	}[];
	/** The codes of the column; empty for a column of any text. */
	readonly options: readonly ColumnOption[];
	/** The distinct values, open ones first and then by rows; empty for a column of any text. */
	readonly values: readonly ValuePlan[];
	readonly blank?: BlankPlan | undefined;
}

/** What an import would do, as far as it is known. It is always made from the export and a person's decisions. */
export interface ImportPlan {
	/** The system that the export comes from; null where it is not known. */
	readonly system: string | null;
	/** Every system that can be picked. */
	readonly systems: readonly string[];
	/** Whether a person has picked the system. */
	readonly isSystemPicked: boolean;
	/** The student ID, then the categories, then the other columns of the roster, then extension columns of other partners. */
	readonly targets: readonly TargetPlan[];
	/** Complete: what is converted and saved. */
	readonly mapping: Mapping;
	readonly open: readonly OpenItem[];
}
