/** The last steps of the guide depend on whether the open files have errors. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type OpenPage, openPage, startWorkbench, type Workbench } from '../host/browserHost';
import { temporaryFolder } from '../host/cleanup';
import { ROOT } from '../host/paths';
import { answerNotification, openFile, runCommand } from '../host/workbench';

describe('the guide in the workbench', () => {
	const { path: folder, remove } = temporaryFolder();
	let workbench: Workbench;
	let open: OpenPage;
	let page: Page;

	before(async () => {
		const header = 'Student_id,School_id,Last_name,First_name,Gender';
		for (const [name, gender] of Object.entries({ wrong: 'Female', right: 'F' })) {
			mkdirSync(join(folder, name));
			writeFileSync(join(folder, name, 'students.csv'), `${header}\n1,5,Reyes,Ana,${gender}\n2,5,Poe,Bo,M\n`);
			writeFileSync(join(folder, name, 'students_ext.csv'), 'sis_id,ext.title_i\n1,Yes\n');
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

	it('asks to fix errors first, even those of a file without a tab', async () => {
		await openFile(page, 'wrong/students_ext.csv');
		await step('Upload');
		// Opens the other file of the folder without a tab.
		await openFile(page, 'wrong/students_ext.csv');
		await runCommand(page, 'Clever Demographics: Add Missing Students to students_ext.csv');
		await answerNotification(page, 'Save');
		await step('Fix the Errors, Then Upload');
	});

	it('asks to upload if the folders of the tabs have no errors, even if another open file has', async () => {
		await runCommand(page, 'View: Close All Editors');
		await openFile(page, 'right/students.csv');
		await step('Upload');
	});

	it('counts both files of the folder in view', async () => {
		await openFile(page, 'right/students.csv');
		await runCommand(page, 'Notifications: Clear All Notifications');
		await runCommand(page, 'Clever Demographics: Show Folder Status');
		await page
			.locator('.notification-toast', {
				hasText:
					'students.csv: no errors. students_ext.csv: no errors. 1 of 2 students have a row in students_ext.csv.',
			})
			.waitFor();
	});
});
