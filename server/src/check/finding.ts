import type { Problem, Rule, Severity } from '../rules/rule';
import { columnLetters } from '../wording';

/** A problem that a rule has found at a place in the file. */
export interface Finding {
	readonly rule: Rule;
	/** The rule's, or the one that the district has set. */
	readonly severity: Severity;
	/** One object is shared by all findings on the same value in the same column. */
	readonly problem: Problem;
	/** 0-based; the header is record 0. */
	readonly record: number;
	/** 0-based. */
	readonly column: number;
	/** UTF-16 units from the record's first unit; undefined for the whole field. */
	readonly start?: number;
	/** UTF-16 units from the record's first unit, after the last one; undefined for the whole field. */
	readonly end?: number;
	/** The number of another record that explains this finding, such as an earlier row with the same ID. */
	readonly explainedBy?: number;
}

/** A finding in a block: `record` counts from the block's first, so that an edit above the block changes nothing. */
export type BlockFinding = Omit<Finding, 'explainedBy'>;

/** The message for people. `record` is the number in the file, from which row numbers in the message count. */
export function messageOf({
	problem: { message },
	record,
}: {
	readonly problem: Pick<Problem, 'message'>;
	readonly record: number;
}): string {
	if (typeof message === 'string') return message;
	return message.map((part) => (typeof part === 'number' ? record + 1 + part : part)).join('');
}

/** Where a finding is, for people. */
export interface ShownPlace {
	/** 0-based; the header is record 0. */
	readonly record: number;
	/** What the finding is about: the whole file, a row, or a field. */
	readonly about: 'file' | 'row' | 'field';
	/** The field's column, 0-based. */
	readonly field: number;
	/** The column's name in our tables, else its header, perhaps cut; null if the finding is about no single column. */
	readonly element: string | null;
}

/** The place as a spreadsheet shows it, such as "Row 2, column E (Gender)"; empty for the whole file. */
export function shownPlace({ record, about, field, element }: ShownPlace): string {
	if (about === 'file') return '';
	const column = `, column ${columnLetters(field)}${element === null ? '' : ` (${element})`}`;
	return `Row ${record + 1}${about === 'field' ? column : ''}`;
}
