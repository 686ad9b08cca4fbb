/** A student in both files, as a data manager sees it in the real workbench. */
import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import { type OpenPage, openPage, startWorkbench, type Workbench } from '../host/browserHost';
import { clickText, closeHover, completions, hoverText, waitForLens, waitForText } from '../host/editor';
import { ROOT, SAMPLES } from '../host/paths';
import { openFile, picture, plainEditor, quickItems } from '../host/workbench';

describe('getting around in the workbench', () => {
	let workbench: Workbench;
	let open: OpenPage;
	let page: Page;

	before(async () => {
		workbench = await startWorkbench({ extension: ROOT, folder: SAMPLES, settings: plainEditor });
		open = await openPage(workbench, { size: { width: 1120, height: 700 } });
		page = open.page;
		await openFile(page, 'students_ext.csv');
	});

	after(async () => {
		await open?.close();
		await workbench?.stop();
	});

	it('shows the student of each ID', async () => {
		await waitForText(page, '10202Okwuosa, Tamsin,Yes');
		if (process.env.SCREENSHOTS) await waitForLens(page, 'Report');
		const text = await hoverText(page, '10202', 'Okwuosa');
		assert.match(text, /grade 1/);
		assert.match(text, /students_ext\.csv/);
		assert.match(text, /SLD \(Specific learning disability\)/);
		await picture(page, 'student');
		await closeHover(page);
	});

	it('offers missing students by name', async () => {
		await clickText(page, '99999');
		await page.keyboard.press('Home');
		await page.keyboard.type('elio');
		assert.deepEqual(await completions(page), ['10223']);
	});

	it('finds a student by ID', async () => {
		await page.keyboard.press('Escape');
		await page.keyboard.press('ControlOrMeta+KeyT');
		await page.keyboard.type('10203');
		const items = await quickItems(page);
		assert.ok(
			items.some((item) => item.includes('Vantongeren, Pim')),
			items.join('\n'),
		);
		await page.keyboard.press('Escape');
	});
});
