import type { Steps } from '../../work/steps';
import type { ReturnedReport, UnplacedGroup } from './returnedTypes';

/** IDs that are named in one group. */
const MAX_IDS = 10;
/** Lines per step. */
const STEP = 256;

/** The lines of a report that are on no field, by reason and message, in the order of the report. */
export function* unplacedGroups({ name, unplaced }: ReturnedReport): Steps<readonly UnplacedGroup[]> {
	const groups = new Map<string, Omit<UnplacedGroup, 'lines' | 'ids'> & { lines: number; ids: string[] }>();
	for (const [at, { reason, row, textLine, message, id, field }] of unplaced.entries()) {
		if (at % STEP === 0) yield 1;
		const key = JSON.stringify([reason, field, message]);
		const group = groups.get(key) ?? {
			report: name,
			reason,
			field,
			message,
			row,
			textLine,
			lines: 0,
			ids: [],
		};
		groups.set(key, group);
		group.lines++;
		if (id !== '' && group.ids.length < MAX_IDS && !group.ids.includes(id)) group.ids.push(id);
	}
	return [...groups.values()];
}
