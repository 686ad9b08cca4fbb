import { element } from '../../../page/dom';
import { isOfText } from '../../../page/popups';
import { filterByText } from '../filterModel';
import type { TablePage, TableState } from '../table';

/** How long to wait after the last key, in milliseconds. */
const DELAY = 150;

/** Creates the box for the text that rows must contain. Escape empties it, and leaves it if it is empty. */
export function createSearchBox(table: TablePage): {
	readonly element: HTMLInputElement;
	show(state: TableState): void;
} {
	const box = element('input', {
		type: 'search',
		class: 'box',
		'aria-label': 'Filter rows',
		placeholder: 'Filter rows',
		spellcheck: 'false',
	});
	box.title = 'Show rows that contain this text (Ctrl+F)';
	let timer: ReturnType<typeof setTimeout> | undefined;
	const apply = (): void => {
		clearTimeout(timer);
		timer = undefined;
		const { filter } = table.state.view;
		if ((filter.text ?? '') !== box.value) table.setFilter(filterByText(filter, box.value));
	};
	box.addEventListener('input', () => {
		clearTimeout(timer);
		timer = setTimeout(apply, DELAY);
	});
	box.addEventListener('keydown', (event) => {
		if (isOfText(event)) event.stopPropagation();
		if (event.key === 'Enter' || event.key === 'ArrowDown') {
			apply();
			table.focus();
		} else if (event.key === 'Escape') {
			if (box.value === '') table.focus();
			box.value = '';
			apply();
		} else return;
		event.preventDefault();
		event.stopPropagation();
	});
	return {
		element: box,
		show({ view }) {
			// While a person types, the box is ahead of the filter.
			if (timer === undefined && view.filter.text?.trim() !== box.value.trim())
				box.value = view.filter.text ?? '';
		},
	};
}
