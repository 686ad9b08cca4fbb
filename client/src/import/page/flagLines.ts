import type { ImportPlan, TargetPlan } from '../../../../server/src/protocol';
import { shown } from '../../../../server/src/wording';
import { element } from '../../page/dom';
import type { PageModel } from './model';
import { button, does, optionText, samplesText } from './parts';

/** The yes/no columns of a target as one group: what a yes in each of them means. */
export function flagLines({ view }: PageModel, target: TargetPlan, at: number): HTMLElement {
	const flags = flagsOf(view.plan, target);
	const samples = new Map(view.columns.map((column) => [column.name, column.samples]));
	return element(
		'div',
		{ class: 'flags' },
		element('p', { class: 'quiet' }, 'A yes in a column means its code. No yes leaves the field empty.'),
		element(
			'div',
			{
				role: 'group',
				'aria-label': `Yes/no columns of ${target.element}`,
				'data-roving': '',
				id: `t-${at}-flags`,
			},
			...Object.entries(flags).map(([header, code], position) =>
				element(
					'div',
					{ class: 'flag-line', 'data-line': '' },
					element('span', { class: 'value' }, shown(header, 60)),
					element('span', { class: 'quiet' }, samplesText(samples.get(header) ?? [])),
					element('span', { class: 'arrow', 'aria-hidden': 'true' }, '→'),
					element(
						'button',
						{
							class: 'pick',
							...does('flag', `t-${at}-f-${position}`, { t: at, f: position }),
							'aria-haspopup': 'dialog',
							'aria-label': `A yes in ${shown(header, 60)} means: ${code}`,
							tabindex: '-1',
						},
						optionText(target.options.find((option) => option.code === code) ?? { code, text: code }),
					),
				),
			),
		),
		button('small', 'Add a Yes/No Column…', does('addColumn', `t-${at}-add`, { t: at })),
	);
}

/** The yes/no columns that feed a target, with the code that a yes means. */
export function flagsOf(
	{ mapping }: ImportPlan,
	{ element: name }: TargetPlan,
): Readonly<Record<string, string>> {
	return mapping.flags?.[name] ?? {};
}
