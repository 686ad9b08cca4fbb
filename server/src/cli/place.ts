/** Where a finding lies, for people and for programs. */

import { columnLetters } from '../csv/quote';
import { fileRules } from '../rules';
import type { Layout } from '../rules/layout';
import type { Checker } from '../service/checker';
import type { Finding } from '../service/finding';
import { rangeOf } from '../service/place';
import { findElement, tables } from '../spec';

export interface Place {
	/** All 1-based; columns count UTF-16 units. */
	readonly line: number;
	readonly column: number;
	readonly endLine: number;
	readonly endColumn: number;
	/** The known column's name, or the header as it stands; null where the finding is about no one column. */
	readonly element: string | null;
	/** As a spreadsheet shows it; empty where the whole file is meant. */
	readonly shown: string;
}

export function placeOf(checker: Checker, finding: Finding): Place {
	const { start, end } = rangeOf(checker.document, finding);
	const element = elementOf(checker, finding);
	return {
		line: start.line + 1,
		column: start.character + 1,
		endLine: end.line + 1,
		endColumn: end.character + 1,
		element,
		shown: shownPlace(checker, finding, element),
	};
}

function shownPlace(checker: Checker, finding: Finding, element: string | null): string {
	if (isOfFile(finding)) return '';
	const row = `Row ${finding.record + 1}`;
	if (isOfRow(checker, finding)) return row;
	return `${row}, column ${columnLetters(finding.column)}${element === null ? '' : ` (${element})`}`;
}

function elementOf(checker: Checker, finding: Finding): string | null {
	if (isOfFile(finding) || isOfRow(checker, finding)) return null;
	const column = checker.layout.columns[finding.column];
	return column?.element?.column ?? (column?.header || null);
}

function isOfFile({ rule }: Finding): boolean {
	return fileRules.some((one) => one === rule);
}

/** Whether a finding spans its whole record, or stands where the header should be and none is. */
function isOfRow({ document, layout }: Checker, { record, start, end }: Finding): boolean {
	if (record === 0 && !namesColumns(layout)) return true;
	const fields = document.fieldsOf(record);
	const length = (fields.at(-1)?.end ?? 0) - (fields[0]?.start ?? 0);
	return layout.columns.length > 1 && start === 0 && end === length;
}

/** Kept, as a header of a million columns can have as many findings. */
const naming = new WeakMap<Layout, boolean>();

/** Whether the first row names a column of any table; else it is no header. */
function namesColumns(layout: Layout): boolean {
	const known = naming.get(layout);
	if (known !== undefined) return known;
	const names = layout.columns.some(({ header }) => tables.some((table) => findElement(table, header)));
	naming.set(layout, names);
	return names;
}
