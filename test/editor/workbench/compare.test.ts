/** From one upload to the next, as a person sees it: a dated copy, a comparison, its alarm in Ready, and its review. */
import { strict as assert } from 'node:assert';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type OpenPage, openPage, startWorkbench, type Workbench } from '../host/browserHost';
import { temporaryFolder } from '../host/cleanup';
import { ROOT } from '../host/paths';
import {
	cellAt,
	menuItems,
	openAsTable,
	pickMenuItem,
	press,
	tableIn,
	waitForCell,
	waitForNotice,
	waitForRowCount,
} from '../host/table';
import { until } from '../host/wait';
import {
	openFile,
	pickQuickItem,
	picture,
	plainEditor,
	quickItems,
	runCommand,
	statusBarItem,
	waitForNotification,
	webview,
} from '../host/workbench';

const HEADER =
	'School_id,Student_id,Last_name,First_name,Gender,Race,Hispanic_Latino,Home_language,Ell_status,Frl_status,IEP_status';
/** The last upload had 60 students more, and the lunch status of most of them. */
const textOf = (students: number, lunch: (at: number) => string): string =>
	`${HEADER}\r\n${Array.from(
		{ length: students },
		(_, at) => `${at % 3},${at + 1000},Doe${at},Sam,F,W,N,English,N,${lunch(at)},N\r\n`,
	).join('')}`;

describe('a comparison with the last upload, in the workbench', () => {
	const { path: scratch, remove } = temporaryFolder();
	const folder = join(scratch, 'district');
	const text = textOf(240, (at) => (at % 2 === 0 ? '' : 'N'));
	let workbench: Workbench;
	let open: OpenPage;
	let page: Page;
	let copy = '';

	before(async () => {
		mkdirSync(folder);
		writeFileSync(join(folder, 'students.csv'), text);
		writeFileSync(
			join(folder, 'students 2026-10-28.csv'),
			textOf(300, (at) => (at % 2 === 0 ? 'F' : 'N')),
		);
		workbench = await startWorkbench({ extension: ROOT, folder, settings: plainEditor });
		open = await openPage(workbench, { size: { width: 1120, height: 760 } });
		page = open.page;
	});
	after(async () => {
		await open?.close();
		await workbench?.stop();
		remove();
	});

	it('keeps a dated copy, byte for byte, that nobody takes for another upload', async () => {
		await openFile(page, 'students.csv');
		await statusBarItem(page, 'Ready to upload');
		await runCommand(page, 'Clever Demographics: Save a Dated Copy');
		await pickQuickItem(page, 'Earlier Uploads');
		await waitForNotification(page, 'Keep them safe');
		const copies = join(workbench.workspace, 'Earlier Uploads');
		const [name = '', ...others] = readdirSync(copies);
		copy = name;
		assert.match(name, /^students \d{4}-\d{2}-\d{2}\.csv$/);
		assert.deepEqual(others, []);
		assert.equal(readFileSync(join(copies, name), 'utf8'), text);
		await statusBarItem(page, 'Ready to upload');
	});

	it('shows what changed, and makes Ready a review until that is reviewed', async () => {
		await runCommand(page, 'Clever Demographics: Compare with the Last Upload…');
		const items = await until('the copy and the dated file', async () => {
			const labels = await quickItems(page);
			return labels.includes('students 2026-10-28.csv') && labels;
		});
		// The copy that was just made has what is about to be uploaded.
		assert.deepEqual(items, ['students 2026-10-28.csv', copy, 'Choose a File…', 'Choose a Folder…']);
		await pickQuickItem(page, 'students 2026-10-28.csv');
		const shown = webview(page);
		await shown.getByText('60 of 300 students (20%) are gone.').waitFor();
		await shown.getByText('Frl_status is empty now for 120 of 240 students (50%)').waitFor();
		await picture(page, 'compare');
		await openFile(page, 'students.csv');
		await statusBarItem(page, /things to review/);
		await runCommand(page, 'Clever Demographics: Show Folder Status');
		await until('the alarms and what to do', async () => {
			const labels = (await quickItems(page)).join('\n');
			return labels.includes('60 of 300 students') && labels.includes('Mark as Reviewed');
		});
		await pickQuickItem(page, 'Mark as Reviewed');
		await statusBarItem(page, 'Ready to upload');
	});

	it('leads from a change to its students in the table, and restores them all as one step', async () => {
		await openAsTable(page);
		await page.getByRole('tab', { name: 'Comparison · district' }).click();
		await tableIn(page).getByRole('button', { name: 'F → empty: show the rows' }).click();
		await page.getByRole('tab', { name: 'students.csv', selected: true }).waitFor();
		const table = tableIn(page);
		await waitForRowCount(table, '120 of 240 rows');
		// The table knows it also when the page is closed.
		await page.getByRole('tab', { name: 'Comparison · district' }).click({ button: 'middle' });
		await waitForCell(table, 1, 'Frl_status', '');
		await cellAt(table, 1, 'Frl_status').click();
		assert.equal(await cellAt(table, 1, 'Frl_status').getAttribute('title'), 'In the last upload: F');
		await press(page, 'Shift+F10');
		assert.ok((await menuItems(table)).includes('Restore This Value: F'));
		await pickMenuItem(table, 'Restore All (empty) That Were F');
		await waitForNotice(table, '120 cells changed.');
		await waitForCell(table, 1, 'Frl_status', 'F');
		await press(page, 'ControlOrMeta+KeyZ');
		await waitForCell(table, 1, 'Frl_status', '');
		assert.equal(readFileSync(join(workbench.workspace, 'students.csv'), 'utf8'), text);
	});
});
