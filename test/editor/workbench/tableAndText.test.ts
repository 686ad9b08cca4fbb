/** A file as a table and as text: one document, one history, one place. */
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import type { FrameLocator, Page } from 'playwright-core';
import { clickText, waitForLens, waitForText } from '../host/editor';
import {
	cellAt,
	press,
	save,
	tableIn,
	titleButton,
	waitForActive,
	waitForCell,
	waitForRows,
} from '../host/table';
import { until } from '../host/wait';
import { openFile, pickQuickItem, quickItems, runCommand, statusBarItem } from '../host/workbench';
import { rosterText } from './tableDistrict';
import { openFolder, waitForDisk } from './tableWorkbench';

const TEXT = rosterText(60);

describe('a table and the text of its file', () => {
	const folder = openFolder({ 'students.csv': TEXT });
	let page: Page;
	let table: FrameLocator;

	before(() => {
		page = folder.page;
	});

	const tabs = (): Promise<string[]> => page.locator('.tabs-container .tab').allInnerTexts();

	it('take each other’s place in one tab, at the same cell, by button, lens and Open With', async () => {
		await openFile(page, 'students.csv');
		await clickText(page, 'Purple');
		await titleButton(page, 'Open as Table').click();
		table = tableIn(page);
		await waitForActive(table, '9 Race');
		assert.equal((await tabs()).length, 1);
		await press(page, 'ArrowUp', 'ArrowRight', 'ArrowRight');
		await waitForActive(table, '8 Home_language');
		await titleButton(page, 'Open as Text').click();
		await waitForText(page, 'Purple');
		await statusBarItem(page, /Ln 10, Col/);
		assert.equal((await page.locator('.selected-text').count()) > 0, true);
		assert.equal((await tabs()).length, 1);

		await waitForLens(page, 'Open as Table');
		await page.locator('.codelens-decoration a', { hasText: 'Open as Table' }).first().click();
		table = tableIn(page);
		await waitForActive(table, '8 Home_language');
		await titleButton(page, 'Open as Text').click();
		await waitForText(page, 'Purple');

		await runCommand(page, 'View: Reopen Editor With...');
		assert.ok((await quickItems(page)).includes('Table'));
		await pickQuickItem(page, 'Table');
		table = tableIn(page);
		await waitForRows(table);
		assert.equal((await tabs()).length, 1);
		assert.doesNotMatch(readFileSync(folder.workbench.userSettings ?? '', 'utf8'), /editorAssociations/);
	});

	it('follow each other side by side, with one history', async () => {
		await runCommand(page, 'View: Split Editor Right');
		await until('two tables', async () => (await page.locator('iframe.webview.ready:visible').count()) === 2);
		const second = tableIn(page, 1);
		await waitForRows(second);
		await cellAt(second, 1, 'Race').click();
		await page.keyboard.type('P');
		await press(page, 'Enter');
		await waitForCell(second, 1, 'Race', 'P');
		await waitForCell(tableIn(page, 0), 1, 'Race', 'P');
		// The other table has the same history.
		await cellAt(tableIn(page, 0), 3, 'Race').click();
		await press(page, 'ControlOrMeta+KeyZ');
		await waitForCell(second, 1, 'Race', 'B');
		await press(page, 'ControlOrMeta+KeyY');
		await waitForCell(second, 1, 'Race', 'P');

		await titleButton(page, 'Open as Text').click();
		await waitForText(page, '0010002,7700001,101,Hathersage,Lindiwe,2,F,02/11/2011,P');
		await clickText(page, 'Hathersage');
		await press(page, 'ControlOrMeta+KeyZ');
		table = tableIn(page);
		await waitForCell(table, 1, 'Race', 'B');
		await until('nothing to save', async () => (await page.locator('.tab.dirty').count()) === 0);

		await page.keyboard.press('End');
		await page.keyboard.type(' and more');
		await waitForCell(table, 0, 'Last_name', 'Abernall');
		await until('the change in both', async () => (await page.locator('.tab.dirty').count()) === 2);
		await save(page);
		await waitForDisk(folder, 'students.csv', TEXT.replace('N,N,N,\r\n', 'N,N,N, and more\r\n'));
		// Undo goes past the opening of the table, to the first byte.
		await cellAt(table, 1, 'Race').click();
		await press(page, 'ControlOrMeta+KeyZ', 'ControlOrMeta+KeyZ', 'ControlOrMeta+KeyZ', 'ControlOrMeta+KeyS');
		await waitForDisk(folder, 'students.csv', TEXT);
		await cellAt(table, 1, 'Race').click();
		await page.keyboard.type('A');
		await press(page, 'Enter');
		await waitForCell(table, 1, 'Race', 'A');
		await runCommand(page, 'File: Revert File');
		await waitForCell(table, 1, 'Race', 'B');
		assert.equal(await page.locator('.tab.dirty').count(), 0);
	});
});
