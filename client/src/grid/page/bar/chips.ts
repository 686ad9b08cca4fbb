import { element } from '../../../page/dom';
import { conditionsOf } from '../filterModel';
import { conditionText, sortText } from '../filterTexts';
import type { TablePage, TableState } from '../table';

/** Creates the row of conditions that the filter has now, and the order, each with a button that takes it off. */
export function createChips(table: TablePage): {
	readonly element: HTMLElement;
	show(state: TableState): void;
} {
	const chips = element('div', { class: 'chips', role: 'group', 'aria-label': 'Filter and order' });
	return {
		element: chips,
		show({ view, layout }) {
			const focused = [...chips.children].indexOf(document.activeElement as HTMLElement);
			const columns = layout?.columns ?? [];
			const conditions = conditionsOf(view.filter);
			const buttons = conditions.map((condition) => {
				const text = conditionText(condition, columns);
				return chip(text, text, 'Remove this condition', () => table.setFilter(condition.without));
			});
			if (conditions.length > 0) {
				const clear = element('button', { type: 'button', class: 'link' }, 'Clear Filters');
				clear.addEventListener('click', () => table.setFilter({}));
				buttons.push(clear);
			}
			if (view.sort) {
				const { column, descending } = view.sort;
				const text = sortText(column, columns);
				const [sign, name] = descending ? ['▼', 'descending'] : ['▲', 'ascending'];
				buttons.unshift(
					chip(`${text} ${sign}`, `${text}, ${name}`, 'Use file order', () => table.setSort(undefined)),
				);
			}
			chips.replaceChildren(...buttons);
			chips.hidden = buttons.length === 0;
			if (focused < 0) return;
			// Without a filter the rows are what people go on with.
			const next = conditions.length > 0 ? buttons[Math.min(focused, buttons.length - 1)] : undefined;
			if (next) next.focus();
			else table.focus();
		},
	};
}

function chip(text: string, name: string, title: string, remove: () => void): HTMLButtonElement {
	const sign = element('span', { 'aria-hidden': 'true' }, '×');
	const button = element(
		'button',
		{ type: 'button', class: 'chip', 'aria-label': `Remove ${name}`, title },
		text,
		sign,
	);
	button.addEventListener('click', remove);
	return button;
}
