/** The keyboard after VS Code has asked something for the table: the next key is the table's. */
import { strict as assert } from 'node:assert';
import type { FrameLocator, Page } from 'playwright-core';
import {
	answerDialog,
	cellAt,
	numberAt,
	press,
	setClipboard,
	waitForActive,
	waitForCell,
	waitForNotice,
} from '../host/table';
import { until } from '../host/wait';
import { quickItems } from '../host/workbench';
import { rosterText } from './tableDistrict';
import { openFolder } from './tableWorkbench';

describe('the keyboard after a question of the table', () => {
	const folder = openFolder({ 'students.csv': rosterText(40) });
	let page: Page;
	let table: FrameLocator;

	before(async () => {
		page = folder.page;
		table = await folder.openTable('students.csv');
	});

	const hasKeyboard = (): Promise<boolean> => table.locator('body').evaluate('document.hasFocus()');
	/** Waits until the page of the table has the keyboard, with nobody clicking into it. */
	const waitForKeyboard = (): Promise<boolean> => until('the table to have the keyboard', hasKeyboard);

	it('is the table’s after rows were deleted with the mouse', async () => {
		await numberAt(table, 2).click();
		await press(page, 'Shift+ArrowDown', 'Control+-');
		assert.match(await answerDialog(page, 'Delete'), /Delete 2 rows/);
		await waitForKeyboard();
		await waitForNotice(table, '2 rows deleted.');
		await waitForActive(table, '2 Student_id');
		await press(page, 'ArrowDown', 'Tab');
		await waitForActive(table, '3 Last_name');
	});

	it('is the table’s after the question is left', async () => {
		await numberAt(table, 4).click();
		await press(page, 'Control+-');
		await answerDialog(page, 'Cancel');
		await waitForKeyboard();
		await press(page, 'ArrowDown');
		await waitForActive(table, '5 Student_id');
	});

	it('is the table’s after Escape in the ways to paste', async () => {
		await cellAt(table, 0, 'Last_name').click();
		await setClipboard(page, '0010031\tP\r\n0010012\tA\r\n');
		await press(page, 'ControlOrMeta+KeyV');
		await quickItems(page);
		await press(page, 'Escape');
		await waitForKeyboard();
		await page.keyboard.type('Okoro');
		await press(page, 'Enter');
		await waitForCell(table, 0, 'Last_name', 'Okoro');
		await waitForActive(table, '1 Last_name');
	});
});
