/** The actions of a person in the active editor, on a page with VS Code's workbench. */
import type { Locator, Page } from 'playwright-core';
import { until } from './wait';
import { appears, plain } from './workbench';

const EDITOR = '.editor-group-container.active .editor-instance .monaco-editor';
const ACTION_ROWS = '.action-widget:visible .monaco-list-row.action';

export type Squiggle = 'error' | 'warning' | 'info' | 'hint';

/** Waits until exactly `count` squiggles are visible. VS Code draws only those of visible lines. */
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

/** The visible lines, top to bottom. */
export async function visibleLines(page: Page): Promise<string[]> {
	const lines = await page.evaluate<{ top: number; text: string }[]>(`
		[...document.querySelectorAll('${EDITOR} .view-line')]
			.map((line) => ({ top: line.getBoundingClientRect().top, text: line.textContent }))`);
	return lines.sort((a, b) => a.top - b.top).map(({ text }) => text.replaceAll('\u00a0', ' '));
}

/** Waits until a visible line contains `text`. */
export async function waitForText(page: Page, text: string): Promise<void> {
	await until(`"${text}" in the editor`, async () =>
		(await visibleLines(page)).some((line) => line.includes(text)),
	);
}

/** Waits until a lens contains `text`. A lens that appears later moves the lines down. */
export async function waitForLens(page: Page, text: string): Promise<void> {
	await page.locator(`${EDITOR} .codelens-decoration`, { hasText: text }).first().waitFor();
}

/** Clicks the middle of the first visible occurrence of `text`. */
export async function clickText(page: Page, text: string): Promise<void> {
	await until(`"${text}" to stand still while it is clicked`, async () => {
		const { x, y } = await placeOf(page, text);
		await page.mouse.click(x, y);
		// A lens that appears above it moves it away from the mouse.
		const after = await placeOf(page, text);
		return after.x === x && after.y === y;
	});
}

/** Hovers over `text` and returns the text of the hover once it contains `expected`, or any text without that. */
export async function hoverText(page: Page, text: string, expected?: string): Promise<string> {
	let seen = '';
	let rested = '';
	return until(
		() => `a hover on "${text}"${expected ? ` that says "${expected}"` : ''}; there is: ${seen || 'none'}`,
		async () => {
			const { x, y } = await placeOf(page, text);
			// A lens that appears above the text moves it away from the mouse, or the mouse came too late.
			if (rested !== `${x} ${y}`) {
				// The hover of another text can cover this one, and stays while the mouse is on it.
				await closeHover(page);
				// A hover opens when the mouse moves: come from elsewhere, then move over the text.
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

/** Moves the mouse out of the editor, which closes the hover. */
export async function closeHover(page: Page): Promise<void> {
	await page.mouse.move(1, 1);
	await until('the hover to close', async () => (await hoverRows(page).count()) === 0);
}

function hoverRows(page: Page): Locator {
	return page.locator('.monaco-resizable-hover .monaco-hover:visible .hover-row');
}

/** Opens the quick fixes at the cursor and returns their titles once there are any. */
export async function codeActions(page: Page): Promise<string[]> {
	await openCodeActions(page);
	return (await page.locator(`${ACTION_ROWS} .title`).allTextContents()).map(plain);
}

/** Picks one of the quick fixes at the cursor, and opens them where they are not open. */
export async function pickCodeAction(page: Page, title: string): Promise<void> {
	let all: readonly string[] = [];
	// VS Code drops the list of an answer that an edit has overtaken; a person asks again.
	await until(
		() => `the quick fix "${title}"; there are: ${all.join(' | ')}`,
		async () => {
			all = await codeActions(page);
			if (all.includes(title)) return true;
			await page.keyboard.press('Escape');
			return false;
		},
	);
	const index = all.indexOf(title);
	await page.locator(`${ACTION_ROWS} .title`).nth(index).click();
	await page.locator('.action-widget').first().waitFor({ state: 'hidden' });
}

/** A hover that takes the focus closes the menu, so this opens it until it stays open. */
async function openCodeActions(page: Page): Promise<void> {
	const rows = page.locator(ACTION_ROWS).first();
	if (await rows.isVisible()) return;
	await until('quick fixes at the cursor', async () => {
		await closeHover(page);
		await page.keyboard.press('ControlOrMeta+Period');
		return appears(rows);
	});
}

/** Opens the completions at the cursor and returns their labels once there are any. */
export async function completions(page: Page): Promise<string[]> {
	await page.keyboard.press('Control+Space');
	const labels = page.locator('.suggest-widget.visible .monaco-list-row .label-name');
	await labels.first().waitFor();
	return (await labels.allTextContents()).map(plain);
}

/** The middle of the first visible occurrence of `text`, in pixels. A long text is split over several elements. */
async function placeOf(page: Page, text: string): Promise<{ x: number; y: number }> {
	return until(`"${text}" in the editor`, async () => {
		const place = await page.evaluate<{ x: number; y: number } | null>(
			`(${FIND_TEXT})(${JSON.stringify(`${EDITOR} .view-line`)}, ${JSON.stringify(text)})`,
		);
		return place ?? undefined;
	});
}

/** A script as text, since it runs in the page: the compiler adds helpers to a function that the page lacks. */
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
