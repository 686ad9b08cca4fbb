import type { RowsTarget } from '../../../server/src/protocol';
import { element } from './dom';

/** A button that leads to rows; `name` says to which, also to who cannot see where it is. */
export function rowLink(
	target: RowsTarget,
	name: string,
	...content: readonly (Node | string)[]
): HTMLElement {
	const button = element('button', { class: 'link', 'aria-label': name }, ...content);
	button.dataset.rows = JSON.stringify(target);
	return button;
}

/** Where a button leads; undefined for another one. */
export function targetOf({ dataset: { rows } }: HTMLElement): RowsTarget | undefined {
	return rows === undefined ? undefined : (JSON.parse(rows) as RowsTarget);
}
