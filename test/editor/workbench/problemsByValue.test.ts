/** The view of problems by value: what it lists, what can be done about a group, and that it follows the files. */
import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { clickText, waitForText } from '../host/editor';
import {
	clickAction,
	groupItem,
	listedItems,
	openKeys,
	selectedItem,
	showProblemsByValue,
	spokenItem,
	waitForHeadline,
	waitForItems,
	waitForKeyboard,
} from '../host/problemsByValue';
import {
	answerDialog,
	press,
	save,
	tableIn,
	titleButton,
	waitForActive,
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
	screenshot,
	statusBarItem,
	waitForNotification,
} from '../host/workbench';
import { openFolder } from './tableWorkbench';

/** A file with so many rows of each kind. */
function textOf(header: string, kinds: readonly (readonly [values: string, rows: number])[]): string {
	const all = kinds.flatMap(([values, rows]) => Array<string>(rows).fill(values));
	return [header, ...all.map((values, index) => `${index + 1},${values}`), ''].join('\n');
}

const ROSTER = textOf('Student_id,School_id,Last_name,First_name,Gender,Frl_status,Ell_status', [
	['5,Reyes,Ana,F,N,No', 30],
	['5,Reyes,Ana,Female,N,N', 20],
	['5,Reyes,Ana,M,Y,N', 8],
	['5,Reyes,Ana,7,N,N', 5],
	['5,Reyes,Ana,M,N,Y', 3],
]);
const columns = 'idea_indicator disability_status primary_disability_type section_504_status'.split(' ');
const names = [...columns, 'economic_disadvantage_status', 'migrant_status', 'title_i'];
const EXTENSION = textOf(['sis_id', ...names.map((name) => `ext.${name}`)].join(), [
	['No,No,,No,No,No,', 40],
	['No,No,,No,No,maybe,', 6],
	['No,No,,No,No,Yes,', 20],
	// A student that the roster does not have.
	['No,No,,No,No,No,', 1],
]);

const NO = 'Ell_status · No → N';
const FEMALE = 'Gender · Female → F';
const LUNCH = 'Frl_status · Y → F or R';
const SEVEN = 'Gender · 7 → M, F or X';
const MAYBE = 'ext.migrant_status · maybe → Yes or No';
const UNKNOWN = 'sis_id · 67';
const all = [
	`${NO}30 rows · students.csv`,
	`${FEMALE}20 rows · students.csv`,
	`${LUNCH}8 rows · students.csv`,
	`${MAYBE}6 rows · students_ext.csv`,
	`${SEVEN}5 rows · students.csv`,
	`${UNKNOWN}1 row · students_ext.csv`,
];
const without = (...labels: readonly string[]): string[] =>
	all.filter((item) => !labels.some((label) => item.startsWith(label)));

/** Keeps a picture, where somebody wants to look at it. */
async function shot(page: Page, name: string): Promise<void> {
	const folder = process.env.PICTURES;
	if (folder) await screenshot(page, join(folder, `problems-by-value-${name}.png`));
}

