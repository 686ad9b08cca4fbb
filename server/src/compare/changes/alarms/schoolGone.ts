import { withoutLeadingZeros } from '../../../check/dataset/studentIds';
import { countOf, quoteUnlessDigits } from '../../../wording';
import type { ChangeFacts } from '../changeFacts';
import type { ChangeAlarm } from '../changesTypes';
import { limited } from './limited';

/** A school of the old side has no students anymore. */
export function schoolGone({ schools }: ChangeFacts): readonly ChangeAlarm[] {
	const newIds = new Map(
		schools.filter(({ before }) => before === 0).map(({ id }) => [withoutLeadingZeros(id), id]),
	);
	const alarms = schools
		.filter(({ id, before, after }) => id !== '' && before > 0 && after === 0)
		.map(({ id, before }): ChangeAlarm => {
			const other = newIds.get(withoutLeadingZeros(id));
			const wayOut =
				other === undefined
					? 'Check that the export has it.'
					: `School ${quoteUnlessDigits(other)} is new: only the leading zeros differ. Format the column as text.`;
			return {
				id: 'school-gone',
				message: `School ${quoteUnlessDigits(id)} has no students anymore, and had ${countOf(before, 'student')}. ${wayOut}`,
				subject: id,
				count: before,
			};
		});
	return limited(
		alarms,
		(count) => `${countOf(count, 'more school has', 'more schools have')} no students anymore.`,
	);
}
