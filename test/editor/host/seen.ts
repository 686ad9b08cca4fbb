/** What the pages of this process show when a test fails: a machine that runs tests keeps no pictures of them. */
import type { Page } from 'playwright-core';
import { within } from './wait';

/** The parts of the workbench that tell most, by name, with the selector of their texts. */
const PARTS: Readonly<Record<string, string>> = {
	tabs: '.tabs-container .tab',
	dialog: '.monaco-dialog-box',
	'quick input': '.quick-input-widget',
	notifications: '.notification-toast .notification-list-item-message',
	'status bar': '.part.statusbar .statusbar-item',
	webviews: 'iframe.webview',
	panel: '.part.panel .pane-body, .part.panel .message',
};

/** Milliseconds for one page: one that does not answer must not hide what failed. */
const ANSWER_MS = 5000;

const pages = new Set<Page>();

/** To be called with each page that tests open. */
export function watchPage(page: Page): void {
	pages.add(page);
	page.once('close', () => pages.delete(page));
}

/** What is seen on all open pages, a line for each part. */
export async function whatIsSeen(): Promise<string> {
	const texts = [...pages].map((page) =>
		within('a page to answer', ANSWER_MS, page.evaluate<string>(`(${READ})(${JSON.stringify(PARTS)})`)).catch(
			(error: unknown) => String(error),
		),
	);
	return (await Promise.all(texts)).join('\n');
}

/**
 * A script as text, since it runs in the page. A tab says in its class whether it has changes, and a box in its value
 * what was typed.
 */
const READ = `(parts) => Object.entries(parts).map(([name, selector]) => {
	const seen = [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
	const texts = seen.map((element) => {
		const state = ['dirty', 'active'].filter((word) => element.classList.contains(word));
		const typed = [...element.querySelectorAll('input')].map(({ value }) => '[' + value + ']');
		const text = element.textContent.replace(/\\.monaco-list[^]*?}/g, '').trim();
		const frame = element.tagName === 'IFRAME' ? [element.className] : [];
		return [text, ...frame, ...typed, ...state].join(' ');
	});
	return '  ' + name + ': ' + (texts.join(' | ').slice(0, 600) || 'none');
}).join('\\n')`;
