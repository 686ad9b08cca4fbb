/** What the tests look at and do on the page of a table. */
import axe from 'axe-core';
import type { Locator } from 'playwright-core';
import { PATIENCE } from '../host/wait';
import { type OpenPage, openPage, type PageAnswers, type PageOptions } from './harness';

/** Opens a table and waits for its first rows. */
export async function openTable(answers: PageAnswers, options?: PageOptions): Promise<OpenPage> {
	const open = await openPage(answers, options);
	await open.page.waitForSelector('.slick-cell[aria-colindex="2"]:not(.placeholder)');
	return open;
}

/** The cell of a row of the view, 0-based, under a header. */
export function cell({ page }: OpenPage, row: number, column: string): Locator {
	return page.locator(`.slick-row[data-row="${row}"] .slick-cell[aria-label^="${column}:"]`);
}

/** The cell that has the keyboard: its row of the view, -1 for the header, and its name. */
export async function focused({ page }: OpenPage): Promise<{ row: number; name: string }> {
	return page.evaluate(`({
		row: Number(document.activeElement.closest('.slick-row')?.dataset.row ?? -1),
		name: document.activeElement.getAttribute('aria-label') ?? document.activeElement.tagName,
	})`);
}

/** The row and the column's name of the cell that has the keyboard, such as "3 Race". */
export async function place(open: OpenPage): Promise<string> {
	const { row, name } = await focused(open);
	return `${row} ${name.split(':')[0]}`;
}

/** Presses keys one after the other. */
export async function press({ page }: OpenPage, ...keys: readonly string[]): Promise<void> {
	for (const key of keys) await page.keyboard.press(key);
}

/** What axe finds wrong, with no rule left out. */
export async function axeFinds({ page }: Pick<OpenPage, 'page'>): Promise<string[]> {
	await page.evaluate(axe.source);
	const { violations } = await page.evaluate<{
		violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
	}>('axe.run(document, { resultTypes: ["violations"] })');
	return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
}

/** The last request of a method. */
export function lastAsked({ asked }: OpenPage, method: string): unknown {
	return asked.findLast((each) => each.method === method)?.params;
}

/** Waits until a condition holds on this side. */
export async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
	const end = Date.now() + PATIENCE;
	while (!(await holds())) {
		if (Date.now() > end) throw new Error(`It never happened: ${what}`);
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}
