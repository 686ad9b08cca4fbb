import type { GridPastePlan, GridRowNames, GridUnmatched } from '../../../server/src/protocol';
import { countOf, formatNumber, plural, quoteUnlessDigits } from '../../../server/src/wording';

/** How a block can be pasted. */
export interface PasteChoice {
	readonly title: string;
	readonly detail: string;
	readonly byId: boolean;
}

/** What a change left as it was. */
export interface LeftOut {
	readonly unreadable: number;
	readonly unmatched?: GridUnmatched | undefined;
}

/** The question before rows are deleted. */
export function deleteQuestion({ rows, names }: GridRowNames): string {
	const [first] = names;
	// "row 12" where the row has no student.
	if (rows === 1 && first) return `Delete ${/^row [\d,]+$/.test(first) ? '' : 'the row of '}${first}?`;
	const more = rows - names.length;
	const list = `${names.join(', ')}${more > 0 ? ` and ${formatNumber(more)} more` : ''}`;
	return `Delete ${countOf(rows, 'row')}: ${list}?`;
}

/** The ways to paste a block that a person must choose from; none where there is nothing to choose. */
export function pasteChoices({ rows, columns, cells, problem, byId }: GridPastePlan): readonly PasteChoice[] {
	if (!byId) return [];
	const { matched, unmatched, restored = 0 } = byId;
	const lost = `${countOf(restored, 'ID')} lost ${plural(restored, 'its', 'their')} leading zeros. `;
	const matching: PasteChoice = {
		title: `Match Rows by ID (${formatNumber(matched)} of ${formatNumber(matched + unmatched)} found)`,
		detail: `${restored > 0 ? lost : ''}Into ${byId.columns.join(', ')}`,
		byId: true,
	};
	const atCell: PasteChoice = {
		title: 'Paste from the Active Cell',
		detail: `${countOf(rows, 'row')} and ${countOf(columns, 'column')}; ${countOf(cells, 'value')} ${plural(cells, 'changes', 'change')}.`,
		byId: false,
	};
	const isMatchable = byId.problem === undefined;
	return [...(isMatchable ? [matching] : []), ...(problem === undefined ? [atCell] : [])];
}

/** What a change leaves to be said, in sentences for people; undefined if nothing. */
export function remarksOn({ unreadable, unmatched }: LeftOut): string | undefined {
	const { count, ids, hidden } = unmatched ?? { count: 0, ids: [], hidden: 0 };
	const sentences: string[] = [];
	if (count > 0) {
		const names = ids.map((id) => (id === '' ? 'an empty one' : quoteUnlessDigits(id)));
		const more = count > ids.length ? ` and ${formatNumber(count - ids.length)} more` : '';
		sentences.push(
			`${countOf(count, 'ID')} ${plural(count, 'is', 'are')} not in this file: ${names.join(', ')}${more}.`,
		);
	}
	if (hidden > 0) sentences.push(`${countOf(hidden, 'ID')} ${plural(hidden, 'is', 'are')} in hidden rows.`);
	if (unreadable > 0) {
		const stayed = plural(unreadable, 'stayed as it was. Fix it', 'stayed as they were. Fix them');
		sentences.push(`${countOf(unreadable, 'row')} could not be read and ${stayed} first.`);
	}
	return sentences.length === 0 ? undefined : sentences.join(' ');
}