describe('the problems by value', () => {
	const folder = openFolder(
		{ 'students.csv': ROSTER, 'students_ext.csv': EXTENSION },
		{ settings: plainEditor },
	);
	let page: Page;

	before(async () => {
		page = folder.page;
		await openFile(page, 'students.csv');
		await showProblemsByValue(page);
		await waitForItems(page, all);
	});

	/** Reverses the last change of the roster, in its text. */
	async function undo(): Promise<void> {
		await clickText(page, 'School_id');
		await page.keyboard.press('ControlOrMeta+KeyZ');
		await waitForItems(page, all);
	}

	it('lists an item for each value of both files, most rows first, and the decisions', async () => {
		await waitForHeadline(
			page,
			'70 problems in students.csv and students_ext.csv. Fix All fixes 50. 4 decisions are left.',
		);
		await groupItem(page, NO).hover();
		await picture(page, 'problems-by-value');
		for (const [theme, name] of [
			['Light Modern', 'light'],
			['Dark Modern', 'dark'],
			['Dark High Contrast', 'contrast'],
		] as const) {
			if (!process.env.PICTURES) break;
			await runCommand(page, 'Preferences: Color Theme');
			await page.locator('.quick-input-widget:visible input').first().fill(theme);
			await page.keyboard.press('Enter');
			await groupItem(page, NO).click({ button: 'right' });
			await page.waitForTimeout(500);
			await shot(page, name);
			await page.keyboard.press('Escape');
		}
	});

	it('fixes all rows of a value as one step to undo', async () => {
		await clickAction(page, NO, 'Fix All');
		await waitForNotification(page, 'Fixed 30 problems in students.csv.');
		await waitForItems(page, without(NO));
		await waitForHeadline(
			page,
			'40 problems in students.csv and students_ext.csv. Fix All fixes 20. 4 decisions are left.',
		);
		await undo();
	});

	it('asks where a value could mean two things', async () => {
		await clickAction(page, LUNCH, 'Fix All');
		const items = await quickItems(page);
		assert.equal(items.length, 2, items.join(' | '));
		await pickQuickItem(page, items[0] ?? '');
		await waitForNotification(page, 'Fixed 8 problems in students.csv.');
		await waitForItems(page, without(LUNCH));
		await undo();
	});

	it('writes a code that is chosen', async () => {
		await clickAction(page, SEVEN, 'Choose a Code');
		await pickQuickItem(page, 'X');
		await waitForNotification(page, '5 fields changed from "7" to X.');
		await waitForItems(page, without(SEVEN));
		await undo();
	});

	it('empties a value after a question', async () => {
		await clickAction(page, SEVEN, 'Empty');
		assert.match(
			await answerDialog(page, 'Cancel'),
			/Empty Gender in 5 rows\?.*"7" is removed from students\.csv/,
		);
		assert.deepEqual(await listedItems(page), all);
		await clickAction(page, SEVEN, 'Empty');
		await answerDialog(page, 'Empty 5');
		await waitForNotification(page, '5 fields "7" emptied.');
		await waitForItems(page, without(SEVEN));
		await undo();
	});

	it('shows the first of the rows where the file is open as text, and leaves the keyboard in the list', async () => {
		await groupItem(page, FEMALE).click();
		await statusBarItem(page, 'Gender · row 32');
		await waitForKeyboard(page);
		await page.keyboard.press('Delete');
		await statusBarItem(page, 'Empty is not offered for this problem.');
		assert.deepEqual(await listedItems(page), all);
	});

	it('goes to the rows where they are asked for by their icon', async () => {
		await clickAction(page, LUNCH, 'Show Rows');
		await statusBarItem(page, 'Frl_status · row 52');
		await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
	});

	it('gives the keyboard to the next item where a key makes one go', async () => {
		await openKeys(page);
		await press(page, 'Home', 'ArrowDown', 'ControlOrMeta+Enter');
		await waitForItems(page, without(FEMALE));
		await until(
			() => 'the next item to have the keyboard',
			async () => /^Frl_status, Y/.test(await spokenItem(page)),
		);
		await waitForKeyboard(page);
		await page.keyboard.press('ArrowDown');
		assert.match(await spokenItem(page), /^ext\.migrant_status, maybe/);
		await page.keyboard.press('ControlOrMeta+KeyZ');
		await waitForItems(page, all);
	});

	it('does what a key asks of the item that has the focus, not of the one that is selected', async () => {
		await groupItem(page, NO).click();
		await statusBarItem(page, 'Ell_status · row 2');
		await openKeys(page);
		await press(page, 'Home', 'ArrowDown');
		assert.equal(await spokenItem(page), 'Gender, Female, becomes F. 20 rows, students.csv, error.');
		await press(page, 'ControlOrMeta+Enter');
		await waitForNotification(page, 'Fixed 20 problems in students.csv.');
		await waitForItems(page, without(FEMALE));
		await undo();
	});

	it('lists by keyboard what can be done', async () => {
		await openKeys(page);
		await press(page, 'Home', 'ControlOrMeta+Period');
		assert.deepEqual(await quickItems(page), ['Fix All 30', 'Choose a Code…', 'Accept', 'Show Rows']);
		await pickQuickItem(page, 'Show Rows');
		await statusBarItem(page, 'Ell_status · row 2');
		await openKeys(page);
		await press(page, 'End', 'ArrowUp', 'Delete');
		await answerDialog(page, 'Cancel');
		await press(page, 'Home', 'Enter');
		await statusBarItem(page, 'Ell_status · row 2');
	});

	it('follows while a person types, and keeps the item that is selected', async () => {
		await groupItem(page, FEMALE).click();
		await clickAction(page, FEMALE, 'Show Rows');
		await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
		// The value is selected.
		await page.keyboard.type('F');
		await waitForItems(page, [
			`${NO}30 rows · students.csv`,
			`${FEMALE}19 rows · students.csv`,
			...without(NO, FEMALE),
		]);
		assert.match(await selectedItem(page), /^Gender · Female/);
		await page.keyboard.press('ControlOrMeta+KeyZ');
		await waitForItems(page, all);
	});

	it('shows the rows filtered where the file is open as a table', async () => {
		await titleButton(page, 'Open as Table').click();
		const table = tableIn(page);
		await waitForRowCount(table, '66 rows');
		await groupItem(page, LUNCH).click();
		await waitForRowCount(table, '8 of 66 rows');
		await waitForKeyboard(page);
		await clickAction(page, LUNCH, 'Show Rows');
		await waitForActive(table, '0 Frl_status');
		await shot(page, 'table');
		await clickAction(page, LUNCH, 'Fix All');
		await pickQuickItem(page, (await quickItems(page))[0] ?? '');
		await waitForItems(page, without(LUNCH));
		await groupItem(page, SEVEN).click();
		await waitForRowCount(table, '5 of 66 rows');
		await page.keyboard.press('ControlOrMeta+KeyZ');
		await waitForItems(page, all);
		await titleButton(page, 'Open as Text').click();
		await page.locator('.editor-group-container.active .view-line').first().waitFor();
	});

	it('shows the rows of a file that is not open in a table', async () => {
		await groupItem(page, MAYBE).click();
		await page.getByRole('tab', { name: 'students_ext.csv', selected: true }).waitFor();
		await waitForRowCount(tableIn(page), '6 of 67 rows');
		await waitForKeyboard(page);
	});

	it('makes the file of a fix the active one, so that Undo reverses it', async () => {
		await openFile(page, 'students.csv');
		await clickAction(page, MAYBE, 'Fix All');
		await pickQuickItem(page, (await quickItems(page))[0] ?? '');
		await waitForNotification(
			page,
			'Fixed 6 problems in students_ext.csv. Not saved yet. Undo reverses all of it.',
		);
		await waitForItems(page, without(MAYBE));
		await page.getByRole('tab', { name: 'students_ext.csv', selected: true }).waitFor();
		await page.keyboard.press('ControlOrMeta+KeyZ');
		await waitForItems(page, all);
	});

	it('removes the rows of a student that the other file does not have', async () => {
		await openFile(page, 'students.csv');
		await clickAction(page, UNKNOWN, 'Remove Rows of Unknown Students');
		assert.equal((await quickItems(page)).length, 1);
		await shot(page, 'remove');
		await page.keyboard.press('Enter');
		await waitForNotification(page, '1 row removed from students_ext.csv.');
		await waitForItems(page, without(UNKNOWN));
		await page.keyboard.press('ControlOrMeta+KeyZ');
		await waitForItems(page, all);
		await openFile(page, 'students.csv');
		await page.keyboard.press('ControlOrMeta+Home');
	});

	it('accepts a value of a file that is not open, and fixes both files from its title', async () => {
		await clickAction(page, MAYBE, 'Accept');
		await waitForNotification(page, 'ext.migrant_status now accepts "maybe"');
		await waitForItems(page, without(MAYBE));
		await page.locator('.part.panel .title-actions a[aria-label^="Fix All in Both Files"]').click();
		await waitForNotification(page, 'Fixed 50 problems in students.csv. 2 decisions left.');
		await waitForItems(page, without(MAYBE, NO, FEMALE));
		await clickText(page, 'School_id');
		await page.keyboard.press('ControlOrMeta+KeyZ');
		await waitForItems(page, without(MAYBE));
	});

	it('goes on after the server was restarted', async () => {
		await runCommand(page, 'Clever Demographics: Restart Server');
		await statusBarItem(page, 'was restarted');
		await waitForItems(page, without(MAYBE));
		await clickText(page, 'School_id');
		await save(page);
	});

	it('fixes a file that another program has changed as it is now', async () => {
		folder.write('students.csv', ROSTER.replace('1,5,Reyes,Ana,F,N,No', '1,5,Reyes,Ana,F,N,N'));
		await waitForText(page, 'N,N');
		await waitForItems(page, [`${NO}29 rows · students.csv`, ...without(NO, MAYBE)]);
		await clickAction(page, NO, 'Fix All');
		await waitForNotification(page, 'Fixed 29 problems in students.csv.');
		await waitForItems(page, without(NO, MAYBE));
	});
});
