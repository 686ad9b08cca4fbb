/** Imports an SIS export on its page: an unknown one, then the same one again in one step. */
import { strict as assert } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { type OpenPage, openPage, startWorkbench, type Workbench } from '../host/browserHost';
import { ROOT } from '../host/paths';
import { tableIn } from '../host/table';
import { until } from '../host/wait';
import { answerInput, appears, isRemembered, runCommand, screenshot } from '../host/workbench';

const EXPORT = 'powerschool_export.txt';

/** A script as text, since it runs in the page: hides from VS Code that the page ends, as where a browser crashes. */
const SAVE_NOTHING = `for (const event of ['beforeunload', 'pagehide', 'unload']) {
	addEventListener(event, (each) => each.stopImmediatePropagation(), true);
}`;

describe('an import in the workbench', () => {
	let workbench: Workbench;
	let open: OpenPage;
	let page: Page;

	before(async () => {
		workbench = await startWorkbench({
			extension: ROOT,
			folder: join(ROOT, 'test/fixtures/import'),
			settings: { 'files.autoSave': 'off' },
		});
		open = await openPage(workbench, { size: { width: 1280, height: 720 } });
		page = open.page;
	});

	after(async () => {
		await open?.close();
		await workbench?.stop();
	});

	const written = (name: string): string =>
		readFileSync(join(workbench.workspace, name), 'utf8').replaceAll('\r\n', '\n');
	const importPage = (): FrameLocator => tableIn(page);
	const left = (): Promise<string | null> => importPage().locator('#left').textContent();
	const importButton = () => importPage().locator('#import');

	async function picture(name: string): Promise<void> {
		const folder = process.env.IMPORT_PICTURES;
		if (folder) await screenshot(page, join(folder, `${name}.png`));
	}

	/** The file dialog of VS Code in a browser ignores Enter while it reads the folder. */
	async function chooseExport(): Promise<void> {
		await runCommand(page, 'Clever Demographics: Import an SIS Export…');
		const dialog = page.locator('.quick-input-widget:visible .quick-input-title', {
			hasText: 'Choose the Export of Your SIS',
		});
		await dialog.waitFor();
		await until(
			'the page of the import',
			async () => {
				if (await dialog.isVisible()) await answerInput(page, join(workbench.workspace, EXPORT));
				return appears(importPage().locator('#left'));
			},
			120_000,
		);
	}

	it('opens on one page, and stops at the student ID', async () => {
		await chooseExport();
		await importPage()
			.getByRole('heading', { name: `Import ${EXPORT}` })
			.waitFor();
		assert.ok(await importButton().isDisabled());
		const candidates = await importPage().locator('.id-card .candidate').allTextContents();
		assert.ok(
			candidates.some((text) => text.includes('DCID') && text.includes('20101')),
			candidates.join(),
		);
		await picture('1');
	});

	it('takes a decision that Escape keeps and Undo reverses', async () => {
		await importPage().locator('.id-card .candidate', { hasText: 'DCID' }).click();
		await importButton().and(importPage().locator(':enabled')).waitFor();
		await page.keyboard.press('Escape');
		assert.ok(await importButton().isEnabled());
		await page.keyboard.press('ControlOrMeta+KeyZ');
		await importButton().and(importPage().locator(':disabled')).waitFor();
		await page.keyboard.press('ControlOrMeta+Shift+KeyZ');
		await importButton().and(importPage().locator(':enabled')).waitFor();
		await page.locator('.tab.dirty', { hasText: EXPORT }).waitFor();
		await picture('2');
	});

	it('keeps the decision where the browser ends before VS Code has saved its own state', async () => {
		// It restores the tabs that it has saved, which it does when it is idle, every few seconds.
		await until('VS Code to remember the tab', () => isRemembered(page, 'editorpart.state', EXPORT));
		// Undo has left an empty list of backups.
		await until('the backup to be remembered', () => isRemembered(page, 'importBackups', EXPORT));
		await page.evaluate(SAVE_NOTHING);
		await page.reload();
		await importButton().and(importPage().locator(':enabled')).waitFor();
		await page.locator('.tab.dirty', { hasText: EXPORT }).waitFor();
	});

	it('asks before it is closed with a decision that is not saved', async () => {
		await importPage().locator('h1').click();
		await runCommand(page, 'View: Close Editor');
		const dialog = page.locator('.monaco-dialog-box');
		await dialog.waitFor();
		assert.match((await dialog.textContent()) ?? '', /save the changes/);
		await dialog.getByRole('button', { name: 'Cancel' }).click();
		assert.ok(await importButton().isEnabled());
	});

	it('writes both files and the mapping, and says whether the folder is ready', async () => {
		await importButton().click();
		await importPage().locator('#result').waitFor();
		await importPage().locator('.verdict .verdict-mark').waitFor();
		assert.match(written('students.csv'), /^20101,|,20101,/m);
		assert.match(written('students.csv'), /Peña/);
		assert.match(written('students_ext.csv'), /^sis_id,.*\n20101,/);
		assert.equal(JSON.parse(written('clever-import.json')).columns.Student_id, 'DCID');
		await until('the page is saved', async () => !(await appears(page.locator('.tab.dirty'))));
		await picture('3');
	});

	it('is one step the next time', async () => {
		const before = written('students.csv');
		await runCommand(page, 'View: Close All Editors');
		await chooseExport();
		await importPage()
			.getByText(/clever-import\.json from .* is used/)
			.waitFor();
		await importButton().click();
		const dialog = page.locator('.monaco-dialog-box');
		await dialog.waitFor();
		assert.match((await dialog.textContent()) ?? '', /students\.csv and students_ext\.csv already exist/);
		await dialog.getByRole('button', { name: 'Overwrite' }).click();
		await importPage().locator('#result').waitFor();
		assert.equal(written('students.csv'), before);
		assert.ok(existsSync(join(workbench.workspace, 'clever-import.json')));
		assert.ok((await left()) !== null);
	});
});
