import { type Finding, messageOf } from '../check/finding';
import type { Checker } from '../check/live/checker';
import { FAULTY } from '../csv/scan';
import { columnLetters } from '../wording';
import type { Steps } from '../work/steps';

/** Findings per step. */
const STEP = 64;

/**
 * Makes a table of the findings of a checked file, its header first.
 *
 * @param withValues false leaves out everything that could be a value: the rule's title replaces the message, which
 * quotes the value, and only known columns are named, since in a file without a header the first row is a student.
 */
export function* problemList(checker: Checker, withValues: boolean): Steps<readonly (readonly string[])[]> {
	const { document, table } = checker;
	const header = ['rule', 'severity', 'file', 'row', 'column', 'message'];
	const rows: string[][] = [withValues ? [...header, 'value'] : header];
	for (const finding of checker.findingsInGroups()) {
		const { rule, severity, record, column } = finding;
		const showsValues = withValues && mayShow(checker, finding);
		const row = [
			rule.id,
			severity,
			table.fileName,
			String(record + 1),
			`${columnLetters(column)}${columnName(checker, finding, showsValues)}`,
			showsValues ? messageOf(finding) : rule.title,
		];
		if (withValues) row.push(showsValues ? (document.fieldsOf(record)[column]?.value ?? '') : '');
		rows.push(row);
		if (rows.length % STEP === 0) yield (rows.length - 1) / checker.tally.total;
	}
	return rows;
}

function columnName({ layout }: Checker, { column }: Finding, showsValues: boolean): string {
	const declared = layout.columns[column];
	const name = showsValues && declared ? layout.nameOf(column) : declared?.element?.column;
	return name === undefined ? '' : ` (${name})`;
}

/** Whether a finding may quote values: never a password, in its own column or shifted into another one by a fault. */
function mayShow({ document, layout }: Checker, { record, column }: Finding): boolean {
	if (!layout.columns.some(({ element }) => element?.kind === 'secret')) return true;
	if (layout.columns[column]?.element?.kind === 'secret') return false;
	const fields = document.fieldsOf(record);
	return fields.length === layout.columns.length && !fields.some(({ flags }) => flags & FAULTY);
}
