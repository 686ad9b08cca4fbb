/**
 * One step of a fix, in terms of one record. Columns are 0-based. Offsets count UTF-16 units from the record's first
 * unit.
 *
 * - `value` gives a field a new value. The value is unquoted text; quotes are added where the field needs them.
 * - `text` replaces the text between two offsets as it is, for repairs of quotes and commas.
 * - `delete-record` removes the record with its line break.
 * - `append-columns` adds columns at the end of every record: the headers in record 0, nothing below.
 * - `comma-delimiter` rewrites the whole file, which separates its fields by `delimiter`, with commas.
 */
export type FixStep =
	| { readonly kind: 'value'; readonly column: number; readonly value: string }
	| { readonly kind: 'text'; readonly start: number; readonly end: number; readonly text: string }
	| { readonly kind: 'delete-record' }
	| { readonly kind: 'append-columns'; readonly headers: readonly string[] }
	| { readonly kind: 'comma-delimiter'; readonly delimiter: string };

/**
 * What a fix changes, and all that it may change.
 *
 * - `field` gives one field of the finding's record a new value, and does no more. The column is 0-based, and the value
 *   unquoted.
 * - `record` changes several fields of the finding's record, or its commas and quotes, or removes it. `rows`, where
 *   given, is all that the record reads as afterwards: the unquoted values of each row, and no row where it is removed.
 *   Where it is missing, the record stays one record, and no field changes outside of the text between its edits.
 * - `file` changes every record.
 */
export type FixTarget =
	| { readonly kind: 'field'; readonly column: number; readonly newValue: string }
	| { readonly kind: 'record'; readonly rows?: readonly (readonly string[])[] }
	| { readonly kind: 'file' };

/**
 * A change that repairs one finding. After it the file must still be readable, and differ in nothing but what the
 * title promises.
 */
export interface Fix {
	/**
	 * Identifies the fix among those of one problem, such as `set-value:F`. Findings that share the problem have fixes
	 * of the same ids. Never shown: a title may change at any time, and nothing reads it.
	 */
	readonly id: string;
	/** What it does, as a menu item: a verb in front, in Title Case. */
	readonly title: string;
	/**
	 * True only if the value has one meaning. *Fix All* and fix on save apply these fixes and no others, so at
	 * most one fix of a finding is preferred.
	 */
	readonly preferred?: boolean;
	/** What it changes: for those who show a fix or weigh it, and do not apply it. */
	readonly target: FixTarget;
	/** How it does so: applied together, in one edit. */
	readonly steps: readonly FixStep[];
}

/**
 * A fix that gives a field a new value.
 * @param title The menu item.
 * @param column The 0-based column of the field.
 * @param value The new value, unquoted.
 * @param preferred Whether the old value can mean nothing else.
 */
export function setValue(title: string, column: number, value: string, preferred = false): Fix {
	return {
		id: `set-value:${value}`,
		title,
		preferred,
		target: { kind: 'field', column, newValue: value },
		steps: [{ kind: 'value', column, value }],
	};
}

/** A fix that removes the whole row. */
export const deleteRow: Fix = {
	id: 'delete-row',
	title: 'Remove the Row',
	preferred: true,
	target: { kind: 'record', rows: [] },
	steps: [{ kind: 'delete-record' }],
};
