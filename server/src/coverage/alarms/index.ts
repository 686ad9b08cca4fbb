import type { StudentCounts } from '../counting/counts';
import type { Alarm } from '../reportTypes';
import { allNo } from './allNo';
import { lostZeros } from './lostZeros';
import { missingCodes } from './missingCodes';
import { unevenShares } from './unevenShares';

/** Alarms about one column of codes; each returns messages. */
const columnAlarms = [missingCodes, allNo];
/** Alarms about the whole district; each returns alarms with their column. */
const districtAlarms = [unevenShares, lostZeros];

/** Returns what no single field shows but looks wrong in the counts: worth a look, and perhaps right. */
export function alarmsOf(counts: StudentCounts): readonly Alarm[] {
	const ofColumns = counts.columns.flatMap((column) =>
		columnAlarms.flatMap((alarm) =>
			alarm(column).map((message): Alarm => ({ column: column.element.column, message })),
		),
	);
	return [...ofColumns, ...districtAlarms.flatMap((alarm) => alarm(counts))];
}
