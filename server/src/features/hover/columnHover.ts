import type { Position } from 'vscode-languageserver-types';
import type { Checker } from '../../check/live/checker';
import type { ColumnCoverage } from '../../coverage/columnCoverage';
import { formatNumber } from '../../wording';
import { locate } from '../locate';
import { escapeMarkdown } from '../markdown';

/** Codes that a hover lists; the others are summed up. */
const MOST_CODES = 8;

/** The column of codes whose header cell is at a position; undefined where there is none. */
export function codedHeaderAt(checker: Checker, position: Position): string | undefined {
	const { record, declared } = locate(checker, position);
	return record === 0 && declared?.element?.optionSet ? declared.element.column : undefined;
}

/** How full a column is and what stands in it, as Markdown. */
export function columnHover({ students, filled, share, codes, notCodes }: ColumnCoverage): string {
	const listed = codes.slice(0, MOST_CODES).map(({ code, label, students: count }) => {
		const meaning = label === code ? '' : ` (${label})`;
		return `- ${escapeMarkdown(code + meaning)}: ${formatNumber(count)}`;
	});
	const others = codes.slice(MOST_CODES);
	const rest = others.reduce((sum, { students: count }) => sum + count, 0);
	return [
		`**${percent(share)} filled**: ${formatNumber(filled)} of ${formatNumber(students)} students.`,
		[
			...listed,
			...(rest > 0 ? [`- ${others.length} other codes: ${formatNumber(rest)}`] : []),
			...(notCodes > 0 ? [`- not a code: ${formatNumber(notCodes)}`] : []),
		].join('\n'),
	]
		.filter((part) => part !== '')
		.join('\n\n');
}

/** Never 0 or 100 where it is not quite so. */
function percent(share: number): string {
	const rounded = Math.round(share * 100);
	if (rounded === 0 && share > 0) return 'under 1%';
	if (rounded === 100 && share < 1) return 'over 99%';
	return `${rounded}%`;
}
