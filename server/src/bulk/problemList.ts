import { type Finding, messageOf } from '../check/finding';
import type { Checker } from '../check/live/checker';
import { mayQuote } from '../check/mayQuote';
import { tellsValue } from '../check/tellsValue';
import { columnLetters } from '../wording';
import type { Steps } from '../work/steps';

/** Findings per step. */
const STEP = 64;

/**
 * Makes a table of the findings of a checked file, its header first.
 *
 * @param withValues false leaves out everything that could be a value: the rule's title replaces the message, which
 * quotes the value, and only known columns are named, since in a file without a header the first row is a student. A
 * finding whose rule and place tell a value by themselves is left out as a whole: whoever reads the list may know which
 * student is in the row. How many those are is not in the list, since of a few students even that tells something.
 */
export function* problemList(checker: Checker, withValues: boolean): Steps<readonly (readonly string[])[]> {
	const { document, table } = checker;
	const header = ['rule', 'severity', 'file', 'row', 'column', 'message'];
	const rows: string[][] = [withValues ? [...header, 'value'] : header];
	let seen = 0;
	for (const finding of checker.findingsInGroups()) {
		if (++seen % STEP === 0) yield seen / checker.tally.total;
		const { rule, severity, record, column } = finding;
		const declared = checker.layout.columns[column];
		if (!withValues && tellsValue(rule, record, declared ? declared.element : null)) continue;
		const showsValues = withValues && mayQuote(checker, finding);
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
	}
	return rows;
}

function columnName({ layout }: Checker, { column }: Finding, showsValues: boolean): string {
	const declared = layout.columns[column];
	const name = showsValues && declared ? layout.nameOf(column) : declared?.element?.column;
	return name === undefined ? '' : ` (${name})`;
}
