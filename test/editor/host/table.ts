/**
 * The actions of a person in the table editor, on a page with VS Code's workbench. Rows are those of the view, 0-based;
 * columns have their names. Only cells that are painted can be found: filter, or go to a far one with keys.
 */
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { until } from './wait';
import { appears, plain, runCommand } from './workbench';

/** The page of a table in view: that of the left-most, or of the `number`-th from there, 0-based. */
export function tableIn(page: Page, number = 0): FrameLocator {
	return page
		.locator('iframe.webview.ready:visible')
		.nth(number)
		.contentFrame()
		.frameLocator('#active-frame');
}

/** Opens the active file as a table by the button above the text, and waits for its rows. */
export async function openAsTable(page: Page): Promise<FrameLocator> {
	await titleButton(page, 'Open as Table').click();
	const table = tableIn(page);
	await waitForRows(table);
	return table;
}

/** The button of the active editor's title. */
export function titleButton(page: Page, title: string): Locator {
	return page.locator(`.editor-group-container.active .editor-actions a[aria-label^="${title}"]`);
}

/** Waits until rows are painted. */
export async function waitForRows(table: FrameLocator): Promise<void> {
	await table.locator('.slick-cell[aria-colindex="2"]:not(.placeholder)').first().waitFor();
}

/** The cell of a row and a column. */
export function cellAt(table: FrameLocator, row: number, column: string): Locator {
	return table.locator(`.slick-row[data-row="${row}"] .slick-cell[aria-label^="${column}: "]`);
}

/** The cell over the columns of a row that cannot be read. */
export function spanAt(table: FrameLocator, row: number): Locator {
	return table.locator(`.slick-row[data-row="${row}"] .slick-cell.unreadable`);
}

/** The number of a row, which selects it. */
export function numberAt(table: FrameLocator, row: number): Locator {
	return table.locator(`.slick-row[data-row="${row}"] .slick-cell.number`);
}

/** The header of a column. */
export function headerOf(table: FrameLocator, column: string): Locator {
	return table.locator(`.slick-header-column[aria-label="${column}"]`);
}

/** What a cell shows, once it is painted. */
export async function readCell(table: FrameLocator, row: number, column: string): Promise<string> {
	return (await cellAt(table, row, column).textContent()) ?? '';
}

/** Waits until a cell shows exactly `value`. */
export async function waitForCell(
	table: FrameLocator,
	row: number,
	column: string,
	value: string,
): Promise<void> {
	let seen = '';
	await until(
		() => `"${value}" in ${column} of row ${row}; there is "${seen}"`,
		async () => {
			const cell = cellAt(table, row, column);
			seen = (await cell.count()) > 0 ? await readCell(table, row, column) : 'no cell';
			return seen === value;
		},
	);
}

/** Selects the block between two cells with the mouse. */
export async function selectRange(
	table: FrameLocator,
	from: readonly [row: number, column: string],
	to: readonly [row: number, column: string],
): Promise<void> {
	await cellAt(table, ...from).click();
	await cellAt(table, ...to).click({ modifiers: ['Shift'] });
}

/** The cell that has the keyboard: its row, -1 in the header, and its column. */
async function activeCell(table: FrameLocator): Promise<string> {
	return table.locator('body').evaluate(ACTIVE_CELL);
}

/** A script as text, since it runs in the page: the types of this project have no page. */
const ACTIVE_CELL = `(() => {
	const { activeElement } = document;
	const row = activeElement.closest('.slick-row')?.dataset.row ?? '-1';
	return row + ' ' + (activeElement.getAttribute('aria-label') ?? activeElement.tagName).split(': ')[0];
})()`;

/** Waits until a cell has the keyboard: its row and column, such as "3 Race". */
export async function waitForActive(table: FrameLocator, place: string): Promise<void> {
	let seen = '';
	await until(
		() => `${place} to be active; it is ${seen}`,
		async () => {
			seen = await activeCell(table);
			return seen === place;
		},
	);
}

