/** A file of which VS Code tells no extension anything, in the real workbench. */
import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type OpenPage, openPage, startWorkbench, type Workbench } from '../support/host/browserHost';
import { ROOT } from '../support/host/paths';
import { openTab, pickQuickItem, problems, quickItems, statusBarItem } from '../support/host/workbench';

/** VS Code hands files on up to this size. */
const LIMIT = 50 * 1024 * 1024;

function roster(): string {
	const header = 'Student_id,School_id,Last_name,First_name,Gender\n';
	const row = ',5,Reyes of a very long name that fills the file up in no time at all,Ana,F\n';
	const rows = Math.ceil(LIMIT / (row.length + 7)) + 1000;
	const body = Array.from({ length: rows }, (_, index) => `${1_000_000 + index}${row}`).join('');
	return `${header}${body}z,5,Reyes,Ana,Female\n`;
}

describe('a file above 50 MB in the workbench', () => {
	let folder: string;
	let workbench: Workbench;
	let open: OpenPage;
	let page: Page;

	before(async () => {
		folder = mkdtempSync(join(tmpdir(), 'clever-large-'));
		writeFileSync(join(folder, 'students.csv'), roster());
		workbench = await startWorkbench({ extension: ROOT, folder });
		open = await openPage(workbench, { size: { width: 1280, height: 720 } });
		page = open.page;
	});

	after(async () => {
		await open?.close();
		await workbench?.stop();
		rmSync(folder, { recursive: true, force: true });
	});

	it('is checked on the disk from the menu of the status bar', async () => {
		await openTab(page, 'students.csv');
		await (await statusBarItem(page, /Not checked/)).click();
		const items = await quickItems(page);
		const check = items.find((item) => item.includes('Check this file on disk'));
		assert.ok(check, items.join('\n'));
		await pickQuickItem(page, check);
		await statusBarItem(page, /1 error/);
		const rows = await problems(page);
		assert.ok(
			rows.some((row) => row.includes('"Female" is not a code of Gender. Use F (Female).')),
			rows.join('\n'),
		);
	});
});
