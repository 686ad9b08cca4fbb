import type { ArrivedGroup, ArrivedReport, RowsTarget } from '../../../../server/src/protocol';
import { countOf, formatNumber } from '../../../../server/src/wording';
import { element, table } from '../../page/dom';
import { rowLink } from '../../page/rowLink';
import type { ArrivedList, FromComparePage } from '../messages';

/** A button like a link that sends a message; `name` says what it does, also to who cannot see where it is. */
export function sendLink(message: FromComparePage, name: string, text: string): HTMLElement {
	const button = element('button', { class: 'link', 'aria-label': name }, text);
	// Values of files are in it, which must stay as they are.
	button.dataset.send = JSON.stringify(message);
	return button;
}

/** A line about a group of students that lists them or hides them; undefined where there are none. */
export function groupLine(
	report: ArrivedReport,
	lists: readonly ArrivedList[],
	group: ArrivedGroup,
	count: number,
	text: string,
): HTMLElement | undefined {
	if (count === 0) return undefined;
	const list = lists.find((one) => isSameGroup(one.group, group));
	return element(
		'div',
		{ class: 'openList' },
		element(
			'p',
			{},
			`${text}. `,
			sendLink(
				{ type: list ? 'hide' : 'list', group },
				`${list ? 'Hide' : 'List'} the students: ${text}`,
				list ? 'Hide Them' : 'List Them',
			),
		),
		list && listPart(report, list),
	);
}

/** The students of a group as far as they are shown, with a button for more. */
export function listPart(report: ArrivedReport, { group, total, students }: ArrivedList): HTMLElement {
	const rows = students.map(({ id, name, school }) => [idCell(report, group, id), name, school]);
	const created = table(
		`Students: ${formatNumber(students.length)} of ${formatNumber(total)}`,
		['Student ID', 'Name', 'School'],
		rows,
	);
	created.classList.add('students');
	const more = total - students.length;
	return element(
		'div',
		{ class: 'scroll' },
		created,
		more > 0 && students.length > 0
			? element(
					'p',
					{},
					sendLink({ type: 'list', group }, `Show more of ${countOf(more, 'student')}`, 'Show More'),
					` ${countOf(more, 'more student')}`,
				)
			: undefined,
	);
}

function isSameGroup(one: ArrivedGroup, other: ArrivedGroup): boolean {
	return groupKey(one) === groupKey(other);
}

function groupKey(group: ArrivedGroup): string {
	if (group.kind !== 'category') return group.kind;
	const { element: column, outcome, pair } = group;
	return JSON.stringify([column, outcome, pair?.ours, pair?.theirs]);
}

/** The ID, which leads to the student's row: to the value of the category, where the list is about one. */
function idCell(report: ArrivedReport, group: ArrivedGroup, id: string): Node | string {
	if (group.kind === 'unknown') return id;
	const target = targetFor(report, group, id);
	return target ? rowLink(target, `${id}: show the row`, id) : id;
}

function targetFor(
	{ keys, categories }: ArrivedReport,
	group: ArrivedGroup,
	id: string,
): RowsTarget | undefined {
	const category =
		group.kind === 'category' ? categories.find((one) => one.element === group.element) : undefined;
	const keyOfCategory = keys.find(({ fileName }) => fileName === category?.fileName);
	if (category && keyOfCategory) {
		const { fileName, column } = keyOfCategory;
		return { fileName, column: category.element, show: 'any', among: { column, value: id } };
	}
	const [first] = keys;
	return first && { ...first, show: { values: [id] } };
}
