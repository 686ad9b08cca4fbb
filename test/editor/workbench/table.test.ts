/** A file as a table, in the real workbench. */
import { strict as assert } from 'node:assert';
import type { FrameLocator, Page } from 'playwright-core';
import { type OpenPage, openPage, startWorkbench, type Workbench } from '../host/browserHost';
import { ROOT, SAMPLES } from '../host/paths';
import { openFile, plainEditor, runCommand, webview } from '../host/workbench';

describe('a table in the workbench', () => {
	let workbench: Workbench;
	let open: OpenPage;
	let page: Page;
	let table: FrameLocator;
	/** What the browser's console says of the page's policy. */
	const refused: string[] = [];

	before(async () => {
		workbench = await startWorkbench({
			extension: ROOT,
			folder: SAMPLES,
			settings: { ...plainEditor, 'files.autoSave': 'off' },
		});
		open = await openPage(workbench, { size: { width: 1280, height: 720 } });
		page = open.page;
		page.on('console', (message) => {
			if (/Content.Security.Policy/i.test(message.text())) refused.push(message.text());
		});
		await openFile(page, 'students.csv');
		await runCommand(page, 'Clever Demographics: Open as Table');
		table = webview(page);
	});

	after(async () => {
		await open?.close();
		await workbench?.stop();
	});

	it('shows the rows of the file in columns', async () => {
		const cell = table.getByRole('gridcell', { name: /Okwuosa/ }).first();
		await cell.waitFor();
		const header = table.getByRole('columnheader', { name: /Student_id/ }).first();
		assert.equal(await header.isVisible(), true);
		assert.deepEqual(refused, []);
	});
});
