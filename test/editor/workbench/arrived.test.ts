/** Checks a download of mCLASS against the two files, as people see it in the real workbench. */
import { strict as assert } from 'node:assert';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { type OpenPage, openPage, startWorkbench, type Workbench } from '../host/browserHost';
import { temporaryFolder } from '../host/cleanup';
import { ROOT } from '../host/paths';
import { until } from '../host/wait';
import { answerInput, appears, runCommand, screenshot, webview } from '../host/workbench';

const DOWNLOAD = 'Download Your Data.csv';
const ids = Array.from({ length: 48 }, (_, at) => at + 1);

/** Elm has the last eight students, and is not synced. */
const roster = ids.map(
	(id) =>
		`${id > 40 ? 20 : 10},${id},${7000 + id},Name${id},Kim,${id % 2 ? 'F' : 'M'},${id % 3 ? 'W' : 'B'},N,English,${id % 5 ? 'N' : 'Y'},${id % 4 ? 'N' : 'F'},${id % 6 ? 'N' : 'Y'}\n`,
);
const extension = ids.map((id) => `${id},${id % 7 ? 'No' : 'Yes'},No,${id % 2 ? 'Yes' : 'No'}\n`);
const rows = ids
	.filter((id) => id <= 40)
	.map(
		(id) =>
			`2026-2027,Oak,Name${id},Kim,${7000 + id},${id % 2 ? 'F' : 'M'},${id === 9 ? 'H' : id === 10 ? '<b>W</b> $(trash)' : id % 3 ? 'W' : 'B'},,N/A,,${id % 7 ? 'N' : 'Y'},${id === 5 ? 'Y' : 'N'},${id % 2 ? 'Y' : 'N'},Eng,1\n`,
	);

describe('what arrived in the workbench', () => {
	const scratch = temporaryFolder();
	let workbench: Workbench;
	let open: OpenPage;
	let page: Page;
	let arrived: FrameLocator;

	before(async () => {
		const folder = join(scratch.path, 'district');
		mkdirSync(folder);
		const header =
			'School_id,Student_id,Student_number,Last_name,First_name,Gender,Race,Hispanic_Latino,Home_language,Ell_status,Frl_status,IEP_status\n';
		writeFileSync(join(folder, 'students.csv'), header + roster.join(''));
		writeFileSync(join(folder, 'schools.csv'), 'School_id,School_name\n10,Oak\n20,Elm\n');
		writeFileSync(
			join(folder, 'students_ext.csv'),
			`sis_id,ext.section_504_status,ext.migrant_status,ext.title_i\n${extension.join('')}`,
		);
		writeFileSync(
			join(folder, DOWNLOAD),
			`School Year,School Name,Student Last Name,Student First Name,Student Primary ID,Gender,Race,Special Education,Meal Status,ELL Status,Section 504,Migrant,Title 1,Home Language,Enrollment Grade\n${rows.join('')}`,
		);
		workbench = await startWorkbench({ extension: ROOT, folder, settings: { 'files.autoSave': 'off' } });
		const first = join(workbench.workspace, 'students.csv');
		open = await openPage(workbench, { size: { width: 1280, height: 860 }, open: first });
		page = open.page;
		await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: 120_000 });
	});

	after(async () => {
		await open?.close();
		await workbench?.stop();
		scratch.remove();
	});

	async function picture(name: string): Promise<void> {
		const folder = process.env.ARRIVED_PICTURES;
		if (folder) await screenshot(page, join(folder, `${name}.png`));
	}

	it('tells what arrived, and why much of it did not', async () => {
		await runCommand(page, 'Clever Demographics: Check What Arrived…');
		const dialog = page.locator('.quick-input-widget:visible .quick-input-title', {
			hasText: 'Choose the Data That You Downloaded',
		});
		await dialog.waitFor();
		arrived = webview(page);
		const heading = arrived.getByRole('heading', { name: 'What Arrived' });
		await until(
			'the page of what arrived',
			async () => {
				if (await dialog.isVisible()) await answerInput(page, join(workbench.workspace, DOWNLOAD));
				return appears(heading);
			},
			120_000,
		);
		await picture('1');
		assert.match((await arrived.locator('.tiles').textContent()) ?? '', /40of 48 students are there/);
		const causes = (await arrived.locator('.alarms li').allTextContents()).join('\n');
		assert.match(causes, /No student of Elm \(8 students\) is there/);
		assert.match(causes, /Nothing arrived in Ell_status, Frl_status and IEP_status/);
		const cells = (name: string): Promise<string[]> =>
			arrived.locator('.outcomes tr', { hasText: name }).locator('td').allTextContents();
		assert.deepEqual(await cells('Race'), ['40', '38', '0', '0', '2']);
		assert.deepEqual(await cells('Ell_status'), ['40', '0', '40', '0', '0']);
		assert.deepEqual(await cells('ext.migrant_status'), ['40', '39', '0', '1', '0']);
		assert.deepEqual(await cells('ext.section_504_status'), ['40', '40', '0', '0', '0']);
	});

	it('lists students, each of whom leads to the row', async () => {
		const pair = arrived.locator('.pairs tr', { hasText: '<b>W</b>' });
		assert.equal(await arrived.locator('.pairs b').count(), 0);
		await pair.getByRole('button').click();
		const student = arrived.locator('.students tr', { hasText: 'Name10' });
		await student.scrollIntoViewIfNeeded();
		await picture('2');
		assert.match((await student.textContent()) ?? '', /10Name10, KimOak/);
		await student.getByRole('button').click();
		await page.getByRole('tab', { name: 'students.csv', selected: true }).waitFor();
		await picture('3');
	});

	it('leads to the step of the guide on sharing', async () => {
		await page.getByRole('tab', { name: /^What Arrived/ }).click();
		await arrived.getByRole('button', { name: 'Show the Steps' }).first().click();
		const step = page.locator('.getting-started-step.expanded');
		await step.getByText('Share the Fields with Amplify').waitFor();
		await picture('4');
	});
});
