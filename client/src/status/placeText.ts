import type { CursorPlace } from '../../../server/src/protocol';
import { shown } from '../../../server/src/wording';

/** The longest header that the status bar has room for, in UTF-16 units. */
const MAX_NAME = 30;

/** The column and the row of the cursor, as the status bar shows them: on one line, without icons. */
export function placeText({ column, letter, row }: Pick<CursorPlace, 'column' | 'letter' | 'row'>): string {
	const name = shown(column, MAX_NAME) || `column ${letter}`;
	// A $(name) in a header would be drawn as an icon.
	return `${name.replaceAll('$(', '$\u200b(')} · row ${row}`;
}
