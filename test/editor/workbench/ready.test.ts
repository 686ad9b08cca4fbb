/** The verdict before an upload, and the one button that repairs a file, as a person sees them. */
import { strict as assert } from 'node:assert';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type OpenPage, openPage, startWorkbench, type Workbench } from '../host/browserHost';
import { temporaryFolder } from '../host/cleanup';
import { clickText, pickCodeAction, waitForLens, waitForText } from '../host/editor';
import { ROOT } from '../host/paths';
import { until } from '../host/wait';
import {
	appears,
	openFile,
	pickQuickItem,
	picture,
	quickItems,
	runCommand,
	screenshot,
	statusBarItem,
} from '../host/workbench';

const HEADER =
	'School_id,Student_id,Last_name,First_name,Gender,Race,Hispanic_Latino,Home_language,Ell_status,FRL,IEP_status';
const ROWS = '5,1,Muñoz,José,F,W,N,English,N,F,N\n5,2,Boone,Lee,M,B,N,Spanish,Y,R,N\n';

describe('whether a folder is ready, in the workbench', () => {
	const { path: scratch, remove } = temporaryFolder();
	// The screenshot in the README shows the name of the folder.
	const folder = join(scratch, 'district');
	const file = join(folder, 'students.csv');
	const otherCase = join(folder, 'copy', 'Students.csv');
	let workbench: Workbench;
	let open: OpenPage;
	let page: Page;

	before(async () => {
		mkdirSync(folder);
		writeFileSync(file, Buffer.from(`${HEADER}\n${ROWS}`, 'latin1'));
		mkdirSync(join(folder, 'copy'));
		writeFileSync(otherCase, `${HEADER.replace('FRL', 'Frl_status')}\n${ROWS}`);
		workbench = await startWorkbench({ extension: ROOT, folder, settings: { 'files.autoSave': 'off' } });
		open = await openPage(workbench, { size: { width: 1120, height: 640 } });
		page = open.page;
	});

	after(async () => {
		await open?.close();
		await workbench?.stop();
		remove();
	});

	it('has one button for a file in Windows-1252, which saves it as UTF-8', async () => {
		await openFile(page, 'students.csv');
		await statusBarItem(page, '1 error');
		await clickText(page, 'Mu\ufffdoz');
		await page.keyboard.press('Home');
		for (let at = 0; at < '5,1,Mu'.length; at++) await page.keyboard.press('ArrowRight');
		const dialog = page.locator('.monaco-dialog-box');
		// A hover that takes the focus closes the list just before the click: a person picks again.
		await until('the question', async () => {
			if (await dialog.isVisible()) return true;
			await pickCodeAction(page, 'Reopen as Windows-1252 and Save as UTF-8');
			return appears(dialog);
		});
		assert.match((await dialog.textContent()) ?? '', /Save students\.csv as UTF-8\?/);
		await saveScreenshot('encoding');
		await dialog.getByRole('button', { name: 'Save as UTF-8' }).click();
		await waitForText(page, 'Muñoz,José');
		// The bytes that VS Code reads again are UTF-8 now.
		await runCommand(page, 'File: Revert File');
		await waitForText(page, 'Muñoz,José');
		await statusBarItem(page, 'UTF-8');
	});

	it('says what is left to review, and takes the way out that is picked', async () => {
		await statusBarItem(page, /things? to review/);
		await waitForLens(page, '2 students');
		await runCommand(page, 'Clever Demographics: Show Folder Status');
		const items = await until('the reasons', async () => {
			const labels = await quickItems(page);
			return labels.some((label) => label.includes('FRL')) && labels;
		});
		assert.ok(items.includes('Without students_ext.csv, 7 categories are not sent.'), items.join('\n'));
		await page.mouse.move(1, 1);
		await picture(page, 'status');
		await pickQuickItem(page, items.find((label) => label.includes('FRL')) as string);
		await waitForText(page, 'Ell_status,Frl_status,IEP_status');
		await page.keyboard.press('ControlOrMeta+KeyS');
		await statusBarItem(page, 'Ready to upload');
		await waitForLens(page, '2 students · ready to upload');
		await saveScreenshot('ready');
	});

	it('gives a file the name that Clever expects', async () => {
		await openFile(page, 'copy/Students.csv');
		await statusBarItem(page, /things? to review/);
		await page.keyboard.press('ControlOrMeta+Home');
		await pickCodeAction(page, 'Rename to students.csv');
		await page.locator('.tabs-container .tab.active', { hasText: /^students\.csv/ }).waitFor();
		await statusBarItem(page, 'Ready to upload');
	});

	async function saveScreenshot(name: string): Promise<void> {
		const target = process.env.SCREENSHOTS_OF_TESTS;
		if (target) await screenshot(page, join(target, `ready-${name}.png`));
	}
});
