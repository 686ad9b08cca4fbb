/** What a person does in the active editor, as functions over a page with VS Code's workbench. */
import type { Locator, Page } from 'playwright-core';
import { until } from './wait';
import { appears, plain } from './workbench';

const EDITOR = '.editor-group-container.active .editor-instance .monaco-editor';
const ACTION_ROWS = '.action-widget:visible .monaco-list-row.action';

export type Squiggle = 'error' | 'warning' | 'info' | 'hint';

/** Waits until exactly `count` squiggles are in view. VS Code draws those of visible lines only. */
export async function waitForSquiggles(page: Page, count: number, kind: Squiggle = 'error'): Promise<void> {
	const squiggles = page.locator(`${EDITOR} .squiggly-${kind}`);
	let seen = 0;
	await until(
		() => `${count} ${kind} squiggles; there are ${seen}`,
		async () => {
			seen = await squiggles.count();
			return seen === count;
		},
	);
}

/** The lines in view, top to bottom. */
export async function visibleLines(page: Page): Promise<string[]> {
	const lines = await page.evaluate<{ top: number; text: string }[]>(`
		[...document.querySelectorAll('${EDITOR} .view-line')]
			.map((line) => ({ top: line.getBoundingClientRect().top, text: line.textContent }))`);
	return lines.sort((a, b) => a.top - b.top).map(({ text }) => text.replaceAll('\u00a0', ' '));
}

/** Waits until a line in view holds `text`. */
export async function waitForText(page: Page, text: string): Promise<void> {
	await until(`"${text}" in the editor`, async () =>
		(await visibleLines(page)).some((line) => line.includes(text)),
	);
}

/** Clicks into `text`, the first place in view where it stands; the cursor is then in its middle. */
export async function clickText(page: Page, text: string): Promise<void> {
	await until(`"${text}" to stand still while it is clicked`, async () => {
		const { x, y } = await placeOf(page, text);
		await page.mouse.click(x, y);
		// What comes above it, such as a lens, moves it away from the mouse.
		const after = await placeOf(page, text);
		return after.x === x && after.y === y;
	});
}

/** Rests the mouse on `text` and returns what the hover says, once it says `expected` or, without that, anything. */
export async function hoverText(page: Page, text: string, expected?: string): Promise<string> {
	let seen = '';
	let rested = '';
	return until(
		() => `a hover on "${text}"${expected ? ` that says "${expected}"` : ''}; there is: ${seen || 'none'}`,
		async () => {
			const { x, y } = await placeOf(page, text);
			// What comes above it, such as a lens, moves the text away from the mouse, or the mouse was too late for it.
			if (rested !== `${x} ${y}`) {
				// The hover of what the mouse rested on instead can lie over the text, and stays while the mouse is on it.
				await closeHover(page);
				// A hover opens on movement: come from elsewhere, then move on the text.
				await page.mouse.move(x, y + 200);
				await page.mouse.move(x - 1, y);
				await page.mouse.move(x, y);
				rested = `${x} ${y}`;
			}
			seen = plain((await hoverRows(page).allInnerTexts()).join('\n'));
			return (
				seen !== '' &&
				!/Loading\.\.\.|Checking for quick fixes/.test(seen) &&
				seen.includes(expected ?? '') &&
				seen
			);
		},
	);
}

/** Takes the mouse out of the editor; the hover goes. */
export async function closeHover(page: Page): Promise<void> {
	await page.mouse.move(1, 1);
	await until('the hover to close', async () => (await hoverRows(page).count()) === 0);
}

function hoverRows(page: Page): Locator {
	return page.locator('.monaco-resizable-hover .monaco-hover:visible .hover-row');
}

/** Opens the quick fixes at the cursor and returns their titles, once there are any. */
export async function codeActions(page: Page): Promise<string[]> {
	await openCodeActions(page);
	return (await page.locator(`${ACTION_ROWS} .title`).allTextContents()).map(plain);
}

/** Picks one of the quick fixes at the cursor, whether `codeActions` has opened them or not. */
export async function pickCodeAction(page: Page, title: string): Promise<void> {
	const all = await codeActions(page);
	const index = all.indexOf(title);
	if (index < 0) throw new Error(`No quick fix "${title}"; there are: ${all.join(' | ')}`);
	await page.locator(`${ACTION_ROWS} .title`).nth(index).click();
	await page.locator('.action-widget').first().waitFor({ state: 'hidden' });
}

/** The menu closes as soon as a hover takes the focus, so it is asked for until it stays. */
async function openCodeActions(page: Page): Promise<void> {
	const rows = page.locator(ACTION_ROWS).first();
	if (await rows.isVisible()) return;
	await until('quick fixes at the cursor', async () => {
		await closeHover(page);
		await page.keyboard.press('ControlOrMeta+Period');
		return appears(rows);
	});
}

/** Opens the completions at the cursor and returns their labels, once there are any. */
export async function completions(page: Page): Promise<string[]> {
	await page.keyboard.press('Control+Space');
	const labels = page.locator('.suggest-widget.visible .monaco-list-row .label-name');
	await labels.first().waitFor();
	return (await labels.allTextContents()).map(plain);
}

/** Accepts the completion with this label. */
export async function pickCompletion(page: Page, label: string): Promise<void> {
	const exact = page
		.locator('.suggest-widget.visible .monaco-list-row .label-name')
		.getByText(label, { exact: true });
	await exact.first().click();
}

/** Where `text` is on the screen: the middle of its first place in view. Long texts are split over elements. */
async function placeOf(page: Page, text: string): Promise<{ x: number; y: number }> {
	return until(`"${text}" in the editor`, async () => {
		const place = await page.evaluate<{ x: number; y: number } | null>(
			`(${FIND_TEXT})(${JSON.stringify(`${EDITOR} .view-line`)}, ${JSON.stringify(text)})`,
		);
		return place ?? undefined;
	});
}

/** Runs in the page, so it is text: the compiler would add helpers to a function that the page does not have. */
const FIND_TEXT = `(selector, text) => {
	const lines = [...document.querySelectorAll(selector)]
		.map((line) => ({ line, top: line.getBoundingClientRect().top }))
		.sort((a, b) => a.top - b.top);
	for (const { line } of lines) {
		const start = line.textContent.replaceAll('\\u00a0', ' ').indexOf(text);
		if (start < 0) continue;
		const range = document.createRange();
		const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
		let offset = 0;
		let begun = false;
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const end = offset + node.length;
			if (!begun && start < end) {
				range.setStart(node, start - offset);
				begun = true;
			}
			if (begun && start + text.length <= end) {
				range.setEnd(node, start + text.length - offset);
				const box = range.getBoundingClientRect();
				return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
			}
			offset = end;
		}
	}
	return null;
}`;
