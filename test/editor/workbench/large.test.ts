/** A file that is too large for VS Code extensions, in the real workbench. */
import { strict as assert } from 'node:assert';
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type OpenPage, openPage, startWorkbench, type Workbench } from '../host/browserHost';
import { temporaryFolder } from '../host/cleanup';
import { clickText } from '../host/editor';
import { ROOT } from '../host/paths';
import { until } from '../host/wait';
import { openTab, pickQuickItem, problems, quickItems, statusBarItem } from '../host/workbench';

/** The largest file that VS Code gives to extensions, in bytes. */
const LIMIT = 50 * 1024 * 1024;

/** All categories of the roster, so that without a mistake it is ready. */
const CATEGORIES = 'Gender,Race,Hispanic_Latino,Home_language,Ell_status,Frl_status,IEP_status';
const CODES = 'F,W,N,English,N,F,N';
const FEMALE = CODES.replace('F', 'Female');

function roster(): string {
	const header = `Student_id,School_id,Last_name,First_name,${CATEGORIES}\n`;
	const row = `,5,Reyes of a very long name that fills the file up in no time at all,Ana,${CODES}\n`;
	const rows = Math.ceil(LIMIT / (row.length + 7)) + 1000;
	const body = Array.from({ length: rows }, (_, index) => `${1_000_000 + index}${row}`).join('');
	return `${header}${body}z,5,Reyes,Ana,${FEMALE}\n`;
}

describe('a file above 50 MB in the workbench', () => {
	const { path: folder, remove } = temporaryFolder();
	let workbench: Workbench;
	let open: OpenPage;
	let page: Page;

	before(async () => {
		writeFileSync(join(folder, 'students.csv'), roster());
		// In a browser VS Code saves by itself, a second after each change.
		workbench = await startWorkbench({ extension: ROOT, folder, settings: { 'files.autoSave': 'off' } });
		open = await openPage(workbench, { size: { width: 1280, height: 720 } });
		page = open.page;
	});

	after(async () => {
		await open?.close();
		await workbench?.stop();
		remove();
	});

	const female = 'Gender has no code "Female". Use F (Female).';
	/** How many times the Problems panel, once open, shows it. */
	const shown = (): Promise<number> => page.locator('.markers-panel', { hasText: female }).count();

	/** Opens the file and waits until its tab says that it is too large: a change of the tab would close a menu. */
	async function openLarge(): Promise<void> {
		await openTab(page, 'students.csv');
		await page.getByRole('button', { name: 'Open Anyway' }).waitFor();
	}

	async function checkFromMenu(label: RegExp): Promise<void> {
		await (await statusBarItem(page, label)).click();
		const items = await quickItems(page);
		const check = items.find((item) => item.includes('Check This File on Disk'));
		assert.ok(check, items.join('\n'));
		await pickQuickItem(page, check);
	}

	it('is checked on the disk from the menu of the status bar', async () => {
		await openLarge();
		await statusBarItem(page, /Not checked/);
		await checkFromMenu(/Not checked/);
		await statusBarItem(page, /1 error/);
		const rows = await problems(page);
		assert.ok(
			rows.some((row) => row.includes(female)),
			rows.join('\n'),
		);
	});

	it('is reported as changed, and shows the new problems after another check', async () => {
		appendFileSync(join(workbench.workspace, 'students.csv'), `y,5,Reyes,Ana,${FEMALE}\n`);
		await statusBarItem(page, /Changed since it was checked/);
		await until('the old problem to go', async () => (await shown()) === 0);
		await checkFromMenu(/Changed since/);
		await statusBarItem(page, /2 errors/);
		await until('the problems to be shown', async () => (await shown()) > 0);
	});

	it('is forgotten when its tab is closed', async () => {
		await page.locator('.tab', { hasText: 'students.csv' }).locator('.tab-actions .action-label').click();
		await until('the problems to go', async () => (await shown()) === 0);
	});

	it('is not ready while it has changes that are not saved', async () => {
		writeFileSync(join(workbench.workspace, 'students.csv'), roster().replace(',Female', ',F'));
		await openLarge();
		await checkFromMenu(/Not checked/);
		await statusBarItem(page, /Ready to upload/);
		await page.getByRole('button', { name: 'Open Anyway' }).click();
		await clickText(page, 'Student_id');
		await page.keyboard.type('x');
		await statusBarItem(page, /1 thing to review/);
		await checkFromMenu(/1 thing to review/);
		const message = 'no problems. Unsaved changes were not checked.';
		await page.locator('.notification-toast', { hasText: message }).waitFor();
	});
});
