import type { StudentCounts } from '../counting/counts';
import type { Alarm } from '../reportTypes';
import type { AlarmFacts } from './alarmFacts';
import { allNo } from './allNo';
import { alwaysEmpty } from './alwaysEmpty';
import { forcedCode } from './forcedCode';
import { lostZeros } from './lostZeros';
import { missingCodes } from './missingCodes';
import { mixedIds } from './mixedIds';
import { unevenShares } from './unevenShares';

/** Alarms about one column of codes. */
const columnAlarms = [missingCodes, allNo];
/** Alarms about the whole district. */
const districtAlarms = [alwaysEmpty, forcedCode, unevenShares, lostZeros, mixedIds];

/**
 * Returns what no single field shows but looks wrong in the counts: worth a look, and perhaps right. What the check
 * finds in single fields is not repeated.
 */
export function alarmsOf(counts: StudentCounts, facts: AlarmFacts): readonly Alarm[] {
	return [
		...counts.columns.flatMap((column) => columnAlarms.flatMap((alarm) => alarm(column))),
		...districtAlarms.flatMap((alarm) => alarm(counts, facts)),
	];
}
