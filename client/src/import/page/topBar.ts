import { delimiters, encodings, type ImportView } from '../../../../server/src/protocol';
import { countOf, formatNumber, shown } from '../../../../server/src/wording';
import { element } from '../../page/dom';
import type { PageModel } from './model';
import { button, does } from './parts';
import { importLabel, keyToDecide, leftText } from './questions';

/** The heading of the page: what is imported and how it is read, what is left to decide, and the button that imports. */
export function topBar(model: PageModel): readonly HTMLElement[] {
	const { view, places, importing } = model;
	const { plan } = view;
	const left = leftText(plan);
	const isBlocked = keyToDecide(plan) !== undefined;
	const isNew = model.result === undefined;
	return [
		element(
			'div',
			{ class: 'title' },
			element('h1', {}, `Import ${shown(places.fileName, 80)}`),
			formatLine(view),
			element(
				'p',
				{ class: 'places quiet' },
				'New files go to ',
				element('b', {}, places.folder),
				' ',
				button('link', 'Change Folder…', does('chooseFolder', 'folder')),
				element('span', { class: 'dot', 'aria-hidden': 'true' }, '·'),
				`Choices are saved in ${places.mappingPlace}`,
				' ',
				button('link', 'Save Mapping As…', does('saveMappingAs', 'mapping')),
				element('span', { class: 'dot', 'aria-hidden': 'true' }, '·'),
				button('link', 'Start Over', {
					...does('startOver', 'start-over'),
					title: 'Takes all choices back, those of a saved mapping too. Undo restores them.',
				}),
			),
			...places.notes.map((note) => element('p', { class: 'note' }, note)),
			...view.format.warnings.map((warning) => element('p', { class: 'note warning' }, warning)),
		),
		element(
			'div',
			{ class: 'todo' },
			element(
				'p',
				{ class: left ? 'left' : 'left settled', role: 'status', id: 'left' },
				left ?? 'Everything is settled',
			),
			element(
				'div',
				{ class: 'todo-buttons' },
				left
					? element(
							'button',
							{
								class: 'button second',
								...does('next', 'next'),
								'aria-keyshortcuts': 'F8',
								title: 'Go to the next one to decide (F8)',
							},
							'Next ',
							element('kbd', {}, 'F8'),
						)
					: undefined,
				importing === undefined
					? element(
							'button',
							{
								class: isNew ? 'button' : 'button second',
								...does('import', 'import'),
								disabled: isBlocked ? '' : undefined,
								'aria-describedby': isBlocked ? 'blocked' : undefined,
							},
							isNew ? importLabel(plan) : `${importLabel(plan)} Again`,
						)
					: element('p', { class: 'left', role: 'status' }, `Importing… ${importing} %`),
			),
			isBlocked
				? element('p', { class: 'quiet', id: 'blocked' }, 'Choose the column with the Student_id first.')
				: undefined,
		),
	];
}

/** System and format in one line, each to correct. */
function formatLine({ plan, format, rows, columns }: ImportView): HTMLElement {
	const { kind, encoding, delimiter, header, headerRow, sheet, sheets } = format;
	const system = plan.system ?? 'not recognized';
	const parts: readonly (HTMLElement | undefined)[] = [
		element('span', {}, `${countOf(rows, 'row')}, ${countOf(columns.length, 'column')}`),
		choice('system', `System: ${system}${plan.system && !plan.isSystemPicked ? ' (recognized)' : ''}`),
		kind === 'workbook'
			? (sheets?.length ?? 0) > 1 || sheet !== undefined
				? choice('sheet', `Sheet: ${shown(sheet ?? '', 40)}`)
				: undefined
			: choice('delimiter', `Separated by ${delimiter ? delimiters[delimiter] : 'commas'}`),
		kind === 'workbook' || !encoding ? undefined : choice('encoding', encodings[encoding]),
		choice('headerRow', header ? `Names in row ${formatNumber(headerRow ?? 1)}` : 'No row of names'),
	];
	return element('p', { class: 'format' }, ...parts);
}

function choice(
	action: 'system' | 'sheet' | 'delimiter' | 'encoding' | 'headerRow',
	label: string,
): HTMLElement {
	return element(
		'button',
		{ class: 'pick quiet-pick', ...does(action, action), 'aria-haspopup': 'dialog' },
		label,
	);
}
