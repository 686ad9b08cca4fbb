import { shown } from '../../../../server/src/wording';
import { element } from '../../page/dom';
import type { ImportPlaces, ImportState } from '../messages';
import { button, does } from './parts';

/** What is shown in place of an import: that it is being read, that a sheet is asked for, or why it cannot be read. */
export function statePart(
	state: Exclude<ImportState, { readonly kind: 'view' }>,
	{ fileName }: ImportPlaces,
): readonly HTMLElement[] {
	const heading = element('h1', {}, fileName === '' ? 'Import' : `Import ${shown(fileName, 80)}`);
	switch (state.kind) {
		case 'reading': {
			const bar = element('progress', { max: '100', 'aria-label': 'Reading the export' });
			bar.value = state.progress;
			return [heading, element('p', { role: 'status' }, `Reading the export… ${state.progress} %`), bar];
		}
		case 'asking sheet':
			return [
				heading,
				element('p', {}, state.problem),
				element(
					'div',
					{ class: 'sheets', role: 'group', 'aria-label': 'Sheets' },
					...state.sheets.map((sheet, at) =>
						button('candidate', shown(sheet, 80), does('takeSheet', `sheet-${at}`, { sheet: at })),
					),
				),
			];
		case 'problem':
			return [
				heading,
				element('p', { class: 'problem', role: 'alert' }, state.problem),
				element('p', { class: 'quiet' }, 'It may be readable in another way:'),
				element(
					'div',
					{ class: 'todo-buttons' },
					formatButton('Encoding…', 'encoding'),
					formatButton('Separator…', 'delimiter'),
					formatButton('Row of Names…', 'headerRow'),
					button('button second', 'Read Again', does('readAgain', 'read-again')),
				),
			];
	}
}

function formatButton(label: string, action: 'encoding' | 'delimiter' | 'headerRow'): HTMLElement {
	return button('pick', label, { ...does(action, action), 'aria-haspopup': 'dialog' });
}
