/**
 * The web extension in VS Code for the web: no Node, and the server a Worker with the browser build of csv-parse. Other
 * tests cover what it finds; these show that each part runs here.
 */
import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import { type OpenPage, openPage, type Workbench } from '../host/browserHost';
import { clickText, closeHover, codeActions, hoverText, waitForSquiggles, waitForText } from '../host/editor';
import { FIXTURES, ROOT } from '../host/paths';
import { groupItem, showProblemsByValue } from '../host/problemsByValue';
import { cellAt, openAsTable, titleButton, waitForCell, waitForHighlight } from '../host/table';
import { startWebWorkbench } from '../host/webHost';
import { runCommand, statusBarItem, waitForNotification } from '../host/workbench';

describe('the web extension in VS Code for the web', () => {
	let workbench: Workbench;
	let open: OpenPage;
	let page: Page;
	/** The addresses that the page, its frames and their workers asked for. */
	const requests: string[] = [];

	before(async () => {
		workbench = await startWebWorkbench({ extension: ROOT, folder: FIXTURES });
		open = await openPage(workbench, { open: 'students.csv' });
		page = open.page;
		page.context().on('request', (request) => void requests.push(request.url()));
	});

	after(async () => {
		await open?.close();
		await workbench?.stop();
	});

	it('checks the file in its Worker', async () => {
		await waitForSquiggles(page, 1);
		await statusBarItem(page, /1 error/);
	});

	it('says what to use on hover', async () => {
		assert.match(await hoverText(page, 'Female', 'Gender has no code'), /Use F \(Female\)/);
		await closeHover(page);
	});

	it('fixes the value', async () => {
		await clickText(page, 'Female');
		assert.equal((await codeActions(page))[0], 'Use F (Female)');
		// By keyboard: in this build an overlay keeps the mouse off the menu.
		await page.keyboard.press('Enter');
		await waitForText(page, 'Birch,Kim,3,F,A');
		await waitForSquiggles(page, 0);
	});

	it('checks again in another Worker after a restart', async () => {
		await runCommand(page, 'Clever Demographics: Restart Server');
		await statusBarItem(page, 'was restarted');
		await page.keyboard.press('ControlOrMeta+KeyZ');
		await waitForText(page, 'Female');
		await waitForSquiggles(page, 1);
	});

	it('lists the problems by value', async () => {
		await showProblemsByValue(page);
		await groupItem(page, 'Gender · Female → F').waitFor();
		await runCommand(page, 'View: Hide Panel');
	});

	it('shows the file as a table, fixes a cell with a code from its list, and undo reverses it', async () => {
		const table = await openAsTable(page);
		const female = cellAt(table, 1, 'Gender');
		await female.and(table.locator('[aria-invalid=true]')).waitFor();
		await female.click();
		await page.keyboard.type('fem');
		await waitForHighlight(table, 'Female');
		await page.keyboard.press('Enter');
		await waitForCell(table, 1, 'Gender', 'F');
		await cellAt(table, 1, 'Gender').and(table.locator(':not([aria-invalid=true])')).waitFor();
		await cellAt(table, 1, 'Gender').click();
		await page.keyboard.press('ControlOrMeta+KeyZ');
		await cellAt(table, 1, 'Gender').and(table.locator('[aria-invalid=true]')).waitFor();
		await titleButton(page, 'Open as Text').click();
		await waitForText(page, 'Female');
	});

	it('makes the template from the roster, writes it through the file system of the page, and Undo restores the old text', async () => {
		await runCommand(page, 'Clever Demographics: Create a students_ext.csv Template');
		const dialog = page.locator('.monaco-dialog-box');
		await dialog.waitFor();
		assert.match((await dialog.textContent()) ?? '', /students_ext\.csv already exists/);
		await dialog.getByRole('button', { name: 'Overwrite' }).click();
		await page.getByRole('tab', { name: 'students_ext.csv', selected: true }).waitFor();
		// A hint with the student's name follows the ID.
		await waitForText(page, '5003');
		await waitForText(page, ',,,,,,,');
		await waitForNotification(page, 'a row for each student in students.csv (3 students)');
		await page.keyboard.press('ControlOrMeta+KeyZ');
		await waitForText(page, ',Y');
	});

	it('reads the roster next to an extension file through the file system of the page', async () => {
		const alone = await openPage(workbench, { open: 'students_ext.csv' });
		try {
			// The hint after an ID.
			await waitForText(alone.page, 'Birch, Kim');
		} finally {
			await alone.close();
		}
	});

	it('asks no other computer for anything', () => {
		assert.ok(
			requests.some((url) => url.endsWith('dist/server.web.js')),
			'requests of workers are seen',
		);
		const { host } = new URL(workbench.url());
		// A webview has a subdomain of its own.
		const isHere = (url: string): boolean =>
			new URL(url).host === host || new URL(url).host.endsWith(`.${host}`);
		assert.deepEqual(
			requests.filter((url) => /^(https?|wss?):/.test(url) && !isHere(url)),
			[],
		);
	});
});
