/** Small parts that the whole page is made of. A control says in `data-do` what it does; positions stand for names. */

import type { ColumnOption } from '../../../../server/src/protocol';
import { distinctLabel, shown } from '../../../../server/src/wording';
import { element } from '../../page/dom';

/** What a control does, as `data-do` has it. */
export type Action =
	| 'import'
	| 'next'
	| 'chooseFolder'
	| 'saveMappingAs'
	| 'readAgain'
	| 'openFile'
	| 'showProblems'
	| 'system'
	| 'encoding'
	| 'delimiter'
	| 'headerRow'
	| 'sheet'
	| 'takeSheet'
	| 'column'
	| 'addColumn'
	| 'takeColumn'
	| 'noColumn'
	| 'unfold'
	| 'codeTable'
	| 'takeTable'
	| 'flag'
	| 'code'
	| 'takeCode'
	| 'belongsIn'
	| 'startOver'
	| 'blank'
	| 'takeBlank'
	| 'select'
	| 'selectOpen'
	| 'codes'
	| 'leaveAll'
	| 'emptyAll'
	| 'moreValues'
	| 'moreColumns'
	| 'listed'
	| 'goToTarget'
	| 'useFor'
	| 'unfed'
	| 'preview'
	| 'foldPreview';

/** What belongs to a control, all of it positions in the plan and names of ours. */
type Data = Readonly<Record<string, string | number | undefined>>;

/** Attributes of a control that does something. `id` keeps the keyboard on it when the page is drawn again. */
export function does(
	action: Action,
	id: string,
	data: Data = {},
): Readonly<Record<string, string | undefined>> {
	const attributes: Record<string, string | undefined> = { id, type: 'button', 'data-do': action };
	for (const [name, value] of Object.entries(data)) {
		attributes[`data-${name}`] = value === undefined ? undefined : String(value);
	}
	return attributes;
}

/** A button. */
export function button(
	className: string,
	label: string,
	attributes: Readonly<Record<string, string | undefined>>,
): HTMLButtonElement {
	return element('button', { class: className, ...attributes }, label);
}

/** A value as the page shows it: its outer spaces are seen. */
export function valueText(value: string): string {
	const text = shown(value, 60);
	return value === value.trim() && text !== ''
		? text
		: `“${text === '' ? value.replace(/\s/gu, '␣') : text}”`;
}

/** Some values of a column, in a line. */
export function samplesText(samples: readonly string[]): string {
	return samples.map((sample) => shown(sample, 24)).join(', ');
}

/** "F (Female)", or the code alone where its text only repeats it. */
export function optionText({ code, text }: ColumnOption): string {
	const label = distinctLabel({ code, label: text });
	return label === '' ? code : `${code} (${label})`;
}

/** The sign of something that is settled or not, which is read out by its name. */
export function settledSign(isSettled: boolean): HTMLElement {
	const name = isSettled ? 'Settled' : 'To decide';
	const mark = isSettled ? '✓' : '?';
	return element(
		'span',
		{ class: isSettled ? 'state-sign settled' : 'state-sign', role: 'img', 'aria-label': name },
		mark,
	);
}
