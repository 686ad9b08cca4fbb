/**
 * Measures inside of a page, in each of its frames: a table, the bare grid, and VS Code's text editor. Times are in ms
 * since 1970, so that those of two frames and of the extension host can be subtracted.
 */
import { studentId } from '../studentId';
import type { TableProbe } from '../tableProbe';

/** The height of a row, in CSS pixels. */
const ROW_HEIGHT = 24;

function now(): number {
	return performance.timeOrigin + performance.now();
}

/** Resolves to the time at which a frame has been painted in which something is to be seen. */
function painted(isSeen: () => boolean): Promise<number> {
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => resolve(now());
		const look = (): void => {
			if (!isSeen()) return;
			observer.disconnect();
			// A message that is sent before a frame is painted arrives after it.
			requestAnimationFrame(() => port2.postMessage(null));
		};
		const observer = new MutationObserver(look);
		observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
		look();
	});
}

/** The part that scrolls up and down: that of the columns which are not pinned. */
function scroller(): Element {
	const parts = [...document.querySelectorAll('.slick-viewport')].filter(
		({ clientHeight, scrollHeight }) => scrollHeight > clientHeight && clientHeight > 0,
	);
	const part = parts.at(-1);
	if (!part) throw new Error('no table');
	return part;
}

/** Whether the IDs of all of these rows are on the page. The first cell has the number of the row. */
function hasIds(rows: readonly number[]): boolean {
	const shown = [...document.querySelectorAll('.slick-cell.l1')].map(({ textContent }) => textContent);
	return rows.every((row) => shown.some((text) => text?.includes(studentId(row))));
}

function visibleRows(): number {
	return Math.floor(scroller().clientHeight / ROW_HEIGHT);
}

/** Whether a screen of rows is there, from row `first` on. */
function hasScreen(first: number): boolean {
	if (!document.querySelector('.slick-cell.l1')) return false;
	const count = visibleRows();
	return hasIds([first, first + (count >> 1), first + count - 1]);
}

/** Resolves to the time of the next key. */
function nextKey(key: string): Promise<number> {
	return new Promise((resolve) => {
		const listen = (event: KeyboardEvent): void => {
			if (event.key !== key) return;
			removeEventListener('keydown', listen, true);
			resolve(now());
		};
		addEventListener('keydown', listen, true);
	});
}

async function since(began: number | Promise<number>, ended: Promise<number>): Promise<number> {
	const [start, end] = await Promise.all([began, ended]);
	return end - start;
}

/** In ms. */
const POLL_MS = 5;

/** Resolves when VS Code has written the page of a webview over an empty one, which takes what was observed before. */
async function written(): Promise<void> {
	while (!document.body?.dataset.vscodeThemeKind)
		await new Promise((resolve) => {
			setTimeout(resolve, POLL_MS);
		});
}

/** Watched from the start, since a table is painted before anybody can ask. */
const firstRows = window === top ? undefined : written().then(() => painted(() => hasScreen(0)));

let watched = Promise.resolve(0);

const probe: TableProbe = {
	firstRows: async () => (await firstRows) ?? now(),
	jump(row) {
		const began = now();
		scroller().scrollTop = row * ROW_HEIGHT;
		return since(
			began,
			painted(() => hasScreen(row)),
		);
	},
	scrollTo(row) {
		scroller().scrollTop = row * ROW_HEIGHT;
	},
	visibleRows,
	size() {
		const { width, height } = scroller().closest('[class*="slickgrid"]')?.getBoundingClientRect() ?? {};
		if (!width || !height) throw new Error('the table has no size');
		return { width, height };
	},
	columns: () =>
		[...document.querySelectorAll('.slick-header-column')].map((header) => ({
			name: header.textContent ?? '',
			width: header.getBoundingClientRect().width,
			isPinned: header.closest('.slick-header-left') !== null,
		})),
	watchCell(text) {
		const isMarked = () =>
			[...document.querySelectorAll('.slick-cell[aria-invalid="true"]')].some(({ textContent }) =>
				textContent?.includes(text),
			);
		watched = since(nextKey('Enter'), painted(isMarked));
	},
	watchSquiggle(key) {
		const squiggles = () => document.querySelectorAll('.squiggly-error').length;
		const before = squiggles();
		watched = since(
			nextKey(key),
			painted(() => squiggles() > before),
		);
	},
	watched: () => watched,
	squiggles: () => document.querySelectorAll('.squiggly-error').length,
	paste(text, texts) {
		const clipboardData = new DataTransfer();
		clipboardData.setData('text/plain', text);
		const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
		const began = now();
		document.activeElement?.dispatchEvent(event);
		return since(
			began,
			painted(() => {
				const shown = [...document.querySelectorAll('.slick-cell')].map(({ textContent }) => textContent);
				return texts.every((each) => shown.some((one) => one?.includes(each)));
			}),
		);
	},
	clickUntilRows(text, rows) {
		const items = [...document.querySelectorAll<HTMLElement>('button, [role^="menuitem"], [role="option"]')];
		const button = items.find(({ textContent }) => textContent?.trim() === text);
		if (!button) throw new Error(`no ${text}`);
		const began = now();
		button.click();
		return since(
			began,
			painted(() => hasIds(rows)),
		);
	},
};

Object.assign(globalThis, { tableProbe: probe });
