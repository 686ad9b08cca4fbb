import type { TargetPlan, ValuePlan } from '../../../../server/src/protocol';
import { countOf, formatNumber } from '../../../../server/src/wording';
import { element, withShare } from '../../page/dom';
import type { PageModel } from './model';
import { LISTED_AT_ONCE } from './pageState';
import { button, does, optionText, valueText } from './parts';
import { openValues } from './questions';

/** Values of a column from which on several can be decided at once, though they are settled. */
const MANY_VALUES = 4;
/** Codes that a line offers to take with one click, where the column has no more. */
const FEW_CODES = 4;

/** The distinct values of a target with what becomes of each, what a blank means, and how to decide several at once. */
export function valueLines(model: PageModel, target: TargetPlan, at: number): HTMLElement | undefined {
	const { page } = model;
	const values = model.order(target);
	const { blank, element: name } = target;
	if (values.length === 0 && !blank) return undefined;
	const listed = page.listedValues.get(name) ?? LISTED_AT_ONCE;
	const selected = page.selected.get(name) ?? new Set<string>();
	const positions = new Map(target.values.map((each, position) => [each, position]));
	const hasBulk = openValues(target).length > 1 || values.length >= MANY_VALUES;
	const most = Math.max(1, blank?.rows ?? 0, ...target.values.map(({ rows }) => rows));
	const lines = values.slice(0, listed).map((each) => {
		const line = `t-${at}-v-${positions.get(each)}`;
		return valueLine(
			target,
			each,
			at,
			positions.get(each) ?? 0,
			line,
			hasBulk ? selected.has(each.value) : undefined,
			most,
		);
	});
	const more = values.length - listed;
	return element(
		'div',
		{ class: 'values' },
		hasBulk ? bulkBar(target, at, selected.size) : undefined,
		element(
			'div',
			{
				class: 'value-lines',
				role: 'group',
				'aria-label': `Values of ${name}`,
				'data-roving': '',
				id: `t-${at}-vs`,
			},
			...lines,
			blank && blankLine(target, blank, at, most),
		),
		more > 0
			? button(
					'link',
					`Show ${formatNumber(Math.min(more, LISTED_AT_ONCE))} More of ${formatNumber(more)}`,
					does('moreValues', `t-${at}-more`, { t: at }),
				)
			: undefined,
	);
}

/** Selects all that is left, and decides what is selected. */
function bulkBar(target: TargetPlan, at: number, selected: number): HTMLElement {
	const open = openValues(target);
	const attributes = (action: 'codes' | 'leaveAll' | 'emptyAll') => ({
		...does(action, `t-${at}-${action}`, { t: at }),
		disabled: selected === 0 ? '' : undefined,
	});
	const box = element('input', { ...does('selectOpen', `t-${at}-all`, { t: at }), type: 'checkbox' });
	box.checked = selected > 0;
	box.indeterminate = selected > 0 && selected < Math.max(open.length, 1);
	const label =
		open.length > 0 ? `All ${formatNumber(open.length)} left` : `All ${formatNumber(target.values.length)}`;
	return element(
		'div',
		{ class: 'bulk', role: 'group', 'aria-label': `Several values of ${target.element}` },
		element('label', { class: 'bulk-all' }, box, element('span', {}, label)),
		element(
			'span',
			{ class: 'quiet' },
			selected > 0 ? `${countOf(selected, 'value')} selected:` : 'Several at once:',
		),
		target.options.length > 0 ? button('small', 'Set Code…', attributes('codes')) : undefined,
		button('small', 'Leave Unchanged', attributes('leaveAll')),
		button('small', 'Empty', attributes('emptyAll')),
	);
}

