import { countOf, formatNumber, formatPercent } from '../../../wording';
import type { ChangeFacts } from '../changeFacts';
import type { ChangeAlarm } from '../changesTypes';

/** Fewer students may have got both names corrected. */
const FEWEST = 10;
/** More than this share of the students on both sides, in percent. */
const SHARE = 10;

/** Whether so many IDs are under other names that they must be other students'. */
export function areIdsMoved({ moved, inBoth }: Pick<ChangeFacts['students'], 'moved' | 'inBoth'>): boolean {
	return moved >= FEWEST && 100 * moved > SHARE * inBoth;
}

/** The IDs are other students' now, as after one column was sorted by itself. */
export function idsMoved({ students }: ChangeFacts): readonly ChangeAlarm[] {
	if (!areIdsMoved(students)) return [];
	const { moved, inBoth } = students;
	const share = `${formatNumber(moved)} of ${countOf(inBoth, 'student')} on both sides (${formatPercent(moved, inBoth)})`;
	return [
		{
			id: 'ids-moved',
			message: `${share} have another last name and another first name now, so the IDs may be other students'. Check that no column was sorted or moved by itself, then export the file again.`,
			count: moved,
		},
	];
}
