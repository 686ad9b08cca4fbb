import { countOf, formatNumber, formatPercent } from '../../../wording';
import type { ChangeFacts } from '../changeFacts';
import type { ChangeAlarm } from '../changesTypes';

/** Of the students on both sides with a value in a category, more have none now than usual. */
export function categoryEmptied({ categories, thresholds }: ChangeFacts): readonly ChangeAlarm[] {
	return categories
		.filter(({ emptied, filledBefore }) => 100 * emptied > thresholds.categoryEmptied * filledBefore)
		.map(({ element: { column }, fileName, emptied, filledBefore }) => ({
			id: 'category-emptied',
			message: `${column} is empty now for ${formatNumber(emptied)} of ${countOf(filledBefore, 'student')} (${formatPercent(emptied, filledBefore)}) who had a value. Check that your export still sends it.`,
			column,
			fileName,
			count: emptied,
		}));
}
