import type { CategoryChanges, ChangedValue, ShownChanges } from '../../../../server/src/protocol';
import { countOf, formatNumber } from '../../../../server/src/wording';
import { element, table } from '../../page/dom';
import { rowLink } from '../../page/rowLink';
import { schoolLabel } from './schoolParts';

/** Pairs of values that are seen at once. */
const MOST_PAIRS = 12;

/** The cards of the categories with a change. */
export function changeCards({ categories, schoolNames }: ShownChanges): readonly HTMLElement[] {
	const cards = categories
		.filter(({ changes }) => changes.length > 0)
		.map((category) => changeCard(category, schoolNames));
	return cards.length === 0 ? [] : [element('div', { class: 'cards' }, ...cards)];
}

/** Which categories have no change, and which were not compared, in sentences. */
export function sameCategories(categories: readonly CategoryChanges[]): HTMLElement | undefined {
	const listed = (title: string, of: readonly CategoryChanges[]): HTMLElement | undefined =>
		of.length === 0
			? undefined
			: element(
					'p',
					{ class: 'quiet' },
					`${title}: `,
					...of.flatMap(({ element: column }, at) => [at > 0 ? ', ' : '', element('code', {}, column)]),
					'.',
				);
	const same = listed(
		'No change',
		categories.filter(({ compared, changes }) => compared && changes.length === 0),
	);
	const others = listed(
		'Not compared',
		categories.filter(({ compared }) => !compared),
	);
	return same || others ? element('div', {}, same, others) : undefined;
}

function changeCard(category: CategoryChanges, names: ShownChanges['schoolNames']): HTMLElement {
	const { element: column, heading, fileName, changed, emptied, filled, changes } = category;
	const facts = [
		[changed, 'changed'],
		[emptied, 'emptied'],
		[filled, 'filled'],
	] as const;
	const first = changes.slice(0, MOST_PAIRS);
	const rest = changes.slice(MOST_PAIRS);
	const pairs = (caption: string, of: readonly ChangedValue[]): HTMLElement =>
		pairTable(caption, category, of, names);
	return element(
		'article',
		{ class: 'card', id: column },
		element(
			'header',
			{},
			element('h3', {}, heading),
			element(
				'p',
				{ class: 'quiet' },
				element('code', {}, column),
				fileName === undefined ? undefined : ` in ${fileName}`,
			),
			element(
				'p',
				{ class: 'facts' },
				facts
					.filter(([count]) => count > 0)
					.map(([count, kind]) => `${formatNumber(count)} ${kind}`)
					.join(' · '),
			),
		),
		pairs(`${heading}: what became what`, first),
		rest.length === 0
			? undefined
			: element(
					'details',
					{},
					element('summary', {}, `Show ${countOf(rest.length, 'More Change', 'More Changes')}`),
					pairs(`${heading}: more changes`, rest),
				),
	);
}

function pairTable(
	caption: string,
	category: CategoryChanges,
	changes: readonly ChangedValue[],
	names: ShownChanges['schoolNames'],
): HTMLElement {
	const rows = changes.map((change) => [pairCell(category, change, names), formatNumber(change.count)]);
	const created = table(caption, ['Before and now', 'Students'], rows);
	created.classList.add('changes');
	return created;
}

function pairCell(
	{ element: column, fileName }: CategoryChanges,
	{ from, to, count, bySchool }: ChangedValue,
	names: ShownChanges['schoolNames'],
): DocumentFragment {
	const text = element('span', { class: 'flow' }, valueText(from), ' → ', valueText(to));
	const name = `${from === '' ? 'empty' : from} → ${to === '' ? 'empty' : to}: show the rows`;
	const show = to === '' ? ('empty' as const) : { values: [to] };
	const cell = new DocumentFragment();
	cell.append(
		fileName === undefined ? text : rowLink({ fileName, column, show, changedFrom: from }, name, text),
	);
	const [only] = bySchool;
	if (bySchool.length > 1) cell.append(schoolsOf(`${name}, by school`, bySchool, names));
	else if (only && only.school !== '' && count > 0) {
		cell.append(element('div', { class: 'quiet' }, `all in ${schoolLabel(only.school, names)}`));
	}
	return cell;
}

function schoolsOf(
	caption: string,
	bySchool: ChangedValue['bySchool'],
	names: ShownChanges['schoolNames'],
): HTMLElement {
	const created = table(
		caption,
		['School', 'Students'],
		bySchool.map(({ school, count }) => [schoolLabel(school, names), formatNumber(count)]),
	);
	created.classList.add('bySchool');
	return element('details', {}, element('summary', {}, `In ${countOf(bySchool.length, 'school')}`), created);
}

function valueText(value: string): HTMLElement {
	return value === '' ? element('span', { class: 'none' }, 'empty') : element('bdi', {}, value);
}
