import type { Problem, Rule, Severity } from '../rules/rule';
import { columnLetters } from '../wording';

/** Something that a rule has to say about a place in the file. */
export interface Finding {
	readonly rule: Rule;
	/** As the rule has it, or as the district set it. */
	readonly severity: Severity;
	/** Shared by all findings that say the same of the same value: their group. */
	readonly problem: Problem;
	/** 0-based; the header is record 0. */
	readonly record: number;
	/** 0-based. */
	readonly column: number;
	/** UTF-16 units from the record's first unit; without them the whole field is meant. */
	readonly start?: number;
	readonly end?: number;
	/** The record that explains this one. */
	readonly explainedBy?: number;
}

/** A finding as its block keeps it: `record` counts from the block's first, so a row above moves nothing. */
export type BlockFinding = Omit<Finding, 'explainedBy'>;

/** The text for people; `record` gives the row number that a spreadsheet shows. */
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
	/** The column's name in our tables, else its header as it is; null where the finding is about no single column. */
	readonly element: string | null;
}

/** The place as a spreadsheet shows it, such as "Row 2, column E (Gender)"; empty for the whole file. */
export function shownPlace({ record, about, field, element }: ShownPlace): string {
	if (about === 'file') return '';
	const column = `, column ${columnLetters(field)}${element === null ? '' : ` (${element})`}`;
	return `Row ${record + 1}${about === 'field' ? column : ''}`;
}
