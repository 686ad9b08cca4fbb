/** What a person sees and does in the view of problems by value. It depends on the workbench's DOM, which is not an API. */
import type { Locator, Page } from 'playwright-core';
import { until } from './wait';
import { plain, runCommand } from './workbench';

const VIEW = '.part.panel .customview-tree';
const ROWS = `${VIEW} .monaco-list-row`;

/** Shows the view, which takes the keyboard. */
export async function showProblemsByValue(page: Page): Promise<void> {
	await runCommand(page, 'Clever Demographics: Show Problems by Value');
	await page.locator(VIEW).waitFor();
}

/** The item of a group by its label, such as "Ell_status · No → N". */
export function groupItem(page: Page, label: string): Locator {
	return page.locator(ROWS, { has: page.locator('.label-name', { hasText: label }) }).first();
}

/** The groups that are listed, with their descriptions, as a person reads them. */
export async function listedItems(page: Page): Promise<string[]> {
	return (await page.locator(`${ROWS} .monaco-icon-label-container`).allTextContents()).map(plain);
}

/** Waits until exactly these groups are listed. */
export async function waitForItems(page: Page, expected: readonly string[]): Promise<void> {
	let seen: string[] = [];
	await until(
		() => `${expected.join(' | ')}; listed are: ${seen.join(' | ')}`,
		async () => {
			seen = await listedItems(page);
			return seen.join('\n') === expected.join('\n');
		},
	);
}

/** Waits until a sentence stands above the list. */
export async function waitForHeadline(page: Page, text: string): Promise<void> {
	let seen = '';
	await until(
		() => `"${text}" above the list; there is "${seen}"`,
		async () => {
			seen = plain(
				(await page.locator('.part.panel .tree-explorer-viewlet-tree-view .message').textContent()) ?? '',
			);
			return seen === text;
		},
	);
}

/** Clicks an inline action of a group. */
export async function clickAction(page: Page, label: string, action: string): Promise<void> {
	const item = groupItem(page, label);
	await item.hover();
	await item.locator(`.actions a[aria-label^="${action}"]`).click();
}

/** What the item that has the focus says to a screen reader. */
export async function spokenItem(page: Page): Promise<string> {
	return (await page.locator(`${ROWS}.focused`).getAttribute('aria-label')) ?? '';
}

/** The item that is selected, as a person reads it. */
export async function selectedItem(page: Page): Promise<string> {
	return plain((await page.locator(`${ROWS}.selected .monaco-icon-label-container`).textContent()) ?? '');
}

/** Gives the keyboard to the list. */
export async function openKeys(page: Page): Promise<void> {
	await showProblemsByValue(page);
	// The palette takes a moment to close, and its items are not those that a key of the list opens.
	await page.locator('.quick-input-widget').first().waitFor({ state: 'hidden' });
	await waitForKeyboard(page);
}

/** Waits until the list has the keyboard. */
export async function waitForKeyboard(page: Page): Promise<void> {
	await page.locator(`${VIEW} .monaco-list:focus`).waitFor();
}
