import { amount } from '../../wording';
import type { StudentCounts } from '../counting/counts';
import type { Alarm } from '../reportTypes';

/** The share that ids of one width must have for the others to stand out. */
const MOST = 0.8;
/** Below this share of all numbers of a width nobody counted them up one by one. */
const SPARSE = 0.5;
const SHORTEST = 4;

/**
 * Ids of which most have one width and a few are shorter: a spreadsheet takes leading zeros away. Ids that simply
 * count up look alike, but use most of the shorter numbers.
 */
export function lostZeros({ idWidths }: StudentCounts): Alarm[] {
	return idWidths.flatMap(({ column, fileName, widths }) => {
		const all = [...widths.values()].reduce((sum, students) => sum + students, 0);
		const widest = Math.max(...widths.keys());
		const short = all - (widths.get(widest) ?? 0);
		if (widest < SHORTEST || short === 0 || all - short < MOST * all) return [];
		const numbers = 10 ** (widest - 1);
		if (short >= SPARSE * numbers) return [];
		const message = `${amount(short)} ids in ${fileName} have fewer than the ${widest} digits of the others. Check that no spreadsheet took leading zeros away.`;
		return [{ column, message }];
	});
}
