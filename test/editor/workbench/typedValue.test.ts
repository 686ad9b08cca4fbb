/** What is typed and is no code stays, whatever is highlighted in the list of codes. */
import type { Page } from 'playwright-core';
import { clickText, waitForLens } from '../host/editor';
import { press, save } from '../host/table';
import { openFile, statusBarItem } from '../host/workbench';
import { openFolder, waitForDisk } from './tableWorkbench';

const HEADER = 'Student_id,School_id,Last_name,First_name,Gender,Race,Ell_status';

const NAMES = ['Reyes', 'Poe', 'Ito', 'Lee'];
const IDS = ['1', '12', '3', '4'];
const TEXT = `${HEADER}\n${NAMES.map((name, at) => `${IDS[at]},5,${name},Ana,F,W,N\n`).join('')}`;

describe('a value that is typed in the text', () => {
	const folder = openFolder({ 'students.csv': TEXT, 'students_ext.csv': 'sis_id,ext.title_i\n1,Yes\n,' });
	let page: Page;
	/** What the file shall hold. Each value is typed in a row of its own. */
	let meant = TEXT;
	let row = 0;

	before(async () => {
		page = folder.page;
		await openFile(page, 'students.csv');
		await waitForLens(page, 'Report');
	});

	for (const key of ['Tab', 'Enter'] as const) {
		it(`stays on ${key} where it is no code, and becomes the code that it means`, async () => {
			const list = page.locator('.suggest-widget.visible');
			for (const [typed, listed] of [
				['Hmong', 'Hmong'],
				['Asia', 'A'],
			] as const) {
				const name = `${NAMES[row++]}`;
				await clickText(page, name);
				await press(page, 'End', 'ControlOrMeta+Shift+ArrowLeft', 'ArrowLeft');
				await press(page, 'ArrowLeft', 'Shift+ArrowLeft');
				await page.keyboard.type(typed);
				await list
					.locator('.monaco-list-row.focused .label-name', { hasText: new RegExp(`^${listed}$`) })
					.waitFor();
				await press(page, key);
				await list.waitFor({ state: 'hidden' });
				// As in a spreadsheet, Tab also goes on.
				if (key === 'Tab') {
					await statusBarItem(page, `Ell_status · row ${row + 1}`);
					await page.keyboard.type('Y');
				}
				await save(page);
				meant = meant.replace(`${name},Ana,F,W,N`, `${name},Ana,F,${listed},${key === 'Tab' ? 'Y' : 'N'}`);
				await waitForDisk(folder, 'students.csv', meant);
			}
		});
	}

	it('stays where it is an ID with which others begin', async () => {
		await openFile(page, 'students_ext.csv');
		await waitForLens(page, 'Report');
		await press(page, 'ControlOrMeta+End', 'Home');
		await page.keyboard.type('1');
		// VS Code suggests nothing by itself for a number.
		await press(page, 'Control+Space');
		await page.locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: 'as typed' }).waitFor();
		await press(page, 'Tab');
		await statusBarItem(page, 'ext.title_i · row 3');
		await page.keyboard.type('Yes');
		await save(page);
		await waitForDisk(folder, 'students_ext.csv', 'sis_id,ext.title_i\n1,Yes\n1,Yes');
	});
});
