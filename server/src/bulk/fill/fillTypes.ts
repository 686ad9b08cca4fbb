/** What filling a column answers. */

/** Why a row stays as it is. */
export type LeftAlone =
	/** The row cannot be read. */
	| 'unreadable'
	/** The row has no student ID. */
	| 'no ID'
	/** The student is not in the file that the values come from. */
	| 'not there'
	/** The student has a row there that cannot be read. */
	| 'unreadable there'
	/** The student's rows there disagree. */
	| 'conflict'
	/** There, the student has no value to write. */
	| 'nothing'
	/** The value there has no meaning that is certain, or that a person has chosen. */
	| 'unclear'
	/** The field has this value already, in any spelling. */
	| 'same'
	/** The field has another value. */
	| 'other value';

/** How many rows stay as they are for one reason. */
export interface LeftCount {
	readonly reason: LeftAlone;
	readonly rows: number;
}

/** How often a column has a value before it is filled and after. */
export interface ValueChange {
	/** '' for empty fields. */
	readonly value: string;
	readonly before: number;
	readonly after: number;
}

/** What filling one column does. Each row of a student is changed, or counted in `left`. */
export interface FillCounts {
	readonly fileName: string;
	/** The header as the file has it, or will have it. */
	readonly column: string;
	/** Whether the file gets the column only now. */
	readonly isNew: boolean;
	/** Fields that get a value. */
	readonly changed: number;
	/** Those of them that had another value. */
	readonly replaced: number;
	/** The values whose count changes, those with the largest counts first; at most 20. */
	readonly values: readonly ValueChange[];
	/** How many more distinct values are replaced. */
	readonly unlisted: number;
	readonly left: readonly LeftCount[];
	/** Students who would get a value, and have no row in the file. */
	readonly withoutRow: number;
}

/** A field with a value that differs from the one to write. */
export interface FillConflict {
	/** 1-based, as a spreadsheet counts. */
	readonly row: number;
	readonly id: string;
	readonly fileName: string;
	readonly column: string;
	/** The value of the field. */
	readonly ours: string;
	/** The value that would replace it. */
	readonly theirs: string;
}

/** Students of whom a rule is not certain, as their rows disagree in the column that it looks at. */
export interface RuleDisagreement {
	/** The first 1,000. */
	readonly ids: readonly string[];
	readonly count: number;
}
