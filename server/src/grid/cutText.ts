import { fieldValue } from '../csv/quote';
import type { GridRecord } from './gridRecord';

/** The most that is sent of a value, in UTF-16 units. */
const MOST = 300;

/** A long value is read no further than this, so that all of its first units are there even if each is a doubled quote. */
const MOST_READ = 2 * MOST + 2;

/** A value as the grid shows it. */
export interface CutText {
	readonly text: string;
	readonly isCut: boolean;
}

/** The start of a value; a value of megabytes is not read to its end. */
export function cutValue(record: GridRecord, column: number): CutText {
	const { starts, ends, flags, count } = record.fields;
	if (column < 0 || column >= count) return { text: '', isCut: false };
	const start = starts[column] as number;
	const end = ends[column] as number;
	if (end - start <= MOST_READ) return cutText(record.at(column));
	const raw = record.blockText.slice(start, start + MOST_READ);
	// The quote that is added stands for the closing one, which `fieldValue` takes off.
	return { ...cutText(fieldValue(`${raw}"`, flags[column] as number)), isCut: true };
}

/** The start of a text: whole characters of at most 300 UTF-16 units. */
export function cutText(text: string): CutText {
	if (text.length <= MOST) return { text, isCut: false };
	const isPairCut = (text.codePointAt(MOST - 1) ?? 0) > 0xffff;
	return { text: text.slice(0, isPairCut ? MOST - 1 : MOST), isCut: true };
}
