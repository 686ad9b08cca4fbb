import { element } from './dom';

/** A point of the page, in CSS pixels. */
interface Point {
	readonly x: number;
	readonly y: number;
}

/** What a popup opens at: an element, the box of a cell, or the place of a click. */
export type Anchor = Element | DOMRect | Point;

/** Menus and dialogs above the page: one at a time. */
export interface Popups {
	/**
	 * Opens a popup and gives it the keyboard. It closes on Escape, on a click elsewhere and on scrolling; the keyboard
	 * then goes back to where it was. Returns what closes it.
	 */
	open(content: HTMLElement, at: Anchor): () => void;
	close(): void;
	/** Gives the keyboard to the page behind, where what a person has chosen is to be seen. */
	focusBehind(): void;
}

/**
 * Creates the place of the popups.
 *
 * @param region where they are put on the page.
 * @param focusBehind takes the keyboard if the element that had it is gone.
 */
export function createPopups(region: HTMLElement, focusBehind: () => void): Popups {
	let close = (): void => {};
	// The Menu key opens a menu when it goes down, and asks for VS Code's when it comes up.
	region.addEventListener('contextmenu', (event) => {
		if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
	});
	return {
		close: () => close(),
		focusBehind,
		open(content, at) {
			close();
			const before = document.activeElement;
			const popup = element('div', { class: 'popup' }, content);
			region.append(popup);
			placePopup(popup, at);
			const ends = new AbortController();
			const ending = { signal: ends.signal, capture: true };
			const isOutside = ({ target }: Event): boolean => !(target instanceof Node && popup.contains(target));
			const closeThis = (): void => {
				if (ends.signal.aborted) return;
				ends.abort();
				const hadFocus = popup.contains(document.activeElement) || document.activeElement === document.body;
				popup.remove();
				if (!hadFocus) return;
				if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus();
				else focusBehind();
			};
			const closeOutside = (event: Event): void => void (isOutside(event) && closeThis());
			window.addEventListener('pointerdown', closeOutside, ending);
			// The event of a scroll that was made before comes with the next frame.
			requestAnimationFrame(() => window.addEventListener('scroll', closeOutside, ending));
			window.addEventListener('resize', closeThis, ending);
			window.addEventListener('blur', ({ target }) => void (target === window && closeThis()), ending);
			popup.addEventListener('keydown', (event) => keepKey(event, closeThis));
			popup.addEventListener('focusout', ({ relatedTarget }) => {
				if (relatedTarget instanceof Node && !popup.contains(relatedTarget)) closeThis();
			});
			close = closeThis;
			(popup.querySelector<HTMLElement>('[data-first]') ?? content).focus();
			return closeThis;
		},
	};
}

/** What VS Code would do in the file while the person means the text in a box: undo, redo, and the clipboard. */
const OF_TEXT = new Set(['a', 'c', 'v', 'x', 'y', 'z']);

/** Keeps keys from VS Code and from the grid that are meant for the popup. */
function keepKey(event: KeyboardEvent, close: () => void): void {
	if (event.key === 'Escape') {
		event.preventDefault();
		event.stopPropagation();
		close();
		return;
	}
	const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
	if (isPlain || isOfText(event)) event.stopPropagation();
}

/** Whether a key with Ctrl or Cmd is one that a box for text answers itself. */
export function isOfText(event: KeyboardEvent): boolean {
	return (
		(event.ctrlKey || event.metaKey) &&
		event.target instanceof HTMLInputElement &&
		OF_TEXT.has(event.key.toLowerCase())
	);
}

/** Between a popup and the edge of the window, in CSS pixels. */
const MARGIN = 8;

/** Puts a popup under what it belongs to, above it where there is no room, and always inside the window. */
export function placePopup(popup: HTMLElement, at: Anchor): void {
	const box = at instanceof Element ? at.getBoundingClientRect() : at;
	const { width, height } = popup.getBoundingClientRect();
	const { innerWidth, innerHeight } = window;
	const [top, bottom] = box instanceof DOMRect ? [box.top, box.bottom] : [box.y, box.y];
	const below = innerHeight - bottom - MARGIN;
	const y = height <= below || below >= top - MARGIN ? bottom : top - height;
	popup.style.left = `${within(box.x, innerWidth - width)}px`;
	popup.style.top = `${within(y, innerHeight - height)}px`;
}

/** A coordinate that keeps the margin at both ends; at the left or at the top if there is room for one only. */
function within(wanted: number, most: number): number {
	return Math.max(MARGIN, Math.min(wanted, most - MARGIN));
}
