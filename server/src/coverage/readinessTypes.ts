/** Why a folder is not ready to be uploaded, or what a person should know of it. Programs rely on these names. */
export type ReasonId =
	| 'errors'
	| 'warnings'
	| 'nothing-filled'
	| 'missing-category'
	| 'empty-category'
	| 'lookalike-column'
	| 'accepted-values'
	| 'unlisted-values'
	| 'file-name'
	| 'encoding'
	| 'unreadable-rows'
	| 'not-compared'
	| 'changed'
	| 'unsaved';

/**
 * What a person can do about a reason: a button, as data. `fileName` is the exact name of the table's file, also where
 * the file in the folder has another name. Columns are named as in their table.
 *
 * - `fix-all`: fix all that has one meaning. `show-problems`: list the problems.
 * - `go-to-column`: put the cursor on the column's header.
 * - `rename-column`: `column` is the header as it is in the file, `value` the new one.
 * - `add-column`, `fill`: give the file the column, give the column values.
 * - `not-sent`: add the column to the setting `notSent`.
 * - `accept`: add `values` to the setting `acceptedValues` of the column.
 * - `show-comparison`: show what changed since the last upload. `mark-reviewed`: forget these alarms until others appear.
 * - `rename-file`: `value` is the new name. `save`, `save-as-utf8`, `open-file`: of the file.
 */
export interface WayOut {
	readonly kind:
		| 'fix-all'
		| 'show-problems'
		| 'go-to-column'
		| 'rename-column'
		| 'add-column'
		| 'fill'
		| 'not-sent'
		| 'accept'
		| 'show-comparison'
		| 'mark-reviewed'
		| 'rename-file'
		| 'save'
		| 'save-as-utf8'
		| 'open-file';
	/** The button: a verb in front, in Title Case. */
	readonly title: string;
	readonly fileName?: string;
	readonly column?: string;
	/** The 0-based place of the column in the file, where its name does not find it. */
	readonly index?: number;
	readonly value?: string;
	readonly values?: readonly string[];
}

/** One reason. Several may have the same id, each about another file, column or rule. */
export interface Reason {
	readonly id: ReasonId;
	/** What it is, in a sentence or two for people. */
	readonly message: string;
	/** The exact name of the table's file, where the reason is about one. */
	readonly fileName?: string;
	/** The column, where the reason is about one: its name in the table, or its header where it has none. */
	readonly column?: string;
	/** The best one first; missing in a report for handing on. */
	readonly waysOut?: readonly WayOut[];
}

/**
 * `errors`: there is an error. `review`: there is none, but something that a person must look at. `ready`: neither.
 */
export type ReadinessState = 'errors' | 'review' | 'ready';

/** How the files of a folder stand before an upload. */
export interface Readiness {
	readonly state: ReadinessState;
	/** The state in a few sentences for people: what is ready, or how much is left to do. */
	readonly summary: string;
	/** Everything that applies, in every state. `accepted-values` is the only one that holds nothing back. */
	readonly reasons: readonly Reason[];
}
