import type { ExportColumnView, TargetPlan } from '../../../../server/src/protocol';
import { countOf, formatNumber, formatPercent, shown } from '../../../../server/src/wording';
import { element, withShare } from '../../page/dom';
import { folded } from '../../page/folded';
import { type PageModel, usesOf } from './model';
import { LISTED_AT_ONCE } from './pageState';
import { button, does, samplesText } from './parts';

/** The columns of the export that the search finds, each with its values and what uses it. */
export function exportList(model: PageModel): readonly HTMLElement[] {
	const { view, page } = model;
	const uses = usesOf(view);
	const wanted = folded(page.search);
	const found: { readonly column: ExportColumnView; readonly at: number }[] = [];
	for (const [at, column] of view.columns.entries()) {
		if (page.listed === 'unused' && uses.has(column.name)) continue;
		if (wanted === '' || folded(column.name).includes(wanted)) found.push({ column, at });
	}
	const unused = view.columns.filter(({ name }) => !uses.has(name)).length;
	const more = found.length - page.listedColumns;
	const positions = new Map(view.plan.targets.map((target, at) => [target, at]));
	return [
		element(
			'div',
			{ class: 'segments', role: 'group', 'aria-label': 'Columns listed' },
			segment('all', `All ${formatNumber(view.columns.length)}`, page.listed === 'all'),
			segment('unused', `Not Used ${formatNumber(unused)}`, page.listed === 'unused'),
		),
		element(
			'p',
			{ class: 'unseen', role: 'status' },
			wanted === '' ? '' : countOf(found.length, 'column found', 'columns found'),
		),
		found.length === 0
			? element('p', { class: 'quiet' }, 'No column found.')
			: element(
					'div',
					{
						class: 'export-columns',
						role: 'group',
						'aria-label': 'Columns of the export',
						id: 'export-columns',
						'data-roving': '',
					},
					...found
						.slice(0, page.listedColumns)
						.map(({ column, at }) =>
							exportColumn(column, at, view.rows, uses.get(column.name) ?? [], positions),
						),
				),
		...(more > 0
			? [
					button(
						'link',
						`Show ${formatNumber(Math.min(more, LISTED_AT_ONCE))} More of ${formatNumber(more)}`,
						does('moreColumns', 'more-columns'),
					),
				]
			: []),
	];
}

function segment(listed: 'all' | 'unused', label: string, isPressed: boolean): HTMLElement {
	return element(
		'button',
		{
			class: 'segment',
			...does('listed', `listed-${listed}`, { listed }),
			'aria-pressed': String(isPressed),
		},
		label,
	);
}

function exportColumn(
	{ name, samples, filled, distinct, isSecret }: ExportColumnView,
	at: number,
	rows: number,
	uses: readonly TargetPlan[],
	positions: ReadonlyMap<TargetPlan, number>,
): HTMLElement {
	const full = rows === 0 ? 0 : filled / rows;
	const facts = `${formatPercent(filled, rows)} filled, ${countOf(distinct, 'value')}`;
	const useLink = (target: TargetPlan): HTMLElement =>
		element(
			'button',
			{
				class: 'link',
				...does('goToTarget', `x-${at}-t-${positions.get(target)}`, { t: positions.get(target) }),
				'aria-label': `${shown(name, 60)} → ${target.element}`,
				tabindex: '-1',
			},
			`→ ${target.element}`,
		);
	return element(
		'div',
		{ class: uses.length > 0 ? 'export-column' : 'export-column unused', id: `x-${at}`, 'data-line': '' },
		element(
			'div',
			{ class: 'export-head' },
			element('p', { class: 'export-name' }, shown(name, 80)),
			element(
				'button',
				{
					class: 'small',
					...does('useFor', `x-${at}-use`, { x: at }),
					'aria-haspopup': 'dialog',
					'aria-label': `Use For… ${shown(name, 60)}`,
					tabindex: '-1',
				},
				'Use For…',
			),
		),
		element(
			'p',
			{ class: 'fullness quiet' },
			withShare(element('span', { class: 'fill-bar', 'aria-hidden': 'true' }), full),
			element('span', {}, facts),
		),
		element('p', { class: 'samples quiet' }, isSecret ? 'Values are not shown' : samplesText(samples)),
		uses.length === 0 ? undefined : element('p', { class: 'uses' }, ...uses.map(useLink)),
	);
}
