import type { Alarm, CoverageReport } from '../../../../server/src/protocol';
import { element } from '../../page/dom';
import { rowLink } from './rowLink';

/** The list of what looks wrong in the counts; undefined if nothing does. */
export function alarmList({ alarms }: CoverageReport): HTMLElement | undefined {
	if (alarms.length === 0) return undefined;
	return element('ul', { class: 'alarms' }, ...alarms.map(alarmItem));
}

function alarmItem({ column, title, message, cause, target }: Alarm): HTMLElement {
	const isColumn = target?.show === 'column';
	const text = isColumn ? 'Show the Column' : 'Show the Rows';
	return element(
		'li',
		{},
		element('strong', {}, title),
		element('p', {}, message),
		cause === undefined ? undefined : element('p', { class: 'quiet' }, `Likely cause: ${cause}`),
		target && element('p', {}, rowLink(target, `${text}: ${title} (${column})`, text)),
	);
}
