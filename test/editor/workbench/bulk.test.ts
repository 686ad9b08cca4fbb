/** Two of the commands for whole files, as a person sees them: what they ask, and what Undo reverses. */
import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type OpenPage, openPage, startWorkbench, type Workbench } from '../host/browserHost';
import { temporaryFolder } from '../host/cleanup';
import { clickText, waitForText } from '../host/editor';
import { ROOT } from '../host/paths';
import { until } from '../host/wait';
import {
	openFile,
	pickQuickItem,
	quickItems,
	runCommand,
	screenshot,
	waitForNotification,
} from '../host/workbench';

const HEADER = 'Student_id,School_id,Last_name,First_name,Gender';

describe('the commands for whole files in the workbench', () => {
	const { path: folder, remove } = temporaryFolder();
	let workbench: Workbench;
	let open: OpenPage;
	let page: Page;

	before(async () => {
		writeFileSync(
			join(folder, 'students.csv'),
			`${HEADER}\n1,5,Reyes,Ana,Female\n2,5,Boone,Lee,M\n3,5,Birch,Kim,Female\n`,
		);
		writeFileSync(join(folder, 'students_ext.csv'), 'sis_id,ext.title_i\n1,Yes\n2,No\n');
		workbench = await startWorkbench({ extension: ROOT, folder, settings: { 'files.autoSave': 'off' } });
		open = await openPage(workbench, { size: { width: 1280, height: 720 } });
		page = open.page;
	});

	after(async () => {
		await open?.close();
		await workbench?.stop();
		remove();
	});

	it('ask for a value and its code, and change all fields in one step', async () => {
		await openFile(page, 'students.csv');
		await clickText(page, 'Female');
		await runCommand(page, 'Clever Demographics: Replace a Value in This Column…');
		await until('the values', async () => (await quickItems(page)).includes('Female'));
		await saveScreenshot('values');
		assert.deepEqual(await quickItems(page), ['Female', 'M']);
		await pickQuickItem(page, 'Female');
		await until('the codes', async () => (await quickItems(page)).includes('F'));
		await saveScreenshot('codes');
		// The code that the value means comes first: Enter picks it.
		assert.equal((await quickItems(page))[0], 'F');
		await pickQuickItem(page, 'F');
		await waitForNotification(
			page,
			'2 fields changed from "Female" to F. Not saved yet. Undo reverses all of it.',
		);
		await saveScreenshot('changed');
		await clickText(page, 'Birch');
		await page.keyboard.press('ControlOrMeta+KeyZ');
		await waitForText(page, '3,5,Birch,Kim,Female');
		await waitForText(page, '1,5,Reyes,Ana,Female');
	});

	it('move columns between the two files, and Undo reverses both', async () => {
		await runCommand(page, 'Clever Demographics: Move ext Columns to students.csv');
		await waitForText(page, 'Female,Yes');
		await saveScreenshot('moved');
		await clickText(page, 'Birch');
		await page.keyboard.press('ControlOrMeta+KeyZ');
		await saveScreenshot('undo');
		await waitForText(page, '3,5,Birch,Kim,Female');
		await openFile(page, 'students_ext.csv');
		// A hint may follow the ID by now.
		await waitForText(page, ',Yes');
		await waitForText(page, ',No');
	});

	/** Saves a screenshot where SCREENSHOTS_OF_TESTS names a folder. */
	async function saveScreenshot(name: string): Promise<void> {
		const into = process.env.SCREENSHOTS_OF_TESTS;
		if (into) await screenshot(page, join(into, `bulk-${name}.png`));
	}
});
