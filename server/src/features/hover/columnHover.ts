import type { Position } from 'vscode-languageserver-types';
import type { Checker } from '../../check/live/checker';
import type { ColumnCoverage } from '../../coverage/columnCoverage';
import { codeWithLabel, countOf, formatNumber, formatPercent } from '../../wording';
import { locate } from '../locate';
import { escapeMarkdown } from '../markdown';

/** Codes that a hover lists; the rest are counted together. */
const MAX_LISTED_CODES = 8;

/** The name of the column of codes whose header cell is at a position; undefined elsewhere. */
export function columnOfCodesAt(checker: Checker, position: Position): string | undefined {
	const { record, declared } = locate(checker, position);
	return record === 0 && declared?.element?.optionSet ? declared.element.column : undefined;
}

/**
 * How many students have a value in a column, and how many have each code, as Markdown. Other values are counted and
 * never quoted.
 */
export function columnHover({ students, filled, codes, notCodes }: ColumnCoverage): string {
	const share = students === 0 ? '0%' : escapeMarkdown(formatPercent(filled, students));
	const listed = codes
		.slice(0, MAX_LISTED_CODES)
		.map((code) => `- ${escapeMarkdown(codeWithLabel(code))}: ${formatNumber(code.students)}`);
	const others = codes.slice(MAX_LISTED_CODES);
	const rest = others.reduce((sum, { students: count }) => sum + count, 0);
	return [
		`**${share} filled**: ${formatNumber(filled)} of ${formatNumber(students)} students.`,
		[
			...listed,
			...(rest > 0 ? [`- ${countOf(others.length, 'other code')}: ${formatNumber(rest)}`] : []),
			...(notCodes > 0 ? [`- Not a code: ${formatNumber(notCodes)}`] : []),
		].join('\n'),
	]
		.filter((part) => part !== '')
		.join('\n\n');
}
