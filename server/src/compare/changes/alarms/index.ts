import type { ChangeFacts } from '../changeFacts';
import type { ChangeAlarm } from '../changesTypes';
import { categoryEmptied } from './categoryEmptied';
import { codeGone } from './codeGone';
import { flipped } from './flipped';
import { idsMoved } from './idsMoved';
import { notCompared } from './notCompared';
import { schoolGone } from './schoolGone';
import { studentsGone } from './studentsGone';

/** In the order in which people should look at them. */
const alarms = [studentsGone, idsMoved, notCompared, categoryEmptied, flipped, schoolGone, codeGone];

/** The differences that look like a fault of the export. */
export function changeAlarms(facts: ChangeFacts): readonly ChangeAlarm[] {
	return alarms.flatMap((alarm) => alarm(facts));
}
