/**
 * The actions of a person outside of the editor, on a page with VS Code's workbench: quick open, the palette, the
 * status bar, notifications, panels. Those inside the editor are in editor.ts.
 *
 * They depend on the workbench's DOM, which is not an API: only this file and editor.ts may.
 */
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { until } from './wait';

const QUICK_INPUT = '.quick-input-widget:visible';
const QUICK_ROWS = `${QUICK_INPUT} .quick-input-list .monaco-list-row`;

/** Opens a file of the folder through quick open, and waits until its tab is the active one. */
export async function openTab(page: Page, name: string): Promise<void> {
	await searchFor(page, 'ControlOrMeta+KeyP', name, basename(name));
	await page.getByRole('tab', { name: basename(name), selected: true }).waitFor();
}

/** Opens a file like `openTab`, and waits for its text. */
export async function openFile(page: Page, name: string): Promise<void> {
	await openTab(page, name);
	await page.locator('.editor-group-container.active .monaco-editor .view-line').first().waitFor();
}

/** Runs a command by its full title in the palette: `Category: Title`. */
export async function runCommand(page: Page, title: string): Promise<void> {
	await searchFor(page, 'F1', `>${title}`, title);
}

/**
 * Opens the quick input, types `text` and picks `label`. Tries again until the label was picked: an open list ignores
 * commands that are registered later, as at the start, and an editor that is still opening closes the list, at times
 * just before the click.
 */
async function searchFor(page: Page, key: string, text: string, label: string): Promise<void> {
	const input = page.locator(`${QUICK_INPUT} input`).first();
	await until(`"${label}" to be picked`, async () => {
		await openQuickInput(page, key);
		try {
			await input.fill('>', { timeout: 3000 });
			await input.fill(text, { timeout: 3000 });
		} catch {
			return false;
		}
		return (await appears(quickRow(page, label))) && (await clicks(quickRow(page, label)));
	});
}

function quickRow(page: Page, label: string): Locator {
	return page.locator(QUICK_ROWS, { has: page.locator('.label-name', { hasText: exactly(label) }) }).first();
}

/** The labels of the open quick pick once it has any. */
export async function quickItems(page: Page): Promise<string[]> {
	await page.locator(QUICK_ROWS).first().waitFor();
	return labelsOf(page.locator(QUICK_ROWS));
}

/** Picks the item with exactly this label in the open quick pick; types it first where the list is long. */
export async function pickQuickItem(page: Page, label: string): Promise<void> {
	try {
		await quickRow(page, label).click();
	} catch (error) {
		const seen = (await labelsOf(page.locator(QUICK_ROWS))).join(' | ');
		throw new Error(`No "${label}" in the quick pick, which has: ${seen || 'nothing'}.`, { cause: error });
	}
}

/** Types into the open input box and confirms it. */
export async function answerInput(page: Page, text: string): Promise<void> {
	const input = page.locator(`${QUICK_INPUT} input`).first();
	await input.waitFor();
	await input.fill(text);
	await input.press('Enter');
}

/** Confirms the proposed value of the open input box once it ends in `text`. */
export async function confirmInput(page: Page, text: string): Promise<void> {
	const input = page.locator(`${QUICK_INPUT} input`).first();
	await until(`"${text}" to be proposed`, async () => (await input.inputValue()).endsWith(text));
	await input.press('Enter');
}

/** A workbench that is still loading loses keys, so this presses the key until the box is open. */
async function openQuickInput(page: Page, key: string): Promise<void> {
	await until('the quick input to open', async () => {
		if (await page.locator(QUICK_INPUT).isVisible()) return true;
		await page.keyboard.press(key);
		return appears(page.locator(QUICK_INPUT));
	});
}

/** Whether an element becomes visible within a few seconds. */
export function appears(locator: Locator): Promise<boolean> {
	return locator.waitFor({ timeout: 3000 }).then(
		() => true,
		() => false,
	);
}

/** Whether an element could be clicked within a few seconds; if not, nothing was clicked. */
function clicks(locator: Locator): Promise<boolean> {
	return locator.click({ timeout: 3000 }).then(
		() => true,
		() => false,
	);
}