function valueLine(
	target: TargetPlan,
	plan: ValuePlan,
	at: number,
	position: number,
	line: string,
	isSelected: boolean | undefined,
	most: number,
): HTMLElement {
	const { value, rows, code, candidates, meaning, belongsIn } = plan;
	const isOpen = code === undefined;
	const text = valueText(value);
	const box = element('input', {
		...does('select', `${line}-box`, { t: at, v: position }),
		type: 'checkbox',
		'aria-label': `Select ${text}`,
		tabindex: '-1',
	});
	box.checked = isSelected === true;
	const offered = isOpen ? offeredCodes(target, candidates) : [];
	const label = isOpen ? (offered.length > 0 ? 'Other…' : 'Choose…') : codeText(target, code);
	return element(
		'div',
		{ class: isOpen ? 'value-line open' : 'value-line', id: line, 'data-line': '' },
		isSelected === undefined ? element('span', {}) : box,
		element('span', { class: 'value', title: meaning }, text),
		rowsBar(rows, most),
		element('span', { class: 'arrow', 'aria-hidden': 'true' }, '→'),
		element(
			'span',
			{ class: 'value-codes' },
			belongsIn
				? button('chip-button wanted', `Set ${belongsIn.element} to ${belongsIn.code}`, {
						...does('belongsIn', `${line}-belongs`, { t: at, v: position }),
						'aria-label': `Set ${belongsIn.element} to ${belongsIn.code} for ${text}`,
						tabindex: '-1',
					})
				: undefined,
			...offered.map((offer) =>
				element(
					'button',
					{
						class: 'chip-button',
						...does('takeCode', `${line}-c-${offer.code}`, { t: at, v: position, code: offer.code }),
						'aria-label': `${chipText(offer)} for ${text}`,
						title: optionText(offer),
						tabindex: '-1',
					},
					element('b', {}, offer.code),
					chipText(offer).slice(offer.code.length),
				),
			),
			element(
				'button',
				{
					class: isOpen && offered.length === 0 ? 'pick wanted' : 'pick',
					...does('code', `${line}-pick`, { t: at, v: position }),
					'aria-haspopup': 'dialog',
					'aria-label': `${label} for ${text}`,
					tabindex: '-1',
				},
				label,
			),
			isOpen && meaning ? element('span', { class: 'quiet meaning' }, meaning) : undefined,
			isOpen ? undefined : element('span', { class: 'quiet how' }, howText(plan)),
		),
	);
}

/** What a value could mean; all codes of a column that has few. */
function offeredCodes({ options }: TargetPlan, candidates: readonly string[]): TargetPlan['options'] {
	const meant = candidates.flatMap((code) => options.find((option) => option.code === code) ?? []);
	if (meant.length > 0) return meant.slice(0, FEW_CODES);
	return options.length <= FEW_CODES ? options : [];
}

/** "F Female", or the code alone where its text only repeats it. */
function chipText({ code, text }: TargetPlan['options'][number]): string {
	return text === code ? code : `${code} ${text}`;
}

/** What becomes of a value, in a few words. */
function codeText({ options }: TargetPlan, code: string | null): string {
	if (code === null) return 'Unchanged';
	if (code === '') return 'Empty';
	return optionText(options.find((option) => option.code === code) ?? { code, text: code });
}

function howText({ how, code, value }: ValuePlan): string {
	if (how === 'mapping') return 'chosen';
	if (how === 'table') return 'by the table of codes';
	return how === 'meaning' && code !== value ? 'recognized' : '';
}

function rowsBar(rows: number, most: number): HTMLElement {
	const bar = withShare(element('span', { class: 'rows-bar', 'aria-hidden': 'true' }), rows / most);
	return element('span', { class: 'rows' }, bar, element('span', { class: 'count' }, countOf(rows, 'row')));
}

/** The rows without a value, and what that means. */
function blankLine(
	target: TargetPlan,
	{ rows, code, asks }: NonNullable<TargetPlan['blank']>,
	at: number,
	most: number,
): HTMLElement {
	const isOpen = asks && code === undefined;
	const line = `t-${at}-b`;
	const pickLabel = isOpen ? 'Other…' : code ? codeText(target, code) : 'Stays Empty';
	const offered = target.options.length <= FEW_CODES ? target.options : [];
	const chip = (label: string, wanted: string): HTMLElement =>
		element(
			'button',
			{
				class: 'chip-button',
				...does('takeBlank', `${line}-c-${wanted}`, { t: at, code: wanted }),
				'aria-label': `${label} for a blank`,
				tabindex: '-1',
			},
			label,
		);
	return element(
		'div',
		{ class: isOpen ? 'value-line open' : 'value-line', id: line, 'data-line': '' },
		element('span', {}),
		element('span', { class: 'value blank' }, 'Blank'),
		rowsBar(rows, most),
		element('span', { class: 'arrow', 'aria-hidden': 'true' }, '→'),
		element(
			'span',
			{ class: 'value-codes' },
			...(isOpen
				? [chip('Stays Empty', ''), ...offered.map((option) => chip(optionText(option), option.code))]
				: []),
			element(
				'button',
				{
					class: 'pick',
					...does('blank', `${line}-pick`, { t: at }),
					'aria-haspopup': 'dialog',
					'aria-label': `${pickLabel} for a blank`,
					tabindex: '-1',
				},
				pickLabel,
			),
			isOpen
				? element('span', { class: 'quiet meaning' }, 'The column has one other value only.')
				: undefined,
		),
	);
}
