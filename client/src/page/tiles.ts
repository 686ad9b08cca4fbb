import { element } from './dom';

/** A number, or another short text, and what it counts. */
export type Tile = readonly [amount: string, noun: string];

/** Large numbers side by side. */
export function tiles(all: readonly Tile[]): HTMLElement {
	const parts = all.map(([amount, noun]) =>
		element('div', {}, element('dd', {}, amount), element('dt', {}, noun)),
	);
	return element('dl', { class: 'tiles' }, ...parts);
}
