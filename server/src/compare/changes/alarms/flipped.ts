import { codeWithLabel, countOf, formatNumber, quoteUnlessDigits } from '../../../wording';
import type { ChangeFacts } from '../changeFacts';
import type { ChangeAlarm } from '../changesTypes';
import { limited } from './limited';

/** Nearly all students with one code have the same other value now, as after a change in a table of codes. */
export function flipped({ categories, thresholds }: ChangeFacts): readonly ChangeAlarm[] {
	const { flippedStudents, flippedShare } = thresholds;
	const alarms = categories.flatMap(({ element: { column }, fileName, flips }) =>
		flips
			.filter(({ count, of }) => count >= flippedStudents && 100 * count >= flippedShare * of)
			.map(
				({ from, to, count, of }): ChangeAlarm => ({
					id: 'flipped',
					message: `${column}: ${formatNumber(count)} of ${countOf(of, 'student')} with ${codeWithLabel(from)} have ${to.label === '' ? quoteUnlessDigits(to.code) : codeWithLabel(to)} now. Check the codes of your export.`,
					column,
					fileName,
					subject: `${from.code}\n${to.code}`,
					count,
				}),
			),
	);
	return limited(alarms, (count) => `${countOf(count, 'more code')} became other values.`);
}
