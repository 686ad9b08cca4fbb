/** The coverage report, as people see it in the real workbench. */
import { strict as assert } from 'node:assert';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { type OpenPage, openPage, startWorkbench, type Workbench } from '../host/browserHost';
import { temporaryFolder } from '../host/cleanup';
import { clickText } from '../host/editor';
import { ROOT } from '../host/paths';
import { until } from '../host/wait';
import { answerInput, confirmInput, openFile, picture, runCommand, webview } from '../host/workbench';
import { extensionText, rosterText } from './reportDistrict';

/** Each theme, with a part of the report. */
const themes = {
	light: { theme: 'Light Modern', heading: 'district: Coverage Report' },
	dark: { theme: 'Dark Modern', heading: 'Schools' },
	contrast: { theme: 'Dark High Contrast', heading: 'Categories' },
} as const;

describe('the coverage report in the workbench', () => {
	const scratch = temporaryFolder();
	let workbench: Workbench;
	let open: OpenPage;
	let page: Page;
	let report: FrameLocator;

	before(async () => {
		// The screenshots in the README show the name of the folder.
		const folder = join(scratch.path, 'district');
		mkdirSync(folder);
		writeFileSync(join(folder, 'students.csv'), rosterText());
		writeFileSync(join(folder, 'students_ext.csv'), extensionText());
		// A folder, trusted or not, has no say in how many students are few. It hides its settings from the pictures.
		mkdirSync(join(folder, '.vscode'));
		const folderSettings = { 'cleverDemographics.smallCounts': 5, 'files.exclude': { '**/.vscode': true } };
		writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify(folderSettings));
		workbench = await startWorkbench({
			extension: ROOT,
			folder,
			settings: { 'files.autoSave': 'off', 'cleverDemographics.smallCounts': 15 },
		});
		const first = join(workbench.workspace, 'students_ext.csv');
		open = await openPage(workbench, { size: { width: 1240, height: 760 }, open: first });
		page = open.page;
		await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: 120_000 });
		await openFile(page, 'students.csv');
		await runCommand(page, 'Clever Demographics: Show Coverage Report');
		report = webview(page);
		await report.getByRole('heading', { name: 'Categories' }).waitFor();
	});

	after(async () => {
		await open?.close();
		await workbench?.stop();
		scratch.remove();
	});

	async function useTheme(theme: string): Promise<void> {
		await runCommand(page, 'Preferences: Color Theme');
		await answerInput(page, theme);
	}

	it('counts the students of both files', async () => {
		assert.match(
			(await report.locator('.tiles').textContent()) ?? '',
			/640students7schools14 of 14categories/,
		);
		const gender = report.locator('article', { hasText: 'Gender' });
		assert.deepEqual(await gender.locator('tbody tr').allTextContents(), [
			'M Male32050%',
			'F Female30848%',
			'X Non-binary4<1%',
			'Wrong value81%',
			'Empty00%',
		]);
	});

	it('has a table with bars for each category, and one of the schools', async () => {
		assert.equal(await report.locator('article .bars caption').count(), 14);
		assert.equal(await report.locator('table.heat tbody tr').count(), 7);
	});

	it('lists what is unusual in the counts', async () => {
		const alarms = (await report.locator('.alarms li').allTextContents()).join('\n');
		// Its wrong values could be R, and they are errors already.
		assert.doesNotMatch(alarms, /Frl_status/);
		assert.match(alarms, /ext\.migrant_status.*values are No\..*Likely cause/);
		assert.match(alarms, /Student_id.*leading zeros/);
		assert.match(alarms, /ext\.title_i.*school 106/);
	});

	it('is readable in light, dark and high contrast', async () => {
		for (const [name, { theme, heading }] of Object.entries(themes)) {
			await useTheme(theme);
			const kind = name === 'contrast' ? 'vscode-high-contrast' : `vscode-${name}`;
			await report.locator(`body.${kind}`).waitFor();
			const seen = report.getByRole('heading', { name: heading, exact: true });
			await seen.evaluate((element) => element.scrollIntoView());
			if (name === 'light') await picture(page, 'report');
		}
	});

	it('is updated while a person types', async () => {
		await openFile(page, 'students.csv');
		await clickText(page, 'Student_id');
		await page.keyboard.press('ControlOrMeta+End');
		await page.keyboard.type('9999999,101,Fenn,Corwin,Female');
		await page.getByRole('tab', { name: /Coverage Report/ }).click();
		await until('the row to be counted', async () =>
			(await report.locator('.quiet').allTextContents()).join().includes('a missing student ID: 1 row'),
		);
	});

	it('goes to the first row of a problem, by keyboard', async () => {
		const button = report
			.getByRole('button', { name: /Go to the first row: The column has no such code/ })
			.first();
		await button.focus();
		await page.keyboard.press('Enter');
		await page.getByRole('tab', { name: 'students.csv', selected: true }).waitFor();
		await page.locator('.selected-text').first().waitFor();
	});

	it('saves a page with ranges instead of counts', async () => {
		await page.getByRole('tab', { name: /Coverage Report/ }).click();
		await report.getByRole('button', { name: 'Save as HTML…' }).click();
		await confirmInput(page, 'district');
		const path = join(workbench.workspace, 'coverage-report.html');
		await confirmInput(page, 'coverage-report.html');
		const html = await until('the page to be written', () => {
			const written = existsSync(path) ? readFileSync(path, 'utf8') : '';
			return written.trimEnd().endsWith('</html>') && written;
		});
		assert.match(html, /How the Numbers Are Shown/);
		assert.match(html, /a range of 15 or more numbers/);
		assert.match(html, /Not covered: .* or knows how other categories belong together/);
		assert.doesNotMatch(html, /<script|https?:/);
		// Gender has 4 X and 8 values that are no code: neither is shown, nor any other exact count.
		assert.doesNotMatch(html, />(4|8|308|320)</);
		const saved = await open.browser.newPage({ viewport: { width: 1280, height: 900 } });
		await saved.goto(`data:text/html;charset=utf-8,${encodeURIComponent(html)}`);
		assert.equal(await saved.locator('article .bars').count(), 14);
		assert.equal(await saved.title(), 'district: Coverage Report');
		// One school is too small to be named, and is counted all the same.
		assert.match((await saved.locator('.tiles').textContent()) ?? '', /640students7schools/);
		assert.equal(await saved.locator('table.heat tbody tr').count(), 6);
		for (const text of await saved.locator('.bars td:nth-child(2)').allTextContents()) {
			assert.match(text, /^\d+–\d+$/);
		}
		await saved.close();
	});
});
