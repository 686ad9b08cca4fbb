/** What the bar below the table says after a change. */
import type { GridAction, GridColumn } from '../../../../server/src/protocol';
import { countOf, shown } from '../../../../server/src/wording';
import { type LeftOut, remarksOn } from '../editQuestions';

/** The longest name of a column or value in the bar, in UTF-16 units. */
const MAX_TEXT = 40;

/** What was changed, in sentences; undefined where that can be seen at the active cell. */
export function editText(
	action: GridAction,
	{ changed, ...left }: LeftOut & { readonly changed: number },
	columns: readonly GridColumn[],
): string | undefined {
	const done = doneText(action, changed, left.unreadable, columns);
	const remarks = remarksOn(left);
	return done && remarks ? `${done} ${remarks}` : (done ?? remarks);
}

function doneText(
	action: GridAction,
	changed: number,
	unreadable: number,
	columns: readonly GridColumn[],
): string | undefined {
	switch (action.type) {
		case 'insertRows':
			return undefined;
		case 'deleteRows':
			return `${countOf(changed, 'row')} deleted.`;
		case 'fill': {
			const cells = action.ranges.reduce(
				(sum, each) => sum + (each.last - each.first + 1) * each.columns.length,
				0,
			);
			if (cells === 1) return undefined;
			// Cells of rows that cannot be read are not filled.
			if (unreadable > 0) return changedText(changed);
			const filled = [...new Set(action.ranges.flatMap((range) => range.columns))];
			const isEmpty = action.value === '' ? ' are now empty' : '';
			return `${fillText(action.value, cells)}${columnsText(filled, columns)}${isEmpty}.${idText(filled, columns)}`;
		}
		default:
			return changedText(changed);
	}
}

function changedText(changed: number): string {
	return changed === 0 ? 'No cell changed.' : `${countOf(changed, 'cell')} changed.`;
}

function fillText(value: string, cells: number): string {
	const count = countOf(cells, 'cell');
	return value === '' ? count : `${shown(value, MAX_TEXT)} is now in ${count}`;
}

/** Names the column where it is one. */
function columnsText(filled: readonly number[], columns: readonly GridColumn[]): string {
	const [first] = filled;
	if (filled.length > 1) return ` of ${countOf(filled.length, 'column')}`;
	return ` of ${shown(columns.find(({ index }) => index === first)?.name ?? '', MAX_TEXT)}`;
}

/** Says that IDs are among what was filled with other columns: that is seldom meant. */
function idText(filled: readonly number[], columns: readonly GridColumn[]): string {
	const key = columns.find(({ role, index }) => role === 'key' && filled.includes(index));
	if (!key || filled.length === 1) return '';
	return ` ${shown(key.name, MAX_TEXT)} is one of them: undo if you did not mean the IDs.`;
}
