import { element } from '../../page/dom';
import type { Regions } from './table';

/** Creates the empty regions of the page. */
export function createRegions(): Regions {
	const toolbar = element('header', { class: 'table-toolbar' });
	const grid = element('div', { class: 'table-grid' });
	const marks = element('div', { class: 'table-marks', 'aria-hidden': 'true' });
	const details = element('footer', { class: 'table-details' });
	const popups = element('div', { class: 'table-popups' });
	const main = element('main', { class: 'table-main' }, grid, marks, popups);
	document.body.append(toolbar, main, details);
	return { toolbar, grid, marks, details, popups };
}
