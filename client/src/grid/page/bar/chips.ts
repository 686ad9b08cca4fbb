import { element } from '../../../page/dom';
import { conditionsOf } from '../filterModel';
import { conditionText } from '../filterTexts';
import type { TablePage, TableState } from '../table';

/** Creates the row of conditions that the filter has now, each with a button that takes it off. */
export function createChips(table: TablePage): {
	readonly element: HTMLElement;
	show(state: TableState): void;
} {
	const chips = element('div', { class: 'chips', role: 'group', 'aria-label': 'Filter' });
	return {
		element: chips,
		show({ view, layout }) {
			const focused = [...chips.children].indexOf(document.activeElement as HTMLElement);
			const conditions = conditionsOf(view.filter);
			const buttons = conditions.map((condition) => {
				const text = conditionText(condition, layout?.columns ?? []);
				const sign = element('span', { 'aria-hidden': 'true' }, '×');
				const button = element(
					'button',
					{ type: 'button', class: 'chip', 'aria-label': `Remove ${text}` },
					text,
					sign,
				);
				button.title = 'Remove this condition';
				button.addEventListener('click', () => table.setFilter(condition.without));
				return button;
			});
			if (conditions.length > 0) {
				const clear = element('button', { type: 'button', class: 'link' }, 'Clear Filters');
				clear.addEventListener('click', () => table.setFilter({}));
				buttons.push(clear);
			}
			chips.replaceChildren(...buttons);
			chips.hidden = buttons.length === 0;
			if (focused < 0) return;
			const next = buttons[Math.min(focused, buttons.length - 1)];
			if (next) next.focus();
			else table.focus();
		},
	};
}
