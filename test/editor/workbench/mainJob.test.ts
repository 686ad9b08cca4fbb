/** What a data manager does and sees, in the real workbench: VS Code in a browser, our extension loaded. */
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type OpenPage, openPage, startWorkbench, type Workbench } from '../host/browserHost';
import {
	clickText,
	closeHover,
	codeActions,
	completions,
	hoverText,
	pickCodeAction,
	visibleLines,
	waitForLens,
	waitForText,
} from '../host/editor';
import { ROOT, SAMPLES } from '../host/paths';
import { until } from '../host/wait';
import {
	openFile,
	pickQuickItem,
	picture,
	plainEditor,
	problems,
	quickItems,
	runCommand,
	statusBarItem,
} from '../host/workbench';

describe('the main job in the workbench', () => {
	let workbench: Workbench;
	let open: OpenPage;
	let page: Page;

	before(async () => {
		workbench = await startWorkbench({ extension: ROOT, folder: SAMPLES, settings: plainEditor });
		open = await openPage(workbench, { size: { width: 1120, height: 640 } });
		page = open.page;
		await openFile(page, 'students.csv');
	});

	after(async () => {
		await open?.close();
		await workbench?.stop();
	});

	it('shows what is wrong: squiggles, problems, and counts in the status bar', async () => {
		await page.locator('.squiggly-error').first().waitFor();
		await problems(page);
		// Both files of the folder are listed. VS Code shows the part of a file once it is opened.
		await openFile(page, 'students_ext.csv');
		await openFile(page, 'students.csv');
		await until('the problems of the file', async () =>
			(await problems(page)).some((row) => row.includes('Gender has no code "Female". Use F (Female).')),
		);
		await statusBarItem(page, /\d+ errors · \d+ warnings/);
		if (process.env.SCREENSHOTS) await waitForLens(page, 'Report');
		// Away from the tab, whose hover covers the first rows.
		await page.mouse.move(1, 1);
		await picture(page, 'problems');
		await runCommand(page, 'View: Hide Panel');
	});

	it('says in which column and row the cursor is', async () => {
		await clickText(page, 'Female');
		await statusBarItem(page, /Gender.*11|11.*Gender/);
	});

	it('says why it is wrong, over the value', async () => {
		const text = await hoverText(page, 'Female', 'documented values');
		assert.equal(
			text.match(/Gender has no code/g)?.length,
			1,
			'VS Code shows the message, the hover does not',
		);
		await closeHover(page);
	});

	it('fixes it with the preferred fix', async () => {
		await clickText(page, 'Female');
		const titles = await codeActions(page);
		assert.equal(titles[0], 'Use F (Female)');
		assert.equal(titles.at(-1), 'Accept "Female" in Gender (Amplify Will Still Ignore It)');
		await picture(page, 'fix');
		await pickCodeAction(page, 'Use F (Female)');
		await until(
			'the value to be fixed',
			async () => !(await visibleLines(page)).some((line) => line.includes('Female')),
		);
	});

	it('completes codes with what they mean', async () => {
		await clickText(page, 'Tagalogg');
		// VS Code filters by the text before the cursor.
		assert.deepEqual(await completions(page), ['Tagalog']);
		await page.keyboard.press('Escape');
	});

	it('fixes all values with one meaning from the menu of the status bar', async () => {
		await (await statusBarItem(page, /errors/)).click();
		const items = await quickItems(page);
		const fixAll = items.find((item) => item.includes('Fix All'));
		assert.ok(fixAll, items.join('\n'));
		assert.ok(items.some((item) => item.includes('Reveal Both Files')));
		await pickQuickItem(page, fixAll);
		await waitForText(page, ',English,');
		await until(
			'eng to be fixed',
			async () => !(await visibleLines(page)).some((line) => line.includes(',eng,')),
		);
	});

	it('makes the template, and asks before it overwrites', async () => {
		const before = readFileSync(join(workbench.workspace, 'students_ext.csv'), 'utf8');
		await runCommand(page, 'Clever Demographics: Create a students_ext.csv Template');
		const dialog = page.locator('.monaco-dialog-box');
		await dialog.waitFor();
		assert.match((await dialog.textContent()) ?? '', /students_ext\.csv already exists/);
		await dialog.getByRole('button', { name: 'Cancel' }).click();
		assert.equal(readFileSync(join(workbench.workspace, 'students_ext.csv'), 'utf8'), before);
	});

	it('shows the other file under its own language', async () => {
		await openFile(page, 'students_ext.csv');
		await page.locator('.squiggly-error').first().waitFor();
		await statusBarItem(page, /Clever students_ext|students_ext\.csv|Clever/);
	});

	it('opens the guide', async () => {
		await runCommand(page, 'Clever Demographics: Open the Guide');
		await page.getByText('Get Started', { exact: false }).first().waitFor();
	});
});
