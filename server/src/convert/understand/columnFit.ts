/** Whether the values of an export's column agree with what its header says. */

import type { Element, OptionSet } from '../../spec';
import { importCode } from '../../spec/exportValues';
import { ambiguousValue, meansEmpty, unlistedValue } from '../../spec/meaning';
import { type CodeTable, codeInTable } from '../../spec/systems';
import type { SummaryColumn } from './summary';
import { isYesNo, toldBy } from './valueSigns';

/**
 * How well values fit a column of ours: all have a meaning there, some have, none says anything ("1" and "2"), or they
 * say something else. The best first.
 */
export const fits = ['all', 'some', 'silent', 'other'] as const;

/** One of the ways in which values fit. */
export type Fit = (typeof fits)[number];

/** Tells how the values of a column fit a column of ours. @param table the table of codes that is chosen for it. */
export function fitOf(element: Element, column: SummaryColumn, table: CodeTable | undefined): Fit {
	const { optionSet } = element;
	if (!optionSet || column.values.length === 0) return 'silent';
	let known = 0;
	let empty = 0;
	let numbers = 0;
	for (const { value } of column.values) {
		if (isKnown(optionSet, value, table)) known++;
		else if (meansEmpty(optionSet, value)) empty++;
		else if (/^\d+$/.test(value)) numbers++;
	}
	if (known + empty === column.values.length) return known > 0 ? 'all' : 'silent';
	const told = toldBy(column);
	if (told && told.element !== element.column) return 'other';
	if (known > 0) return isMostlyOther(optionSet, column) ? 'other' : 'some';
	const rest = column.values.length - empty;
	if (isYesNo(column)) return 'other';
	return isYesNoSet(optionSet) && numbers < rest ? 'other' : 'silent';
}

/** Whether a value has a meaning in the column, or is known to have several. */
function isKnown(set: OptionSet, value: string, table: CodeTable | undefined): boolean {
	if (table && codeInTable(table, value) !== undefined) return true;
	if (importCode(set, value)) return true;
	if (unlistedValue(set, value) !== undefined) return true;
	return (ambiguousValue(set, value)?.codes.length ?? 0) > 0;
}

/** Whether all values that have a meaning in the column only answer yes or no, and the column is no such question. */
function isMostlyOther(set: OptionSet, column: SummaryColumn): boolean {
	return (
		!isYesNoSet(set) &&
		isYesNo(column) &&
		!column.values.some(({ value }) => ambiguousValue(set, value)?.codes.length)
	);
}

/** Whether a column has a yes and a no, and nothing else. */
function isYesNoSet({ options }: OptionSet): boolean {
	const codes = new Set(options.filter(({ accepted }) => !accepted).map(({ code }) => code.charAt(0)));
	return codes.size === 2 && codes.has('Y') && codes.has('N');
}
