import type { CursorPlace } from '../../../server/src/protocol';
import { type LabelText, labelText } from '../../../server/src/safeText';
import { countOf, formatNumber, shown } from '../../../server/src/wording';

/** The longest header that the status bar has room for, in UTF-16 units. */
const MAX_NAME = 30;

type ShownCell = Pick<CursorPlace, 'column' | 'letter' | 'row'>;

/** The active cell of a table, as a spreadsheet names it, and how many cells are selected if it is not the only one. */
export function cellText({ column, letter, row }: ShownCell, cells: number): LabelText {
	const name = shown(column, MAX_NAME);
	const place = `Row ${formatNumber(row)}, column ${letter}${name ? ` (${name})` : ''}`;
	return labelText(cells > 1 ? `${place} · ${countOf(cells, 'cell')} selected` : place);
}

/** The column and the row of the cursor, as the status bar shows them: on one line. */
export function placeText({ column, letter, row }: ShownCell): LabelText {
	const name = shown(column, MAX_NAME) || `column ${letter}`;
	return labelText(`${name} · row ${row}`);
}
