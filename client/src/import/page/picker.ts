import { formatNumber } from '../../../../server/src/wording';
import { element, setAttributes, setText } from '../../page/dom';
import { folded } from '../../page/folded';
import { type Anchor, type Popups, placePopup } from '../../page/popups';

/** A line to pick. */
export interface PickLine {
	readonly label: string;
	/** More about it, on a line of its own. */
	readonly note?: string | undefined;
	/** A few letters at the end of the line. */
	readonly end?: string | undefined;
	/** A heading above the first line that has it. */
	readonly group?: string | undefined;
	readonly isChosen?: boolean | undefined;
	/** Whether it is set apart: it is no code and no column, such as "Leave Unchanged". */
	readonly isOther?: boolean | undefined;
	run(): void;
}

/** Lines that are in the list at once; the search finds the others. */
const MAX_LINES = 200;
/** Lines that Page Up and Page Down pass. */
const PAGE = 8;

/**
 * Opens a list to pick one line from by mouse or keyboard: typing searches, arrows move, Enter takes the highlighted
 * line, Escape closes.
 *
 * @param title what is picked, for people.
 * @param typed what is searched for at first.
 */
export function openPicker(
	popups: Popups,
	title: string,
	lines: readonly PickLine[],
	at: Anchor,
	typed = '',
): void {
	// Only when something is searched for: an export may have 20,000 columns.
	let searched: Parameters<typeof ranked>[0] | undefined;
	const search = (wanted: string): readonly PickLine[] => {
		searched ??= lines.map((line) => ({ line, text: folded(`${line.label} ${line.note ?? ''}`) }));
		return ranked(searched, wanted);
	};
	const list = element('div', { class: 'pick-list', role: 'listbox', id: 'pick-list', 'aria-label': title });
	const input = element('input', {
		type: 'text',
		class: 'box',
		role: 'combobox',
		spellcheck: 'false',
		autocomplete: 'off',
		'aria-label': `Search: ${title}`,
		placeholder: 'Type to search',
		'aria-autocomplete': 'list',
		'aria-controls': 'pick-list',
		'aria-expanded': 'true',
		'data-first': '',
	});
	const rest = element('p', { class: 'quiet', role: 'status' });
	const dialog = element(
		'div',
		{ class: 'picker', role: 'dialog', 'aria-label': title },
		element('h2', {}, title),
		input,
		list,
		rest,
	);
	let found: readonly PickLine[] = [];
	let nodes: readonly HTMLElement[] = [];
	let active = -1;

	const highlight = (to: number): void => {
		const before = nodes[active];
		if (before) setAttributes(before, { 'aria-selected': 'false' });
		active = to;
		const node = nodes[active];
		if (node) setAttributes(node, { 'aria-selected': 'true' });
		node?.scrollIntoView({ block: 'nearest' });
		setAttributes(input, { 'aria-activedescendant': node?.id });
	};
	const show = (): void => {
		const wanted = folded(input.value);
		found = wanted === '' ? lines : search(wanted);
		let group: string | undefined;
		const all: HTMLElement[] = [];
		nodes = found.slice(0, MAX_LINES).map((line, index) => {
			if (wanted === '' && line.group !== undefined && line.group !== group) {
				group = line.group;
				all.push(element('div', { class: 'pick-group', role: 'presentation' }, group));
			}
			const node = pickLine(line, index);
			all.push(node);
			return node;
		});
		list.replaceChildren(...all);
		const more = found.length - MAX_LINES;
		setText(
			rest,
			found.length === 0
				? 'Nothing found.'
				: more > 0
					? `${formatNumber(more)} more: type to find them.`
					: '',
		);
		active = -1;
		const chosen = wanted === '' ? found.findIndex(({ isChosen }) => isChosen) : 0;
		highlight(chosen >= 0 && chosen < nodes.length ? chosen : 0);
	};
	const take = (line: PickLine | undefined): void => {
		if (!line) return;
		close();
		line.run();
	};
	input.value = typed;
	input.addEventListener('input', () => {
		show();
		placePopup(popup, at);
	});
	input.addEventListener('keydown', (event) => {
		const last = nodes.length - 1;
		const to = {
			ArrowDown: active >= last ? 0 : active + 1,
			ArrowUp: active <= 0 ? last : active - 1,
			PageDown: Math.min(active + PAGE, last),
			PageUp: Math.max(active - PAGE, 0),
		}[event.key];
		if (event.key === 'Enter') take(found[active]);
		else if (event.key === 'Tab') close();
		else if (to !== undefined) highlight(to);
		else return;
		event.preventDefault();
	});
	// The box keeps the keyboard.
	list.addEventListener('pointerdown', (event) => event.preventDefault());
	list.addEventListener('click', ({ target }) => {
		const node = target instanceof Element ? target.closest<HTMLElement>('[role=option]') : null;
		if (node) take(found[nodes.indexOf(node)]);
	});
	show();
	const close = popups.open(dialog, at);
	const popup = dialog.parentElement ?? dialog;
	nodes[active]?.scrollIntoView({ block: 'nearest' });
}

/** The lines that hold all words of the text: first those that are or begin with it, then the others in their order. */
function ranked(
	searched: readonly { readonly line: PickLine; readonly text: string }[],
	wanted: string,
): readonly PickLine[] {
	const rank = (text: string): number =>
		text === wanted || text.startsWith(`${wanted} `) ? 0 : text.startsWith(wanted) ? 1 : 2;
	const words = wanted.split(' ').filter((word) => word !== '');
	return (
		searched
			.filter(({ text }) => words.every((word) => text.includes(word)))
			// The sort is stable.
			.sort((a, b) => rank(a.text) - rank(b.text))
			.map(({ line }) => line)
	);
}

function pickLine({ label, note, end, isChosen, isOther }: PickLine, at: number): HTMLElement {
	return element(
		'div',
		{
			class: isOther ? 'pick-line other' : 'pick-line',
			role: 'option',
			id: `pick-${at}`,
			'aria-selected': 'false',
		},
		element('span', { class: 'pick-mark', 'aria-hidden': 'true' }, isChosen ? '✓' : ''),
		element(
			'span',
			{ class: 'pick-text' },
			element('span', { class: 'pick-label' }, label),
			isChosen ? element('span', { class: 'unseen' }, ', chosen now') : undefined,
			note === undefined ? undefined : element('span', { class: 'pick-note' }, note),
		),
		end === undefined ? undefined : element('span', { class: 'pick-end' }, end),
	);
}
