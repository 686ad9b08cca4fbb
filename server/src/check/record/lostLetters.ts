import type { Fields } from '../../csv/scan';

/** The letters of a record that were lost when the bytes were decoded: each is U+FFFD. */
export interface LostLetters {
	readonly count: number;
	/** The 0-based column of the first one. */
	readonly column: number;
	/** UTF-16 units from the record's first unit to the first one. */
	readonly start: number;
}

const REPLACEMENT = '\ufffd';

/** Finds the lost letters of the record that was read into `fields`, which starts at UTF-16 offset `start` of `text`. */
export function lostLettersIn(text: string, start: number, fields: Fields): LostLetters | undefined {
	const first = text.indexOf(REPLACEMENT, start);
	if (first < 0 || first >= fields.end) return undefined;
	let count = 0;
	for (let at = first; at >= 0 && at < fields.end; at = text.indexOf(REPLACEMENT, at + 1)) count++;
	let column = 0;
	while (column < fields.count - 1 && (fields.ends[column] as number) <= first) column++;
	return { count, column, start: first - start };
}