/** The input that is open over a cell. */
export function cellInput(table: FrameLocator): Locator {
	return table.locator('.cell-input');
}

/** The codes of the list that is open, as a person reads them. */
export async function listedCodes(table: FrameLocator): Promise<string[]> {
	const options = table.getByRole('option');
	await options.first().waitFor();
	return (await options.allTextContents()).map(plain);
}

/** Waits until the list of codes highlights an option whose text begins so. */
export async function waitForHighlight(table: FrameLocator, text: string): Promise<void> {
	await table.locator('[role=option][aria-selected=true]', { hasText: text }).waitFor();
}

/** Presses keys one after the other. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
	for (const key of keys) await page.keyboard.press(key);
}

/** The labels of the menu that is open in the table. */
export async function menuItems(table: FrameLocator): Promise<string[]> {
	const labels = table.locator('.menu .menu-label');
	await labels.first().waitFor();
	return (await labels.allTextContents()).map(plain);
}

/** Picks an item of the menu that is open in the table. */
export async function pickMenuItem(table: FrameLocator, label: string): Promise<void> {
	await table
		.locator('.menu .menu-item', { has: table.locator(`.menu-label:text-is(${JSON.stringify(label)})`) })
		.click();
}

/** Opens the menu of a column. */
export async function openHeaderMenu(table: FrameLocator, column: string): Promise<void> {
	await headerOf(table, column).hover();
	await table.getByRole('button', { name: `Menu of ${column}`, exact: true }).click();
	await table.locator('.menu').waitFor();
}

/** "34 of 2,400 rows". */
export async function waitForRowCount(table: FrameLocator, text: string): Promise<void> {
	let seen = '';
	await until(
		() => `"${text}" in the toolbar; there is "${seen}"`,
		async () => {
			seen = plain((await table.locator('.counter').textContent()) ?? '');
			return seen === text;
		},
	);
}

/** Waits until the table says something in its last line. */
export async function waitForNotice(table: FrameLocator, text: string): Promise<void> {
	await table.locator('.details-notice', { hasText: text }).waitFor();
}

/** Puts a text on the clipboard, as another program does; the browser must have been allowed to. */
export async function setClipboard(page: Page, text: string): Promise<void> {
	await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
}

/** The text on the clipboard. */
export async function readClipboard(page: Page): Promise<string> {
	return page.evaluate<string>('navigator.clipboard.readText()');
}

/** Answers the question that VS Code asks in the middle of the window, and returns its text. */
export async function answerDialog(page: Page, button: string): Promise<string> {
	const dialog = page.locator('.monaco-dialog-box');
	await dialog.waitFor();
	const text = plain((await dialog.locator('.dialog-message-container').textContent()) ?? '');
	await dialog.getByRole('button', { name: button }).click();
	await dialog.waitFor({ state: 'hidden' });
	return text;
}

/** Uses a color theme of VS Code, and waits until the tables in view have it. */
export async function useTheme(page: Page, theme: string, bodyClass: string): Promise<void> {
	await runCommand(page, 'Preferences: Color Theme');
	const input = page.locator('.quick-input-widget:visible input').first();
	await input.fill(theme);
	await input.press('Enter');
	await tableIn(page).locator(`body.${bodyClass}`).waitFor();
}

/** Saves the active file by keyboard, and waits until nothing is left to save. */
export async function save(page: Page): Promise<void> {
	await page.keyboard.press('ControlOrMeta+KeyS');
	const dirty = page.locator('.editor-group-container.active .tab.active.dirty');
	if (!(await appears(dirty))) return;
	let said = '';
	await until(
		() => `the file to be saved; VS Code says: ${said || 'nothing'}`,
		async () => {
			const messages = page.locator('.notification-toast .notification-list-item-message');
			said = (await messages.allTextContents()).map(plain).join(' | ');
			return !(await dirty.isVisible());
		},
	);
}
