import type { CursorPlace } from '../../../server/src/protocol';
import { type LabelText, labelText } from '../../../server/src/safeText';
import { shown } from '../../../server/src/wording';

/** The longest header that the status bar has room for, in UTF-16 units. */
const MAX_NAME = 30;

/** The column and the row of the cursor, as the status bar shows them: on one line. */
export function placeText({
	column,
	letter,
	row,
}: Pick<CursorPlace, 'column' | 'letter' | 'row'>): LabelText {
	const name = shown(column, MAX_NAME) || `column ${letter}`;
	return labelText(`${name} · row ${row}`);
}
