import { cleverSyncHolds } from '../../../spec/sources';
import { countOf, formatNumber, formatPercent, plural } from '../../../wording';
import type { ChangeFacts } from '../changeFacts';
import type { ChangeAlarm } from '../changesTypes';

/** More of the students are gone than usual between two uploads. */
export function studentsGone({ students, thresholds }: ChangeFacts): readonly ChangeAlarm[] {
	const { before, gone, zerosChanged, unread, otherIds } = students;
	if (100 * gone <= thresholds.studentsGone * before) return [];
	const share = `${formatNumber(gone)} of ${countOf(before, 'student')} (${formatPercent(gone, before)})`;
	const wayOut: string[] = [];
	if (zerosChanged > 0) {
		wayOut.push(
			`${countOf(zerosChanged, 'ID')} only gained or lost leading zeros: format the column as text.`,
		);
	}
	if (unread > 0) {
		wayOut.push(
			`${countOf(unread, 'row')} of the new side cannot be read or ${plural(unread, 'has', 'have')} no student ID: check the file first.`,
		);
	}
	if (otherIds !== undefined) wayOut.push(otherIds);
	const unexplained = otherIds === undefined ? gone - zerosChanged - unread : 0;
	if (wayOut.length === 0 || 100 * unexplained > thresholds.studentsGone * before) {
		wayOut.push('Check that the export has every school and grade.');
	}
	return [
		{
			id: 'students-gone',
			message: `${share} ${plural(gone, 'is', 'are')} gone. ${wayOut.join(' ')} Clever may hold a sync that changes so much.`,
			count: gone,
			source: cleverSyncHolds,
		},
	];
}
