/** The last steps of the guide depend on whether the folders are ready. */
import { strict as assert } from 'node:assert';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type OpenPage, openPage, startWorkbench, type Workbench } from '../host/browserHost';
import { temporaryFolder } from '../host/cleanup';
import { ROOT } from '../host/paths';
import { openFile, quickItems, runCommand, screenshot } from '../host/workbench';

describe('the guide in the workbench', () => {
	const { path: folder, remove } = temporaryFolder();
	let workbench: Workbench;
	let open: OpenPage;
	let page: Page;

	before(async () => {
		const roster = 'Student_id,School_id,Last_name,First_name,Race,Hispanic_Latino,Home_language,Ell_status';
		const extension =
			'sis_id,ext.idea_indicator,ext.disability_status,ext.primary_disability_type,ext.section_504_status,' +
			'ext.economic_disadvantage_status,ext.migrant_status';
		for (const [name, gender, titleI] of [
			['wrong', 'Female', 'Yes'],
			['unfilled', 'F', ''],
			['right', 'F', 'Yes'],
		]) {
			mkdirSync(join(folder, `${name}`));
			writeFileSync(
				join(folder, `${name}`, 'students.csv'),
				`${roster},Frl_status,IEP_status,Gender\n` +
					`1,5,Reyes,Ana,W,N,English,N,F,Y,${gender}\n2,5,Poe,Bo,B,N,Spanish,Y,N,N,M\n`,
			);
			writeFileSync(
				join(folder, `${name}`, 'students_ext.csv'),
				`${extension},ext.title_i\n1,Yes,Yes,AUT,No,No,No,${titleI}\n`,
			);
		}
		// VS Code in a browser saves by itself, so no message would offer to save.
		const settings = { 'files.autoSave': 'off' };
		workbench = await startWorkbench({ extension: ROOT, folder, settings });
		open = await openPage(workbench);
		page = open.page;
	});

	after(async () => {
		await open?.close();
		await workbench?.stop();
		remove();
	});

	/** Opens the guide, and waits for the step with exactly this title. */
	const step = async (title: string): Promise<void> => {
		await runCommand(page, 'Clever Demographics: Open the Guide');
		await page.locator('.getting-started-step .step-title', { hasText: new RegExp(`^${title}$`) }).waitFor();
	};

	it('asks to fix errors first, even those of a file that is not open', async () => {
		await openFile(page, 'wrong/students_ext.csv');
		await step('Fix the Errors, Then Upload');
	});

	it('asks to look at what is left where nothing is wrong but a category is empty', async () => {
		await runCommand(page, 'View: Close All Editors');
		await openFile(page, 'unfilled/students.csv');
		await step('Look at What Is Left, Then Upload');
		await saveScreenshot('review');
	});

	it('asks to upload if the folders of the tabs are ready, even if another one has errors', async () => {
		await runCommand(page, 'View: Close All Editors');
		await openFile(page, 'right/students.csv');
		await step('Upload');
		await saveScreenshot('ready');
	});

	it('counts both files of the folder in view', async () => {
		await openFile(page, 'right/students.csv');
		await runCommand(page, 'Clever Demographics: Show Folder Status');
		await page.getByPlaceholder('Ready to upload: 14 of 14 categories, 2 students.').waitFor();
		assert.ok((await quickItems(page)).includes('1 of 2 students have a row in students_ext.csv.'));
		await saveScreenshot('folder-ready');
		await page.keyboard.press('Escape');
	});

	async function saveScreenshot(name: string): Promise<void> {
		const target = process.env.SCREENSHOTS_OF_TESTS;
		if (target) await screenshot(page, join(target, `guide-${name}.png`));
	}
});
