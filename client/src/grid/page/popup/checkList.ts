import { countOf, plural } from '../../../../../server/src/wording';
import { element, setText } from '../../../page/dom';
import { folded } from '../../../page/folded';

/** A line that can be checked. */
export interface CheckItem {
	/** What it is known by to the caller; one of a kind in the list. */
	readonly id: string;
	readonly label: string;
	/** More about it, in quiet letters. */
	readonly note?: string | undefined;
	/** How many rows or the like, at the end. */
	readonly count?: string | undefined;
	readonly sign?: HTMLElement | undefined;
}

/** A list of lines to check, with a box to search it. */
export interface CheckList {
	readonly element: HTMLElement;
	/** What the box finds now; all lines if it is empty. */
	found(): readonly CheckItem[];
}

/** Lines that are on the page at once; the search finds the others. */
const MAX_LINES = 1000;

/**
 * Creates a list in which arrows, Home and End move and Space checks.
 *
 * @param name what is searched: "values of Race".
 * @param checked the ids that are checked at first.
 * @param onChange called with the id of a line that a person has checked or cleared.
 */
export function createCheckList(
	name: string,
	items: readonly CheckItem[],
	checked: ReadonlySet<string>,
	onChange: (id: string, isChecked: boolean) => void,
): CheckList {
	const searched = items.map((item) => ({ item, text: folded(`${item.label} ${item.note ?? ''}`) }));
	const search = element('input', {
		type: 'search',
		class: 'box',
		'aria-label': `Search ${name}`,
		placeholder: `Search ${name}`,
		'data-first': '',
	});
	const lines = element('div', { class: 'lines', role: 'group', 'aria-label': name });
	const rest = element('p', { class: 'quiet', 'aria-live': 'polite' });
	let now = searched;

	const show = (): void => {
		const wanted = folded(search.value);
		now = searched.filter(({ text }) => text.includes(wanted));
		const more = now.length - MAX_LINES;
		lines.replaceChildren(
			...now.slice(0, MAX_LINES).map(({ item }, at) => checkLine(item, checked.has(item.id), at === 0)),
		);
		setText(
			rest,
			now.length === 0
				? 'Nothing found.'
				: more > 0
					? `${countOf(more, 'more')} ${plural(more, 'is', 'are')} not listed: search for ${plural(more, 'it', 'them')}.`
					: '',
		);
	};
	search.addEventListener('input', show);
	search.addEventListener('keydown', (event) => {
		if (event.key !== 'ArrowDown') return;
		event.preventDefault();
		lines.querySelector<HTMLElement>('input')?.focus();
	});
	lines.addEventListener('change', ({ target }) => {
		if (target instanceof HTMLInputElement) onChange(target.value, target.checked);
	});
	lines.addEventListener('keydown', (event) => moveInLines(event, lines, search));
	show();
	return {
		element: element('div', { class: 'check-list' }, search, lines, rest),
		found: () => now.map(({ item }) => item),
	};
}

function checkLine({ id, label, note, count, sign }: CheckItem, isChecked: boolean, isFirst: boolean): Node {
	const box = element('input', { type: 'checkbox', tabindex: isFirst ? '0' : '-1' });
	// As the caller has it: an attribute would show what is hidden in it.
	box.value = id;
	box.checked = isChecked;
	return element(
		'label',
		{ class: 'line' },
		box,
		sign,
		element('span', { class: 'line-label' }, label),
		note === undefined ? undefined : element('span', { class: 'quiet' }, note),
		count === undefined ? undefined : element('span', { class: 'line-count' }, count),
	);
}

function moveInLines(event: KeyboardEvent, lines: HTMLElement, search: HTMLElement): void {
	const boxes = [...lines.querySelectorAll<HTMLElement>('input')];
	const at = boxes.indexOf(event.target as HTMLElement);
	const last = boxes.length - 1;
	const to = { ArrowDown: Math.min(at + 1, last), ArrowUp: at - 1, Home: 0, End: last }[event.key];
	if (to === undefined) return;
	event.preventDefault();
	const next = boxes[to] ?? search;
	next.focus();
	if (next === search) return;
	for (const box of boxes) box.tabIndex = box === next ? 0 : -1;
}
