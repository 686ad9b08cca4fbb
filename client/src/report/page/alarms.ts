import type { Alarm, Category, CoverageReport } from '../../../../server/src/protocol';
import { element } from '../../page/dom';
import { rowLink } from '../../page/rowLink';

/** The list of what looks wrong in the counts; undefined if nothing does. */
export function alarmList({ alarms, categories }: CoverageReport): HTMLElement | undefined {
	if (alarms.length === 0) return undefined;
	return element('ul', { class: 'alarms' }, ...alarms.map((alarm) => alarmItem(alarm, categories)));
}

function alarmItem(alarm: Alarm, categories: readonly Category[]): HTMLElement {
	const { column, otherColumns = [], title, message, cause, target } = alarm;
	const isColumn = target?.show === 'column';
	const text = isColumn ? 'Show the Column' : 'Show the Rows';
	return element(
		'li',
		{},
		element(
			'p',
			{ class: 'quiet' },
			...[column, ...otherColumns].flatMap((name, at) => [
				at > 0 ? ', ' : '',
				...columnName(name, categories),
			]),
		),
		element('strong', {}, title),
		element('p', {}, message),
		cause === undefined ? undefined : element('p', { class: 'quiet' }, `Likely cause: ${cause}`),
		target && element('p', {}, rowLink(target, `${text}: ${title} (${column})`, text)),
	);
}

/** A column in plain words, with its name small; an ID has only its name. */
function columnName(column: string, categories: readonly Category[]): (Node | string)[] {
	const category = categories.find((one) => one.column === column);
	const name = element('code', {}, column);
	return category ? [element('span', { class: 'category' }, category.title), ' ', name] : [name];
}
