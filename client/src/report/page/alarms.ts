import type { CoverageReport } from '../../../../server/src/protocol';
import { element } from '../../page/dom';

/** The list of what looks wrong in the counts; undefined if nothing does. */
export function alarmList({ alarms }: CoverageReport): HTMLElement | undefined {
	if (alarms.length === 0) return undefined;
	return element(
		'ul',
		{ class: 'alarms' },
		...alarms.map(({ column, message }) =>
			element('li', {}, element('strong', {}, column), element('span', {}, message)),
		),
	);
}
