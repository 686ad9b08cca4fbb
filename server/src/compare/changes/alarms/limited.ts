import type { ChangeAlarm } from '../changesTypes';

/** So many alarms of one kind are listed. */
const MOST = 20;

/**
 * At most 20 alarms of one kind, and one that counts the rest.
 *
 * @param rest says how many more there are, for people.
 */
export function limited(
	alarms: readonly ChangeAlarm[],
	rest: (count: number) => string,
): readonly ChangeAlarm[] {
	const [first] = alarms;
	if (!first || alarms.length <= MOST) return alarms;
	return [
		...alarms.slice(0, MOST),
		{ id: first.id, message: rest(alarms.length - MOST), count: alarms.length - MOST },
	];
}
