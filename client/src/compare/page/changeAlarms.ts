import type { ChangeAlarm, ShownChanges } from '../../../../server/src/protocol';
import { element } from '../../page/dom';
import { rowLink } from '../../page/rowLink';
import { sendButton, titledPart } from './view';

/** Clever's articles on syncs that it holds, and on the time in which it processes none; read in 2026-11. */
const HOLDS = 'https://support.clever.com/hc/s/articles/202048663';
const PAUSES = 'https://support.clever.com/hc/s/articles/205666507';

/** What else a reader must know before the counts; undefined if there is nothing. */
export function notesPart({ notes }: ShownChanges): HTMLElement | undefined {
	if (notes.length === 0) return undefined;
	return element(
		'section',
		{ class: 'verdict' },
		element('p', { class: 'summary' }, 'Before you read on'),
		element('ul', {}, ...notes.map((note) => element('li', {}, note))),
	);
}

/** The alarms with their reasons, and what Clever does with a large change; undefined if there is no alarm. */
export function alarmPart({ alarms, categories, toReview }: ShownChanges): HTMLElement | undefined {
	if (alarms.length === 0) return undefined;
	return titledPart(
		'Look at This First',
		'These changes are large for one upload, but may be right.',
		element('ul', { class: 'alarms' }, ...alarms.map((alarm) => alarmItem(alarm, categories))),
		element(
			'p',
			{ class: 'quiet' },
			'Clever ',
			link(HOLDS, 'holds a sync with a large change'),
			' until somebody reviews it, and processes no uploads ',
			link(PAUSES, 'while syncs are paused'),
			'.',
		),
		element(
			'p',
			{},
			toReview > 0
				? sendButton({ type: 'reviewed' }, 'Mark as Reviewed')
				: element('span', { class: 'quiet' }, 'Marked as reviewed. A new alarm is shown again.'),
		),
	);
}

function alarmItem(alarm: ChangeAlarm, categories: ShownChanges['categories']): HTMLElement {
	const { column, fileName, message } = alarm;
	const category = categories.find(({ element: name }) => name === column);
	const isThere = category?.compared === true && column !== undefined && fileName !== undefined;
	return element(
		'li',
		{},
		column === undefined
			? undefined
			: element(
					'p',
					{ class: 'quiet' },
					element('span', { class: 'category' }, category?.heading ?? ''),
					' ',
					element('code', {}, column),
				),
		element('p', {}, message),
		isThere
			? element(
					'p',
					{},
					rowLink({ fileName, column, show: 'column' }, `Show the column ${column}`, 'Show the Column'),
				)
			: undefined,
	);
}

function link(href: string, text: string): HTMLElement {
	return element('a', { href }, text);
}
