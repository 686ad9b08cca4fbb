/** Finding and mending problems in the table: filters, signs, fixes, and what assistive technology gets. */
import { strict as assert } from 'node:assert';
import axe from 'axe-core';
import type { FrameLocator, Page } from 'playwright-core';
import { clickText, codeActions } from '../host/editor';
import {
	cellAt,
	headerOf,
	menuItems,
	openHeaderMenu,
	pickMenuItem,
	press,
	readCell,
	save,
	spanAt,
	tableIn,
	titleButton,
	useTheme,
	waitForActive,
	waitForCell,
	waitForRowCount,
} from '../host/table';
import { until } from '../host/wait';
import { picture, plain, plainEditor, runCommand } from '../host/workbench';
import { rosterText } from './tableDistrict';
import { openFolder, waitForDisk } from './tableWorkbench';

const STUDENTS = 2400;
const TEXT = rosterText(STUDENTS);

/** VS Code's themes, with the class that a page has under each. */
const themes = [
	['Light Modern', 'vscode-light'],
	['Dark Modern', 'vscode-dark'],
	['Dark High Contrast', 'vscode-high-contrast'],
	['Light High Contrast', 'vscode-high-contrast-light'],
] as const;

describe('problems in the table', () => {
	const folder = openFolder({ 'students.csv': TEXT }, { settings: plainEditor });
	let page: Page;
	let table: FrameLocator;

	before(async () => {
		page = folder.page;
		table = await folder.openTable('students.csv');
		await table.getByRole('button', { name: 'Problems (42)' }).waitFor();
	});

	/** What axe finds wrong in the page of the table, with no rule left out. */
	async function axeFinds(): Promise<string[]> {
		const body = table.locator('body');
		await body.evaluate(axe.source);
		return body.evaluate<
			string[],
			null
		>(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
			violations.map(({ id, nodes }) => id + ': ' + nodes[0].html + ' ' + nodes[0].failureSummary))`);
	}

	it('filters by problem, rule, value, school, empty and text, and sorts, and no byte changes', async () => {
		await table.getByRole('button', { name: 'Problems (42)' }).click();
		const entries = await menuItems(table);
		assert.deepEqual(entries.slice(0, 2), ['All Rows', 'Rows with Problems']);
		await pickMenuItem(table, 'Rows with Problems');
		// 40 in Gender, 2 in Race.
		await waitForRowCount(table, '42 of 2,400 rows');
		await table.getByRole('button', { name: 'Problems (42)' }).click();
		await pickMenuItem(table, entries[2] ?? '');
		await waitForRowCount(table, '42 of 2,400 rows');
		await table.getByRole('button', { name: 'Clear Filters' }).click();

		await openHeaderMenu(table, 'Race');
		await pickMenuItem(table, 'Filter…');
		await table.getByRole('checkbox', { name: /Purple/ }).check();
		await table.getByRole('checkbox', { name: /Caucasian/ }).check();
		await table.getByRole('button', { name: 'Apply' }).click();
		await waitForRowCount(table, '2 of 2,400 rows');
		await headerOf(table, 'Student_id').click();
		await headerOf(table, 'Student_id').click();
		await waitForCell(table, 0, 'Race', 'Purple');
		assert.equal(await headerOf(table, 'Student_id').getAttribute('aria-sort'), 'descending');
		await press(page, 'ControlOrMeta+KeyF');
		await page.keyboard.type('dunmarrow');
		await waitForRowCount(table, '1 of 2,400 rows');
		assert.equal(await readCell(table, 0, 'Race'), 'Caucasian');
		await table.getByRole('button', { name: 'Clear Filters' }).click();
		await waitForRowCount(table, '2,400 rows');
		// The student who was found stays in sight.
		assert.equal(await readCell(table, 2394, 'Race'), 'Caucasian');
		await press(page, 'ControlOrMeta+Home');
		await waitForCell(table, 0, 'Student_id', '0012400');
		await headerOf(table, 'Student_id').click();
		await press(page, 'ControlOrMeta+Home');
		await waitForCell(table, 0, 'Student_id', '0010001');

		await table.getByRole('radio', { name: 'All columns' }).click();
		await openHeaderMenu(table, 'State_id');
		await pickMenuItem(table, 'Filter…');
		await table.getByRole('searchbox', { name: /^Search/ }).fill('7700012');
		await press(page, 'Enter');
		await waitForRowCount(table, '1 of 2,400 rows');
		await table.getByRole('button', { name: 'Clear Filters' }).click();
		await table.getByRole('radio', { name: 'My categories' }).click();
		await press(page, 'ControlOrMeta+Home');
		assert.equal(await page.locator('.tab.dirty').count(), 0);
		assert.equal(folder.onDisk('students.csv'), TEXT);
	});

	it('goes from problem to problem, and shows the same fixes as the text', async () => {
		await cellAt(table, 0, 'Student_id').click();
		await press(page, 'F8');
		await waitForActive(table, '3 Gender');
		await press(page, 'F8');
		await waitForActive(table, '5 Race');
		await press(page, 'Shift+F8');
		await waitForActive(table, '3 Gender');
		await press(page, 'ControlOrMeta+Period');
		const inTable = await menuItems(table);
		await press(page, 'Escape');
		await waitForActive(table, '3 Gender');
		await titleButton(page, 'Open as Text').click();
		await clickText(page, 'Female');
		const inText = await codeActions(page);
		await press(page, 'Escape');
		assert.deepEqual([...inTable].sort(), [...inText].sort());
		assert.equal(inTable[0], inText[0]);
		await titleButton(page, 'Open as Table').click();
		table = tableIn(page);
		await waitForActive(table, '3 Gender');
		await press(page, 'ControlOrMeta+Period');
		await pickMenuItem(table, 'Use F (Female)');
		await waitForCell(table, 3, 'Gender', 'F');

		await openHeaderMenu(table, 'Gender');
		const [fixAll = ''] = await menuItems(table);
		assert.match(fixAll, /39/);
		await pickMenuItem(table, fixAll);
		await table.getByRole('button', { name: 'Problems (2)' }).waitFor();
		await save(page);
		await waitForDisk(folder, 'students.csv', TEXT.replaceAll('Female', 'F'));
		await cellAt(table, 0, 'Race').click();
		await press(page, 'ControlOrMeta+KeyZ', 'ControlOrMeta+KeyZ');
		await table.getByRole('button', { name: 'Problems (42)' }).waitFor();
		await save(page);
		await waitForDisk(folder, 'students.csv', TEXT);
	});

	it('shows a row that cannot be read as it is, and its fix makes columns of it', async () => {
		const broken = TEXT.replace(
			'0010003,7700002,101,Okwudale,Wren,',
			'0010003,7700002,101,"Okwudale"x,Wren,',
		);
		folder.write('students.csv', broken);
		await spanAt(table, 2).waitFor();
		assert.match((await spanAt(table, 2).textContent()) ?? '', /^0010003,7700002,101,"Okwudale"x,Wren/);
		await spanAt(table, 2).click();
		await press(page, 'ControlOrMeta+Period');
		const [fix = ''] = await menuItems(table);
		await pickMenuItem(table, fix);
		await spanAt(table, 2).waitFor({ state: 'detached' });
		await waitForCell(table, 2, 'First_name', 'Wren');
		await press(page, 'ControlOrMeta+KeyZ');
		await spanAt(table, 2).waitFor();
		folder.write('students.csv', TEXT);
		await waitForCell(table, 2, 'Last_name', 'Okwudale');
	});

	for (const [theme, bodyClass] of themes) {
		it(`has nothing that axe finds in ${theme}, plain and with each popup`, async () => {
			await useTheme(page, theme, bodyClass);
			await cellAt(table, 5, 'Race').click();
			assert.deepEqual(await axeFinds(), [], 'plain');
			await press(page, 'F2');
			await table.getByRole('option').first().waitFor();
			assert.deepEqual(await axeFinds(), [], 'codes');
			if (theme === 'Light Modern') await picture(page, 'table-codes');
			await press(page, 'Escape');
			await press(page, 'ControlOrMeta+Period');
			await menuItems(table);
			assert.deepEqual(await axeFinds(), [], 'fixes');
			await press(page, 'Escape');
			await openHeaderMenu(table, 'Race');
			assert.deepEqual(await axeFinds(), [], 'menu of a header');
			await pickMenuItem(table, 'Filter…');
			await table.getByRole('checkbox', { name: /Purple/ }).check();
			assert.deepEqual(await axeFinds(), [], 'filter');
			if (theme === 'Dark Modern') await picture(page, 'table-filter');
			await press(page, 'Escape');
			await table.getByRole('button', { name: 'Problems (42)' }).click();
			await menuItems(table);
			assert.deepEqual(await axeFinds(), [], 'problems');
			await press(page, 'Escape');
		});
	}

	it('fits into 700 pixels', async () => {
		await page.setViewportSize({ width: 700, height: 640 });
		await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
		await until(
			'the rows to be narrow',
			async () => ((await table.locator('body').boundingBox())?.width ?? 0) < 701,
		);
		assert.equal(
			await table
				.locator('body')
				.evaluate<boolean, null>('document.documentElement.scrollWidth <= innerWidth'),
			true,
		);
		assert.match(plain((await table.locator('.counter').textContent()) ?? ''), /2,400 rows/);
	});
});
