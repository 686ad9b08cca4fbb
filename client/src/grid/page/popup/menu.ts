import { element } from '../../../page/dom';
import type { Anchor, Popups } from '../../../page/popups';

/** An item of a menu. */
export interface MenuItem {
	readonly label: string;
	/** The keys that do the same, for people: "Ctrl+D". */
	readonly keys?: string | undefined;
	/** A sign before the label. */
	readonly sign?: HTMLElement | undefined;
	/** How many rows or the like, at the end. */
	readonly count?: string | undefined;
	/** Whether it is the one chosen now; undefined for an item that is no choice. */
	readonly isChosen?: boolean | undefined;
	readonly isPreferred?: boolean | undefined;
	readonly isDisabled?: boolean | undefined;
	run(): void;
}

/** A heading above items, which cannot be chosen. */
interface MenuHeading {
	readonly heading: string;
	readonly keys: string;
}

/** An item, a heading, or a line between groups of items. */
export type MenuEntry = MenuItem | MenuHeading | 'separator';

/**
 * Opens a menu as the ARIA pattern has it: arrows, Home, End and typing move, Enter and Space choose, Escape leaves. The
 * item runs when the menu is closed.
 */
export function openMenu(popups: Popups, name: string, entries: readonly MenuEntry[], at: Anchor): void {
	const items: HTMLElement[] = [];
	const menu = element('div', { role: 'menu', class: 'menu', 'aria-label': name });
	for (const entry of withoutOuterSeparators(entries)) {
		if (entry === 'separator') {
			menu.append(element('div', { role: 'separator' }));
			continue;
		}
		if ('heading' in entry) {
			menu.append(menuHeading(entry));
			continue;
		}
		const item = menuItem(entry, items.length === 0);
		item.addEventListener('click', () => {
			if (entry.isDisabled) return;
			close();
			popups.focusBehind();
			entry.run();
		});
		item.addEventListener('pointermove', () => item.focus());
		items.push(item);
		menu.append(item);
	}
	menu.addEventListener('keydown', (event) => moveInMenu(event, items));
	const close = popups.open(menu, at);
}

/** Not for assistive technology: a menu has items only, and the title of a fix says what it is. */
function menuHeading({ heading, keys }: MenuHeading): HTMLElement {
	return element(
		'div',
		{ class: 'menu-heading', 'aria-hidden': 'true' },
		element('span', { class: 'menu-label' }, heading),
		element('span', { class: 'menu-note' }, keys),
	);
}

function menuItem(entry: MenuItem, isFirst: boolean): HTMLElement {
	const { label, keys, sign, count, isChosen, isPreferred, isDisabled } = entry;
	const mark = isChosen ? '✓' : isPreferred ? '★' : '';
	return element(
		'div',
		{
			role: isChosen === undefined ? 'menuitem' : 'menuitemradio',
			class: 'menu-item',
			tabindex: '-1',
			'data-first': isFirst ? '' : undefined,
			'aria-checked': isChosen === undefined ? undefined : String(isChosen),
			'aria-disabled': isDisabled ? 'true' : undefined,
			'aria-keyshortcuts': keys?.replace('Ctrl', 'Control'),
		},
		element('span', { class: 'menu-mark', 'aria-hidden': 'true' }, mark),
		sign,
		element('span', { class: 'menu-label' }, label),
		isPreferred ? element('span', { class: 'unseen' }, ', preferred') : undefined,
		count === undefined ? undefined : element('span', { class: 'menu-note' }, count),
		keys === undefined ? undefined : element('span', { class: 'menu-note', 'aria-hidden': 'true' }, keys),
	);
}

/** Without lines at the ends and next to each other. */
function withoutOuterSeparators(entries: readonly MenuEntry[]): readonly MenuEntry[] {
	return entries.filter(
		(entry, at) =>
			entry !== 'separator' || (at > 0 && entries[at - 1] !== 'separator' && at < entries.length - 1),
	);
}

function moveInMenu(event: KeyboardEvent, items: readonly HTMLElement[]): void {
	const at = items.indexOf(document.activeElement as HTMLElement);
	const to = target(event.key, at, items);
	if (event.ctrlKey || event.metaKey || event.altKey || to === undefined) return;
	event.preventDefault();
	if (to === at && (event.key === 'Enter' || event.key === ' ')) items[at]?.click();
	else items[to]?.focus();
}

/** The position of the item that a key leads to; undefined for a key that the menu does not know. */
function target(key: string, at: number, items: readonly HTMLElement[]): number | undefined {
	const { length } = items;
	if (key === 'ArrowDown') return (at + 1) % length;
	if (key === 'ArrowUp') return (at - 1 + length) % length;
	if (key === 'Home') return 0;
	if (key === 'End') return length - 1;
	if (key === 'Enter' || key === ' ' || key === 'Tab') return at;
	if (key.length > 1) return undefined;
	const begins = (item: HTMLElement): boolean =>
		item.querySelector('.menu-label')?.textContent?.toLowerCase().startsWith(key.toLowerCase()) ?? false;
	const next = [...items.slice(at + 1), ...items.slice(0, at + 1)].find(begins);
	return next ? items.indexOf(next) : at;
}
