import { countOf, plural } from '../../wording';
import type { StudentCounts } from '../counting/counts';
import type { Alarm } from '../reportTypes';

/** The share of IDs that must have the same width for the shorter ones to stand out. */
const COMMON_WIDTH_SHARE = 0.8;
/** IDs that use at least this share of all shorter numbers were counted up one by one, and lost no zeros. */
const COUNTED_UP_SHARE = 0.5;
/** Shorter IDs than this are grades, rooms and the IDs of small districts. */
const MIN_WIDTH = 4;

/**
 * Finds ID columns in which most IDs have the same number of digits and a few have fewer: a spreadsheet removes leading
 * zeros. IDs that count up from 1 look alike, but they use most of the shorter numbers.
 */
export function lostZeros({ idWidths }: StudentCounts): readonly Alarm[] {
	return idWidths.flatMap(({ column, fileName, widths }) => {
		const all = [...widths.values()].reduce((sum, students) => sum + students, 0);
		const widest = Math.max(...widths.keys());
		const shorter = all - (widths.get(widest) ?? 0);
		if (widest < MIN_WIDTH || shorter === 0 || all - shorter < COMMON_WIDTH_SHARE * all) return [];
		const shorterNumbers = 10 ** (widest - 1);
		if (shorter >= COUNTED_UP_SHARE * shorterNumbers) return [];
		const message = `${countOf(shorter, 'ID')} in ${fileName} ${plural(shorter, 'has', 'have')} fewer than ${widest} digits. Check whether a spreadsheet removed leading zeros.`;
		const title = `Some IDs in ${column} are shorter than the others`;
		return [{ column, title, message, target: { fileName, column, show: 'column' } }];
	});
}
