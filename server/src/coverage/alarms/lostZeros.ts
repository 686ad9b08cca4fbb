import { countOf, plural } from '../../wording';
import { type StudentCounts, total } from '../counting/counts';
import type { Alarm } from '../reportTypes';
import { type AlarmFacts, areFoundAlready } from './alarmFacts';

/** The share of IDs that must have the same width for the shorter ones to stand out. */
const COMMON_WIDTH_SHARE = 0.8;
/** IDs that use at least this share of all shorter numbers were counted up one by one, and lost no zeros. */
const COUNTED_UP_SHARE = 0.5;
/** Shorter IDs than this are grades, rooms and the IDs of small districts. */
const MIN_WIDTH = 4;

/**
 * Finds ID columns in which most IDs have the same number of digits and a few have fewer: a spreadsheet removes leading
 * zeros. IDs that count up from 1 look alike, but they use most of the shorter numbers. Where the IDs of the two files
 * differ, the check has found them already.
 */
export function lostZeros({ idWidths }: StudentCounts, facts: AlarmFacts): readonly Alarm[] {
	return idWidths.flatMap((ids): Alarm[] => {
		const { column, fileName, widths } = ids;
		const all = total([...widths.values()]);
		const widest = Math.max(...widths.keys());
		const shorter = all - (widths.get(widest) ?? 0);
		if (widest < MIN_WIDTH || shorter === 0 || all - shorter < COMMON_WIDTH_SHARE * all) return [];
		const shorterNumbers = 10 ** (widest - 1);
		if (shorter >= COUNTED_UP_SHARE * shorterNumbers || areFoundAlready(shorter, ids, facts)) return [];
		return [
			{
				column,
				title: `Some IDs in ${column} are shorter than the others`,
				message: `${countOf(shorter, 'ID')} in ${fileName} ${plural(shorter, 'has', 'have')} fewer than ${widest} digits. Check whether a spreadsheet removed leading zeros.`,
				cause: 'Excel removes leading zeros from a column that is not imported as text.',
				target: { fileName, column, show: 'column' },
			},
		];
	});
}
