import { codeWithLabel, countOf } from '../../../wording';
import type { ChangeFacts } from '../changeFacts';
import type { ChangeAlarm } from '../changesTypes';
import { limited } from './limited';

/** A code that somebody had on the old side, and nobody has on the new one. */
export function codeGone({ categories }: ChangeFacts): readonly ChangeAlarm[] {
	const alarms = categories.flatMap(({ element: { column }, fileName, codes }) =>
		codes
			.filter(({ before, after }) => before > 0 && after === 0)
			.map(
				(code): ChangeAlarm => ({
					id: 'code-gone',
					message: `Nobody has ${column} ${codeWithLabel(code)} anymore. ${countOf(code.before, 'student')} had it. Check the codes of your export.`,
					column,
					fileName,
					subject: code.code,
					count: code.before,
				}),
			),
	);
	return limited(alarms, (count) => `Nobody has ${countOf(count, 'more code')} anymore.`);
}
