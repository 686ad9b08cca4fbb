import type { ChangeAlarm } from '../../compare/changes/changesTypes';

/** A reviewed alarm is to be reviewed again where so many times as many students are concerned. */
const MUCH_WORSE = 1.1;

/** The alarms that a person has reviewed, by what they are about: how many students were concerned then. */
export type ReviewedAlarms = ReadonlyMap<string, number>;

/** Those with the alarms of a comparison in addition. */
export function withReviewed(reviewed: ReviewedAlarms, alarms: readonly ChangeAlarm[]): ReviewedAlarms {
	return new Map([...reviewed, ...alarms.map((alarm) => [keyOf(alarm), alarm.count] as const)]);
}

/** The alarms that nobody has reviewed, or that have become much worse since. One student more brings none back. */
export function notReviewed(
	alarms: readonly ChangeAlarm[],
	reviewed: ReviewedAlarms,
): readonly ChangeAlarm[] {
	return alarms.filter((alarm) => {
		const count = reviewed.get(keyOf(alarm));
		return count === undefined || alarm.count > Math.max(count + 1, count * MUCH_WORSE);
	});
}

function keyOf({ id, fileName, column, subject }: ChangeAlarm): string {
	return JSON.stringify([id, fileName, column, subject]);
}
