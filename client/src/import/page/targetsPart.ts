import type { TargetPlan } from '../../../../server/src/protocol';
import { countOf, formatNumber } from '../../../../server/src/wording';
import { element } from '../../page/dom';
import type { PageModel } from './model';
import { button, does } from './parts';
import { isUnsettled, keyToDecide } from './questions';
import { resultCard } from './resultCard';
import { candidateList, targetCard } from './targetCard';

interface Placed {
	readonly target: TargetPlan;
	/** Its position in the plan. */
	readonly at: number;
}

/** Our columns: the ID and what is to be decided first, then the categories, then the roster's other columns. */
export function targetsPart(model: PageModel): readonly HTMLElement[] {
	const { view, page, result, isStale } = model;
	const key = keyToDecide(view.plan);
	const placed: readonly Placed[] = view.plan.targets.map((target, at) => ({ target, at }));
	const others = placed.filter(({ target }) => target !== key);
	const open = others.filter(({ target }) => isUnsettled(target));
	const settled = others.filter(({ target }) => !isUnsettled(target));
	const ids = settled.filter(({ target }) => target.kind === 'key');
	const categories = settled.filter(({ target }) => target.kind === 'category');
	const fed = settled.filter(({ target }) => target.kind === 'other' && target.from.length > 0);
	const unfed = settled.filter(({ target }) => target.kind === 'other' && target.from.length === 0);
	const cards = (list: readonly Placed[]): readonly HTMLElement[] =>
		list.map(({ target, at }) => targetCard(model, target, at));
	const unfedButton = button(
		'link unfed-button',
		page.hasUnfed
			? 'Hide columns without a column of the export'
			: `Show ${countOf(unfed.length, 'more column')} that nothing feeds`,
		{ ...does('unfed', 'unfed'), 'aria-expanded': String(page.hasUnfed) },
	);
	return [
		...(isStale ? [staleNote()] : []),
		...(result ? [resultCard(result)] : []),
		...(key ? [keyCard(key, view.plan.targets.indexOf(key), view.rows)] : []),
		...group('to-decide', `To decide (${formatNumber(open.length)})`, cards(open)),
		...group('ids', 'Student ID', cards(ids)),
		...group('categories', 'Demographics', cards(categories)),
		...group('others', 'Other columns', [
			...cards(fed),
			...(page.hasUnfed ? cards(unfed) : []),
			...(unfed.length > 0 ? [unfedButton] : []),
		]),
	];
}

function group(id: string, title: string, cards: readonly HTMLElement[]): readonly HTMLElement[] {
	if (cards.length === 0) return [];
	return [
		element(
			'section',
			{ class: 'group', id, 'aria-labelledby': `${id}-title` },
			element('h2', { id: `${id}-title` }, title),
			...cards,
		),
	];
}

/** Nothing can be made before a person has said which column has the ID. */
function keyCard(target: TargetPlan, at: number, rows: number): HTMLElement {
	const { candidates, element: name } = target;
	const text =
		candidates.length > 0
			? `Clever knows each student by this ID, so it is never guessed. Choose the column of the export that has the ${name} of your Clever roster.`
			: `No column of the export looks like an ID. Choose the column that has the ${name} of your Clever roster.`;
	return element(
		'section',
		{ class: 'id-card', id: `t-${at}`, 'aria-labelledby': 'id-title' },
		element('h2', { id: 'id-title' }, `Which column is the ${name}?`),
		element('p', {}, text),
		candidateList(target, at),
		element('p', { class: 'quiet' }, `${countOf(rows, 'row')} wait for this choice.`),
	);
}

function staleNote(): HTMLElement {
	return element(
		'p',
		{ class: 'note warning stale' },
		'The export has changed since it was read. ',
		button('small', 'Read Again', does('readAgain', 'read-again')),
	);
}
