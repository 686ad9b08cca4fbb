/** Fill by Rule as a person sees it: what it asks, what it counts before it writes, and what Undo reverses. */
import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type OpenPage, openPage, startWorkbench, type Workbench } from '../host/browserHost';
import { temporaryFolder } from '../host/cleanup';
import { waitForText } from '../host/editor';
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

describe('filling columns in the workbench', () => {
	const { path: folder, remove } = temporaryFolder();
	let workbench: Workbench;
	let open: OpenPage;
	let page: Page;

	before(async () => {
		writeFileSync(
			join(folder, 'students.csv'),
			'Student_id,School_id,Last_name,First_name,IEP_status\n0101,5,Reyes,Ana,Y\n0102,5,Boone,Lee,N\n0103,5,Birch,Kim,Y\n0104,5,Cole,Jo,Y\n',
		);
		writeFileSync(join(folder, 'students_ext.csv'), 'sis_id,ext.idea_indicator\n0101,\n0102,\n0103,No\n');
		workbench = await startWorkbench({ extension: ROOT, folder, settings: { 'files.autoSave': 'off' } });
		open = await openPage(workbench, { size: { width: 1280, height: 720 } });
		page = open.page;
	});

	after(async () => {
		await open?.close();
		await workbench?.stop();
		remove();
	});

	it('asks for the rule, shows the counts, and fills one file in one step', async () => {
		await openFile(page, 'students_ext.csv');
		await runCommand(page, 'Clever Demographics: Fill by Rule…');
		await pickWhenListed('ext.idea_indicator', 'target');
		await pickWhenListed('IEP_status', 'when');
		await until('the values', async () => (await quickItems(page)).includes('Y'));
		await page
			.locator('.quick-input-list .monaco-list-row', { hasText: 'Y' })
			.filter({ hasText: '3 rows' })
			.last()
			.click();
		await saveScreenshot('values');
		await page.keyboard.press('Enter');
		await pickWhenListed('Yes', 'code');
		await pickWhenListed('No', 'else');
		await until('the preview', async () =>
			(await quickItems(page)).some((item) => item.includes('Fill 2 Fields')),
		);
		await saveScreenshot('preview');
		const items = await quickItems(page);
		assert.ok(
			items.some((item) => item.includes('1 student')),
			items.join('; '),
		);
		await pickQuickItem(page, items.find((item) => item.includes('Fill 2 Fields')) ?? '');
		await waitForNotification(
			page,
			'2 fields of ext.idea_indicator in students_ext.csv filled. Not saved yet. Undo reverses all of it.',
		);
		// The student's name follows an ID as a hint.
		await waitForText(page, ',Yes');
		await page.locator('.editor-group-container.active .monaco-editor .view-line').first().click();
		await page.keyboard.press('ControlOrMeta+KeyZ');
		await until('the fields to be empty again', async () => {
			const lines = await page.locator('.editor-group-container.active .view-line').allTextContents();
			return !lines.some((line) => line.includes(',Yes'));
		});
	});

	async function pickWhenListed(label: string, name: string): Promise<void> {
		await until(label, async () => (await quickItems(page)).includes(label));
		await saveScreenshot(name);
		await pickQuickItem(page, label);
	}

	/** Saves a screenshot where SCREENSHOTS_OF_TESTS names a folder. */
	async function saveScreenshot(name: string): Promise<void> {
		const into = process.env.SCREENSHOTS_OF_TESTS;
		if (into) await screenshot(page, join(into, `fill-${name}.png`));
	}
});
