/** A file as a table and as text: one document, one history, one place. */
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import type { FrameLocator, Page } from 'playwright-core';
import { clickText, visibleLines, waitForLens, waitForText } from '../host/editor';
import {
	cellAt,
	cellInput,
	headerOf,
	press,
	readCell,
	save,
	spanAt,
	tableIn,
	titleButton,
	waitForActive,
	waitForCell,
	waitForNotice,
	waitForRowCount,
	waitForRows,
} from '../host/table';
import { until } from '../host/wait';
import {
	openFile,
	pickQuickItem,
	plainEditor,
	quickItems,
	runCommand,
	statusBarItem,
} from '../host/workbench';
import { HEADER, rosterText } from './tableDistrict';
import { openFolder, waitForDisk } from './tableWorkbench';

const TEXT = rosterText(60);
const LINES = TEXT.split('\r\n');

describe('a table and the text of its file', () => {
	const folder = openFolder(
		{ 'students.csv': TEXT },
		{ settings: { ...plainEditor, 'editor.wordWrap': 'on' } },
	);
	let page: Page;
	let table: FrameLocator;

	before(() => {
		page = folder.page;
	});

	const tabs = (): Promise<string[]> => page.locator('.tabs-container .tab').allInnerTexts();

	/** Clicks into the text next to the table, and then on one of its words. */
	async function clickInText(text: string): Promise<void> {
		await page.locator('.editor-instance .monaco-editor .view-line').last().click();
		await page.locator('.editor-group-container.active .monaco-editor').waitFor();
		await press(page, 'ControlOrMeta+Home');
		await clickText(page, text);
	}

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
		await waitForText(page, 'Hathersage');
		await clickText(page, 'Hathersage');
		await press(page, 'ControlOrMeta+KeyZ');
		table = tableIn(page);
		await waitForCell(table, 1, 'Race', 'B');
		await until('nothing to save', async () => (await page.locator('.tab.dirty').count()) === 0);

		// Undo has moved the cursor. The first key goes to the end of the wrapped line.
		await clickText(page, 'Hathersage');
		await press(page, 'End', 'End');
		await page.keyboard.type(' and more');
		await waitForCell(table, 0, 'Last_name', 'Abernall');
		await until('the change in both', async () => (await page.locator('.tab.dirty').count()) === 2);
		await save(page);
		await waitForDisk(folder, 'students.csv', TEXT.replace('N,N,N,\r\n', 'N,N,N, and more\r\n'));
		// Undo goes past the opening of the table, to the first byte.
		await cellAt(table, 1, 'Race').click();
		await waitForActive(table, '1 Race');
		await press(page, 'ControlOrMeta+KeyZ', 'ControlOrMeta+KeyZ', 'ControlOrMeta+KeyZ');
		await until('the first text', async () =>
			(await visibleLines(page)).every((line) => !line.includes('and more')),
		);
		await save(page);
		await waitForDisk(folder, 'students.csv', TEXT);
		await cellAt(table, 1, 'Race').click();
		await page.keyboard.type('A');
		await press(page, 'Enter');
		await waitForCell(table, 1, 'Race', 'A');
		await runCommand(page, 'File: Revert File');
		await waitForCell(table, 1, 'Race', 'B');
		assert.equal(await page.locator('.tab.dirty').count(), 0);
	});

	it('keep what is typed with its student, whose row moves or goes in the text', async () => {
		await cellAt(table, 6, 'Race').click();
		await waitForActive(table, '6 Race');
		await page.keyboard.type('Half');
		await clickInText('Vantongeld');
		await press(page, 'Home');
		await page.keyboard.type('0099999,1,101,New,Kid\n');
		await until('the cell to move', async () => (await readCell(table, 7, 'Race')) !== 'I');
		assert.equal(await cellInput(table).inputValue(), 'Half');
		await cellInput(table).click();
		await press(page, 'Enter');
		await waitForCell(table, 7, 'Race', 'Half');
		await runCommand(page, 'File: Revert File');
		await waitForRowCount(table, '60 rows');

		await cellAt(table, 6, 'Race').click();
		await waitForActive(table, '6 Race');
		await page.keyboard.type('Half');
		await clickInText('Dunmarrow');
		await press(page, 'ControlOrMeta+Shift+KeyK', 'ControlOrMeta+Shift+KeyK');
		await waitForNotice(table, 'The row that you were editing is gone.');
		assert.equal(await cellInput(table).inputValue(), 'Half');
		await cellInput(table).click();
		await press(page, 'Escape');
		assert.equal(await cellInput(table).count(), 0);
		await runCommand(page, 'File: Revert File');
		await waitForRowCount(table, '60 rows');
	});

	it('show a header that is renamed, and a row whole that cannot be read any more', async () => {
		// Under another name it is no category any more.
		await table.getByRole('radio', { name: 'All columns' }).click();
		await clickInText('Student_id');
		await press(page, 'Home');
		for (let at = 0; at < HEADER.indexOf('Home_language'); at++) await page.keyboard.press('ArrowRight');
		await page.keyboard.type('X');
		await headerOf(table, 'XHome_language').waitFor();
		await press(page, 'Backspace');
		await headerOf(table, 'Home_language').waitFor();

		await clickInText('Hathersage');
		await press(page, 'Home');
		await page.keyboard.type('"x" ');
		// The row is shown whole from the first quote on.
		await spanAt(table, 1)
			.filter({ hasText: /^"x" 0010002,7700001,101,Hathersage/ })
			.waitFor();
		assert.match((await spanAt(table, 1).getAttribute('aria-description')) ?? '', /quote/);
		assert.equal(await readCell(table, 2, 'Last_name'), 'Okwudale');
		await runCommand(page, 'File: Revert File');
		await waitForCell(table, 1, 'Last_name', 'Hathersage');
	});

	it('are there again after the server was restarted', async () => {
		await cellAt(table, 2, 'Race').click();
		await runCommand(page, 'Clever Demographics: Restart Server');
		await statusBarItem(page, 'was restarted');
		await waitForCell(table, 2, 'Race', 'A');
		// The palette has had the keyboard.
		await cellAt(table, 2, 'Race').click();
		await waitForActive(table, '2 Race');
		await page.keyboard.type('Zebra');
		await press(page, 'Enter');
		await waitForCell(table, 2, 'Race', 'Zebra');
		await table.locator('.slick-row[data-row="2"] .slick-cell[aria-invalid]').waitFor();
		await press(page, 'ControlOrMeta+KeyZ');
		await waitForCell(table, 2, 'Race', 'A');
		assert.equal(folder.onDisk('students.csv'), LINES.join('\r\n'));
	});
});
