import type { Position } from 'vscode-languageserver-types';
import type { Checker } from '../../check/live/checker';
import type { ColumnCoverage } from '../../coverage/columnCoverage';
import { joinMarkdown, type MarkdownText, markdown, markdownText } from '../../safeText';
import { countOf, formatNumber, formatPercent } from '../../wording';
import { locate } from '../locate';
import { codeWithLabelIn } from '../markdown';

/** Codes that a hover lists; the rest are counted together. */
const MAX_LISTED_CODES = 8;

/** The name of the column of codes whose header cell is at a position; undefined elsewhere. */
export function columnOfCodesAt(checker: Checker, position: Position): string | undefined {
	const { record, declared } = locate(checker, position);
	return record === 0 && declared?.element?.optionSet ? declared.element.column : undefined;
}

/**
 * How many students have a code in a column, and how many have each code, as Markdown. Other values are counted and
 * never quoted.
 */
export function columnHover({ of, ofWhom = 'students', valid, codes, wrong }: ColumnCoverage): MarkdownText {
	const share = markdownText(of === 0 ? '0%' : formatPercent(valid, of));
	const line = (name: MarkdownText, count: number): MarkdownText => markdown`- ${name}: ${number(count)}`;
	const listed = codes.slice(0, MAX_LISTED_CODES).map((code) => line(codeWithLabelIn(code), code.students));
	const others = codes.slice(MAX_LISTED_CODES);
	const rest = others.reduce((sum, { students: count }) => sum + count, 0);
	const counts = [
		...listed,
		...(rest > 0 ? [line(markdownText(countOf(others.length, 'other code')), rest)] : []),
		...(wrong > 0 ? [line(markdown`Not a code`, wrong)] : []),
	];
	const summary = markdown`**${share} filled**: ${number(valid)} of ${number(of)} ${markdownText(ofWhom)}.`;
	return joinMarkdown([summary, joinMarkdown(counts, '\n')], '\n\n');
}

function number(count: number): MarkdownText {
	return markdownText(formatNumber(count));
}
