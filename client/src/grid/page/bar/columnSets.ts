import { element, setAttributes, setText } from '../../../page/dom';
import type { ColumnSet } from '../../messages';
import { problemColumnsText } from '../filterTexts';
import type { TablePage, TableState } from '../table';

const sets: readonly ColumnSet[] = ['categories', 'all', 'problems'];

/** Creates the three buttons of which one is pressed: which columns the table shows. */
export function createColumnSets(table: TablePage): {
	readonly element: HTMLElement;
	show(state: TableState): void;
} {
	const buttons = sets.map((set) => {
		const button = element('button', {
			type: 'button',
			role: 'radio',
			class: 'segment',
			'aria-checked': 'false',
		});
		button.addEventListener('click', () => {
			table.setColumnSet(set);
			table.focus();
		});
		return button;
	});
	const texts = (state: TableState): readonly string[] => [
		'My categories',
		'All columns',
		problemColumnsText(state.layout?.columns ?? []),
	];
	return {
		element: element(
			'div',
			{ role: 'radiogroup', 'aria-label': 'Columns to show', class: 'segments' },
			...buttons,
		),
		show(state) {
			const names = texts(state);
			for (const [at, button] of buttons.entries()) {
				setText(button, names[at] ?? '');
				setAttributes(button, { 'aria-checked': String(sets[at] === state.set) });
			}
		},
	};
}
