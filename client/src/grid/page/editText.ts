/** What the bar below the table says after a change. */
import type { GridAction, GridColumn } from '../../../../server/src/protocol';
import { countOf, plural, shown } from '../../../../server/src/wording';

/** The longest name of a column or value in the bar, in UTF-16 units. */
const MAX_TEXT = 40;

/** What was changed, in sentences; undefined where that can be seen at the active cell. */
export function editText(
	action: GridAction,
	{ changed, unreadable }: { readonly changed: number; readonly unreadable: number },
	columns: readonly GridColumn[],
): string | undefined {
	const done = doneText(action, changed, unreadable, columns);
	if (unreadable === 0) return done;
	const unread = `${countOf(unreadable, 'row')} could not be read and stayed unchanged. Fix ${plural(unreadable, 'it', 'them')} first.`;
	return done === undefined ? unread : `${done} ${unread}`;
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
			return `${fillText(action.value, cells)}${ofColumns(filled, columns)}`;
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
	return value === '' ? `${count} now empty` : `${shown(value, MAX_TEXT)} is now in ${count}`;
}

/** Names the column, or the one with the IDs where it is among several: that is seldom meant. */
function ofColumns(filled: readonly number[], columns: readonly GridColumn[]): string {
	const [first] = filled;
	const nameOf = (index: number | undefined): string =>
		shown(columns.find((each) => each.index === index)?.name ?? '', MAX_TEXT);
	if (filled.length === 1) return ` of ${nameOf(first)}.`;
	const key = columns.find(({ role, index }) => role === 'key' && filled.includes(index));
	const including = key ? `, also of ${nameOf(key.index)}. Undo if you did not mean the IDs.` : '.';
	return ` of ${countOf(filled.length, 'column')}${including}`;
}
