import { createNode } from './dom';
import type { Regions } from './table';

/** Creates the empty regions of the page. */
export function createRegions(): Regions {
	const toolbar = createNode('header', { class: 'table-toolbar' });
	const grid = createNode('div', { class: 'table-grid' });
	const marks = createNode('div', { class: 'table-marks', 'aria-hidden': 'true' });
	const details = createNode('footer', { class: 'table-details' });
	const popups = createNode('div', { class: 'table-popups' });
	const main = createNode('main', { class: 'table-main' }, grid, marks);
	document.body.append(toolbar, main, details, popups);
	return { toolbar, grid, marks, details, popups };
}
