import type { GridCode } from '../../../../../server/src/protocol';
import { distinctLabel, shown } from '../../../../../server/src/wording';
import { element, setAttributes } from '../../../page/dom';
import { placePopup } from '../../../page/popups';
import type { CodeList } from '../table';
import { meantCode, type RankedCode, rankCodes } from './rankCodes';

/** How far Page Up and Page Down move. */
const PAGE = 8;
/** The longest typed text that is repeated in the list. */
const MAX_TYPED = 40;

let lists = 0;

/**
 * Opens the list of codes under the input of a cell, which stays the combobox with the focus. Before anything is typed,
 * all codes are listed, and the one that the value means is highlighted; a value that means none stays on Enter. Then it
 * is the best code that begins with the text.
 * A code that only contains the text, or none, leaves what is typed.
 *
 * @param region where popups are put on the page.
 * @param take called with a code, or the typed text, that is clicked.
 * @param isTyped whether the input holds what a person has typed on the cell, and not the value of the cell.
 */
export function openCodeList(
	region: HTMLElement,
	input: HTMLInputElement | HTMLTextAreaElement,
	codes: readonly GridCode[],
	take: (value: string) => void,
	isTyped: boolean,
): CodeList {
	const id = `codes-${++lists}`;
	const options = element('div', { class: 'code-options', role: 'listbox', id, 'aria-label': 'Codes' });
	const definition = element('div', { class: 'code-definition' });
	const list = element('div', { class: 'popup codes' }, options, definition);
	let ranked: readonly RankedCode[] = [];
	/** The position of the highlighted option; that of `ranked.length` keeps the typed text, -1 is none. */
	let at = -1;

	const highlight = (to: number): void => {
		const before = options.children[at];
		if (before) setAttributes(before, { 'aria-selected': 'false' });
		at = to;
		const option = options.children[at];
		if (option) setAttributes(option, { 'aria-selected': 'true' });
		option?.scrollIntoView({ block: 'nearest' });
		setAttributes(input, { 'aria-activedescendant': option?.id });
		const text = ranked[at]?.option.definition ?? '';
		definition.replaceChildren(element('span', {}, text));
		definition.hidden = text === '';
	};
	const show = (isNew: boolean): void => {
		const typed = input.value;
		const isCode = codes.some(({ code }) => code === typed);
		// All codes are there to choose from until something is typed.
		ranked = rankCodes(codes, isNew ? typed : '');
		const nodes = ranked.map((each, index) => codeOption(`${id}-${index}`, each, each.option.code === typed));
		if (typed !== '' && !isCode) nodes.push(keepOption(`${id}-${nodes.length}`, typed));
		options.replaceChildren(...nodes);
		at = -1;
		const isLikely = ranked[0]?.isLikely === true;
		highlight(isNew && typed !== '' ? (isLikely ? 0 : isCode ? -1 : ranked.length) : -1);
		if (!isNew) highlight(isCode ? codes.findIndex(({ code }) => code === typed) : meantCode(codes, typed));
		list.hidden = nodes.length === 0;
		setAttributes(input, { 'aria-expanded': String(!list.hidden) });
		place();
	};
	const place = (): void => {
		placePopup(list, input);
		list.classList.toggle('away', input.matches('.away'));
	};
	const onInput = (): void => show(true);

	options.addEventListener('pointerdown', (event) => {
		// The input keeps the focus.
		event.preventDefault();
		const option = event.target instanceof Element ? event.target.closest('[role=option]') : null;
		if (!option) return;
		const code = ranked[[...options.children].indexOf(option)]?.option.code;
		take(code ?? input.value);
	});
	input.addEventListener('input', onInput);
	setAttributes(input, {
		role: 'combobox',
		'aria-autocomplete': 'list',
		'aria-haspopup': 'listbox',
		'aria-controls': id,
	});
	region.append(list);
	show(isTyped);
	return {
		get highlighted() {
			return ranked[at]?.option.code;
		},
		handleKey(event) {
			const count = options.children.length;
			const to =
				list.hidden || event.ctrlKey || event.metaKey || event.altKey
					? undefined
					: next(event.key, at, count);
			if (to === undefined) return false;
			highlight(to);
			event.preventDefault();
			return true;
		},
		place,
		close() {
			input.removeEventListener('input', onInput);
			list.remove();
			setAttributes(input, {
				'aria-controls': undefined,
				'aria-activedescendant': undefined,
				'aria-expanded': 'false',
			});
		},
	};
}

function next(key: string, at: number, count: number): number | undefined {
	const last = count - 1;
	if (key === 'ArrowDown') return at >= last ? 0 : at + 1;
	if (key === 'ArrowUp') return at <= 0 ? last : at - 1;
	if (key === 'PageDown') return Math.min(at + PAGE, last);
	if (key === 'PageUp') return Math.max(at - PAGE, 0);
	return undefined;
}

function codeOption(id: string, { option, word }: RankedCode, isCurrent: boolean): HTMLElement {
	const label = distinctLabel(option);
	return element(
		'div',
		{
			role: 'option',
			class: isCurrent ? 'code-option current' : 'code-option',
			id,
			'aria-selected': 'false',
		},
		element('span', { class: 'code' }, option.code),
		label === '' ? undefined : element('span', { class: 'code-label' }, ` ${label}`),
		word === undefined ? undefined : element('span', { class: 'quiet' }, ` “${word}”`),
	);
}

/** The last line: what is typed stays as it is. */
function keepOption(id: string, typed: string): HTMLElement {
	const text = `Keep “${shown(typed, MAX_TYPED)}” (not a code)`;
	return element('div', { role: 'option', class: 'code-option keep', id, 'aria-selected': 'false' }, text);
}
