import type {
	ArrivedCategory,
	ArrivedGroup,
	ArrivedOutcome,
	ArrivedReport,
	ArrivedValue,
} from '../../../../server/src/protocol';
import { countOf, formatNumber } from '../../../../server/src/wording';
import { element, table } from '../../page/dom';
import type { ArrivedList } from '../messages';
import { listPart, sendLink } from './arrivedLists';
import { sendButton } from './view';

/** The outcomes that add up to what was sent, with their names for people. */
const outcomes: readonly (readonly [ArrivedOutcome, string])[] = [
	['arrived', 'Arrived'],
	['missing', 'Missing'],
	['different', 'Different'],
	['unclear', 'Not comparable'],
];

const names: Readonly<Record<ArrivedOutcome, string>> = {
	arrived: 'Arrived',
	missing: 'Missing',
	different: 'Different',
	unclear: 'Not comparable',
	unsent: 'There, not sent',
};

/** All categories with their counts; each count leads to its students. */
export function categoryTable({ categories }: ArrivedReport): HTMLElement {
	const rows = categories.map((category) => [
		element('span', {}, category.heading, ' ', element('code', {}, category.element)),
		category.fileName === undefined
			? element('span', { class: 'quiet' }, 'not sent')
			: formatNumber(category.sent),
		...outcomes.map(([outcome]) => (category.fileName === undefined ? '' : countCell(category, outcome))),
	]);
	const created = table(
		'What arrived, by category',
		['Category', 'Sent', ...outcomes.map(([, name]) => name)],
		rows,
	);
	created.classList.add('outcomes');
	return created;
}

function countCell(category: ArrivedCategory, outcome: ArrivedOutcome): Node | string {
	const count = category[outcome];
	if (count === 0) return element('span', { class: 'quiet' }, '0');
	if (category.from.length === 0) return formatNumber(count);
	const group: ArrivedGroup = { kind: 'category', element: category.element, outcome };
	const name = `${category.heading}, ${names[outcome].toLowerCase()}: list ${countOf(count, 'student')}`;
	const link = sendLink({ type: 'list', group }, name, formatNumber(count));
	if (outcome === 'missing' || outcome === 'different') link.classList.add('wrong');
	return link;
}

/** What is to be said of each category: its pairs of values, its notes and the lists that are open. */
export function categoryDetails(
	report: ArrivedReport,
	lists: readonly ArrivedList[],
): readonly (HTMLElement | undefined)[] {
	return report.categories.map((category) => details(report, category, lists));
}

function details(
	report: ArrivedReport,
	category: ArrivedCategory,
	lists: readonly ArrivedList[],
): HTMLElement | undefined {
	const { element: column, heading, from, values, moreValues, notes, fileName } = category;
	const open = lists.filter(({ group }) => group.kind === 'category' && group.element === column);
	const pairs = from.length === 0 ? [] : values;
	const isTelling = pairs.length > 0 || open.length > 0 || category.candidates.length > 0;
	if (fileName === undefined || (!isTelling && notes.length === 0)) return undefined;
	return element(
		'section',
		{},
		element('h3', {}, heading, ' ', element('code', {}, column)),
		from.length === 0 ? undefined : element('p', { class: 'quiet' }, `Compared with ${from.join(', ')}.`),
		choices(category),
		...notes.map((note) => element('p', {}, note)),
		pairs.length === 0 ? undefined : element('div', { class: 'scroll' }, pairTable(category)),
		moreValues === 0
			? undefined
			: element('p', { class: 'quiet' }, `${countOf(moreValues, 'more pair')} of values.`),
		...open.map((list) => openList(report, list)),
	);
}

/** The columns to choose among, where which one has the category is not certain. */
function choices({ element: column, candidates }: ArrivedCategory): HTMLElement | undefined {
	if (candidates.length === 0) return undefined;
	return element(
		'div',
		{},
		element('p', {}, 'Which column of the file has it is not certain, so nothing was compared. Choose one:'),
		element(
			'p',
			{ class: 'choices' },
			...candidates.map((header) => {
				const button = sendButton({ type: 'choose', element: column, header }, `Compare with ${header}`);
				button.dataset.send = JSON.stringify({ type: 'choose', element: column, header });
				return button;
			}),
		),
	);
}

function pairTable(category: ArrivedCategory): HTMLElement {
	const rows = category.values.map((value) => [
		names[value.outcome],
		shownValue(value.ours),
		shownValue(value.theirs),
		sendLink(
			{
				type: 'list',
				group: {
					kind: 'category',
					element: category.element,
					outcome: value.outcome,
					pair: { ours: value.ours, theirs: value.theirs },
				},
			},
			`${names[value.outcome]}, ${value.ours || 'nothing'} to ${value.theirs || 'nothing'}: list ${countOf(value.count, 'student')}`,
			formatNumber(value.count),
		),
		why(value),
	]);
	const created = table(
		`${category.heading}: values that did not arrive as they were sent`,
		['', 'You sent', 'There', 'Students', ''],
		rows,
	);
	created.classList.add('pairs');
	return created;
}

function why({ why: reason }: ArrivedValue): Node | string {
	return reason === undefined ? '' : element('span', { class: 'quiet' }, reason);
}

function shownValue(value: string): Node | string {
	return value === '' ? element('span', { class: 'quiet' }, 'nothing') : element('bdi', {}, value);
}

function openList(report: ArrivedReport, list: ArrivedList): HTMLElement {
	const { group, total } = list;
	if (group.kind !== 'category') return element('div', {});
	const { outcome, pair } = group;
	const values = pair ? ` (${pair.ours || 'nothing'} → ${pair.theirs || 'nothing'})` : '';
	const title = `${names[outcome]}${values}: ${countOf(total, 'student')}. `;
	return element(
		'div',
		{ class: 'openList', id: list.isNew ? 'opened' : undefined },
		element('p', {}, title, sendLink({ type: 'hide', group }, `Hide the list: ${title}`, 'Hide Them')),
		listPart(report, list),
	);
}
