import type { GridPastePlan, GridRowNames } from '../../../server/src/protocol';
import { countOf, formatNumber, plural } from '../../../server/src/wording';

/** How a block can be pasted. */
export interface PasteChoice {
	readonly title: string;
	readonly detail: string;
	readonly byId: boolean;
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
	const { matched, unmatched } = byId;
	const atCell: PasteChoice = {
		title: 'Paste from the Active Cell',
		detail: `${countOf(rows, 'row')} and ${countOf(columns, 'column')}; ${countOf(cells, 'value')} ${plural(cells, 'changes', 'change')}.`,
		byId: false,
	};
	const matching: PasteChoice = {
		title: `Match Rows by ID (${formatNumber(matched)} of ${formatNumber(matched + unmatched)} found)`,
		detail: `Into ${byId.columns.join(', ')}`,
		byId: true,
	};
	return problem === undefined ? [atCell, matching] : [matching];
}
