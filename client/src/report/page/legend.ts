import { element, withShare } from '../../page/dom';
import type { BarKind } from './bars';

/** A color of the report and what it stands for. */
export type LegendItem = readonly [kind: BarKind | 'open', text: string];

/** What the colors mean, in a line. */
export function legend(items: readonly LegendItem[]): HTMLElement {
	return element(
		'ul',
		{ class: 'legend' },
		...items.map(([kind, text]) =>
			element('li', {}, withShare(element('span', { class: `swatch ${kind}` }), 1), text),
		),
	);
}