/** The label of each row without its description, key binding and hints. */
async function labelsOf(rows: Locator): Promise<string[]> {
	const names = rows.locator('.quick-input-list-row:first-child .label-name');
	return (await names.allTextContents()).map(plain);
}

/** Waits for a status bar item that matches, and returns it, to click or to hover. */
export async function statusBarItem(page: Page, text: string | RegExp): Promise<Locator> {
	const item = page.locator('.part.statusbar .statusbar-item:visible', { hasText: text }).first();
	await item.waitFor();
	return item;
}

/** Waits for a notification that contains `text`, whatever others are shown. */
export async function waitForNotification(page: Page, text: string): Promise<void> {
	const messages = page.locator('.notification-toast .notification-list-item-message');
	let seen: string[] = [];
	await until(
		() => `a notification that says "${text}"; there are: ${seen.join(' | ') || 'none'}`,
		async () => {
			seen = (await messages.allTextContents()).map(plain);
			return seen.some((message) => message.includes(text));
		},
	);
}

/** Clicks a button of a notification. */
export async function answerNotification(page: Page, button: string): Promise<void> {
	await page.locator('.notification-toast .monaco-button', { hasText: button }).first().click();
}

/** Opens the Problems panel and returns its visible rows, files and problems, once there is one. */
export async function problems(page: Page): Promise<string[]> {
	const rows = page.locator('.markers-panel .monaco-list-row');
	if (!(await page.locator('.markers-panel').isVisible()))
		await page.keyboard.press('ControlOrMeta+Shift+KeyM');
	await rows.first().waitFor();
	return (await rows.allTextContents()).map(plain);
}

/** The document inside the visible webview, which VS Code nests in two frames. */
export function webview(page: Page): FrameLocator {
	return page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
}

/** User settings for pictures: a map of the text is noise, and a fifth of the bytes. */
export const plainEditor = { 'editor.minimap.enabled': false };

/** Saves a screenshot as a PNG. */
export async function screenshot(page: Page, path: string): Promise<void> {
	writeFileSync(path, await shot(page));
}

function shot(page: Page): Promise<Buffer> {
	return page.screenshot({ animations: 'disabled', caret: 'hide' });
}

/** Colors of a picture that ships: enough for an editor, at a fifth of the size. */
const COLORS = 16;

/** New scrollbars are visible for a moment. */
const SCROLLBARS_FADE_MS = 1500;

/** Saves a screenshot for the README under `npm run screenshots`, as a WebP: a fifth smaller than the same PNG. */
export async function picture(page: Page, name: string): Promise<void> {
	const folder = process.env.SCREENSHOTS;
	if (!folder) return;
	await page.waitForTimeout(SCROLLBARS_FADE_MS);
	const reduced = await sharp(await shot(page))
		.png({ palette: true, colours: COLORS, dither: 0 })
		.toBuffer();
	await sharp(reduced)
		.webp({ lossless: true, effort: 6 })
		.toFile(join(folder, `${name}.webp`));
}

/** Whether VS Code has stored a text in the browser's databases, which it does a moment after an extension asks. */
export function isRemembered(page: Page, ...texts: readonly string[]): Promise<boolean> {
	return page.evaluate<boolean>(`(${SEARCH_DATABASES})(${JSON.stringify(texts)})`);
}

/** A script as text, since it runs in the page. */
const SEARCH_DATABASES = `async (texts) => {
	const done = (request) => new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
	for (const { name } of await indexedDB.databases()) {
		const database = await done(indexedDB.open(name));
		try {
			for (const store of database.objectStoreNames) {
				const values = await done(database.transaction(store).objectStore(store).getAll());
				if (values.some((value) => texts.every((text) => String(value).includes(text)))) return true;
			}
		} finally {
			database.close();
		}
	}
	return false;
}`;

/** Text as a person reads it: the workbench writes spaces as U+00A0 and icons as empty elements. */
export function plain(text: string): string {
	return text.replace(/[\u00a0\s]+/g, ' ').trim();
}

/** Matches an element with exactly this text. */
function exactly(text: string): RegExp {
	return new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);
}
