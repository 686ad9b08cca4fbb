import { type Finding, messageOf } from '../check/finding';
import type { Checker } from '../check/live/checker';
import { FAULTY } from '../csv/scan';
import { columnLetters } from '../wording';
import type { Steps } from './rowReader';

/** Findings of a step. */
const STEP = 64;

/**
 * The findings of a checked file as the rows of a table, its header first. A message quotes values, so without values
 * the rule's title stands in its place, and a column is named only where Clever knows its name: the first row of a
 * file without a header is a student.
 */
export function* problemList(checker: Checker, withValues: boolean): Steps<readonly (readonly string[])[]> {
	const { document, table } = checker;
	const header = ['rule', 'severity', 'file', 'row', 'column', 'message'];
	const rows: string[][] = [withValues ? [...header, 'value'] : header];
	for (const finding of checker.findingsOf()) {
		const { rule, severity, record, column } = finding;
		const isOpen = withValues && mayShow(checker, finding);
		const row = [
			rule.id,
			severity,
			table.fileName,
			String(record + 1),
			`${columnLetters(column)}${nameOf(checker, finding, isOpen)}`,
			isOpen ? messageOf(finding) : rule.title,
		];
		if (withValues) row.push(isOpen ? (document.fieldsOf(record)[column]?.value ?? '') : '');
		rows.push(row);
		if (rows.length % STEP === 0) yield (rows.length - 1) / checker.tally.total;
	}
	return rows;
}

function nameOf({ layout }: Checker, { column }: Finding, isOpen: boolean): string {
	const declared = layout.columns[column];
	const name = isOpen && declared ? layout.nameOf(column) : declared?.element?.column;
	return name === undefined ? '' : ` (${name})`;
}

/** A password never shows: not in its column, and not where a fault may have shifted it into another one. */
function mayShow({ document, layout }: Checker, { record, column }: Finding): boolean {
	if (!layout.columns.some(({ element }) => element?.kind === 'secret')) return true;
	if (layout.columns[column]?.element?.kind === 'secret') return false;
	const fields = document.fieldsOf(record);
	return fields.length === layout.columns.length && !fields.some(({ flags }) => flags & FAULTY);
}
