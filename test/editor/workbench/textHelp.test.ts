/** Tab and paste in the text editor, with real keys and the real clipboard. */
import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { clickText, visibleLines, waitForLens, waitForText } from '../host/editor';
import { press, setClipboard } from '../host/table';
import { until } from '../host/wait';
import { openFile, plain, runCommand, screenshot, statusBarItem } from '../host/workbench';
import { openFolder } from './tableWorkbench';

const HEADER = 'Student_id,School_id,Last_name,First_name,Gender';
const ROWS = ['1,5,"Reyes, Jr",Ana,F', '2,5,O’Neil,Lee,F', '3,7,Boone,,M', '4,7,Diaz,Eve,X', '5,7,Vu,Kai,M'];
const text = `${[HEADER, ...ROWS].join('\n')}\n`;

/** Waits until a text is selected, as a person gets it on the clipboard; copying an empty selection would take the line. */
async function waitForSelected(page: Page, meant: string): Promise<void> {
	let seen = '';
	await until(
		() => `"${meant}" to be selected; there is "${seen}"`,
		async () => {
			await setClipboard(page, 'nothing');
			await page.keyboard.press('ControlOrMeta+KeyC');
			seen = await page.evaluate<string>('navigator.clipboard.readText()');
			return seen === meant;
		},
	);
}

describe('the text editor', () => {
	const folder = openFolder(
		{ 'students.csv': text, 'other.csv': 'a,b\n1,2\n' },
		{ settings: { 'files.autoSave': 'off' } },
	);
	let page: Page;

	before(async () => {
		page = folder.page;
		await openFile(page, 'students.csv');
		await waitForLens(page, 'Report');
	});

	const tabTo = async (meant: string, key = 'Tab'): Promise<void> => {
		await press(page, key);
		await waitForSelected(page, meant);
	};
	const lines = async (): Promise<string[]> =>
		(await visibleLines(page)).filter((line) => /,/.test(line) && !/errors? /.test(line));
	const waitForLines = async (meant: readonly string[]): Promise<void> => {
		let seen: readonly string[] = [];
		await until(
			() => `the lines ${JSON.stringify(meant)}; there are ${JSON.stringify(seen)}`,
			async () => {
				seen = await lines();
				return JSON.stringify(seen) === JSON.stringify(meant);
			},
		);
	};
	const picture = async (name: string): Promise<void> => {
		const into = process.env.SCREENSHOTS_OF_TESTS;
		if (into) await screenshot(page, join(into, `${name}.png`));
	};
	/** Undoes until the text is that of the disk. */
	const original = async (): Promise<void> => {
		await press(page, 'Escape');
		await runCommand(page, 'File: Revert File');
		await waitForLines([HEADER, ...ROWS]);
	};

	it('goes from value to value with Tab, over the end of a row, and back with Shift+Tab', async () => {
		await clickText(page, 'Reyes');
		await tabTo('Ana');
		await tabTo('F');
		await tabTo('2');
		await tabTo('F', 'Shift+Tab');
		await tabTo('Ana', 'Shift+Tab');
		await tabTo('Reyes, Jr', 'Shift+Tab');
		await picture('tab-selected');
		await page.keyboard.type('Lee');
		await waitForLines([HEADER, '1,5,"Lee",Ana,F', ...ROWS.slice(1)]);
		await original();
	});

	it('stops in an empty value, to type', async () => {
		await clickText(page, 'Boone');
		await press(page, 'Tab');
		await statusBarItem(page, 'First_name · row 4');
		await page.keyboard.type('Max');
		await waitForText(page, '3,7,Boone,Max,M');
		await original();
	});

	it('stays at the ends of the file and never writes a space', async () => {
		await clickText(page, 'Kai');
		await tabTo('M');
		await press(page, 'Tab', 'Tab');
		await tabTo('Kai', 'Shift+Tab');
		await press(page, 'ControlOrMeta+Home', 'Shift+Tab');
		await tabTo('School_id');
		await waitForLines([HEADER, ...ROWS]);
	});

	it('does not indent rows that are selected', async () => {
		await clickText(page, 'Boone');
		await press(page, 'Home', 'Shift+ArrowDown');
		await tabTo('4');
		await waitForLines([HEADER, ...ROWS]);
	});

	it('takes the suggestion with Tab, and goes on with the next', async () => {
		await clickText(page, 'Kai');
		await tabTo('M');
		await press(page, 'Delete', 'Control+Space');
		await page.locator('.suggest-widget.visible .monaco-list-row.focused').first().waitFor();
		await picture('tab-suggestions');
		await press(page, 'ArrowDown', 'Tab');
		await page.locator('.suggest-widget.visible').first().waitFor({ state: 'hidden' });
		const [last = ''] = (await lines()).slice(-1);
		assert.match(last, /^5,7,Vu,Kai,\w$/);
		await tabTo('Kai', 'Shift+Tab');
		await original();
	});

	it('goes on from each cursor', async () => {
		await clickText(page, 'Boone');
		await press(page, 'Home', 'Shift+Alt+ArrowDown');
		await tabTo('7\n7');
		await page.keyboard.type('9');
		await waitForLines([HEADER, ...ROWS.slice(0, 2), '3,9,Boone,,M', '4,9,Diaz,Eve,X', ROWS[4] as string]);
		await original();
	});

	it('makes CSV of a block that is pasted, as one step to undo, with plain text one key away', async () => {
		await clickText(page, 'Boone');
		await tabTo('7', 'Shift+Tab');
		await setClipboard(page, '9\tDiaz, Jr\tAnn\r\n8\tKim\tZoe\r\n');
		await press(page, 'ControlOrMeta+KeyV');
		const pasted = [HEADER, ...ROWS.slice(0, 2), '3,9,"Diaz, Jr",Ann,M', '4,8,Kim,Zoe,X', ROWS[4] as string];
		await waitForLines(pasted);
		await page.locator('.post-edit-widget').first().waitFor();
		await picture('paste-block');
		await press(page, 'ControlOrMeta+Period');
		const rows = page.locator('.action-widget .monaco-list-row.action .title');
		await rows.first().waitFor();
		assert.deepEqual((await rows.allTextContents()).map(plain).slice(0, 2), [
			'Fill Cells',
			'Insert Plain Text',
		]);
		await picture('paste-widget');
		await press(page, 'ArrowDown', 'Enter');
		await waitForText(page, 'Kim');
		await until('the plain text', async () =>
			(await visibleLines(page)).some((line) => /^3,9\s+Diaz, Jr/.test(line)),
		);
		await original();
		await clickText(page, 'Boone');
		await tabTo('7', 'Shift+Tab');
		await setClipboard(page, '9\tDiaz, Jr\tAnn\r\n8\tKim\tZoe\r\n');
		await press(page, 'ControlOrMeta+KeyV');
		await waitForLines(pasted);
		await press(page, 'Escape', 'ControlOrMeta+KeyZ');
		await waitForLines([HEADER, ...ROWS]);
	});

	it('puts a column that is pasted down its column', async () => {
		await clickText(page, 'Lee,');
		await tabTo('F');
		await setClipboard(page, 'X\r\nX\r\nF\r\n');
		await press(page, 'ControlOrMeta+KeyV');
		await waitForLines([
			HEADER,
			ROWS[0] as string,
			'2,5,O’Neil,Lee,X',
			'3,7,Boone,,X',
			'4,7,Diaz,Eve,F',
			ROWS[4] as string,
		]);
		await original();
	});

	it('adds rows on the last line', async () => {
		await setClipboard(page, '6\t7\tPark\tMin\tF\r\n7\t7\tA, B\t\tM\r\n');
		await clickText(page, 'Kai');
		await press(page, 'ControlOrMeta+End', 'ControlOrMeta+KeyV');
		await waitForLines([HEADER, ...ROWS, '6,7,Park,Min,F', '7,7,"A, B",,M']);
		await picture('paste-rows');
		await original();
	});

	it('pastes rows of the file as they are, and a column of several cursors down', async () => {
		await clickText(page, 'Diaz');
		await press(page, 'Home', 'Shift+ArrowDown', 'Shift+ArrowDown', 'ControlOrMeta+KeyC');
		await press(page, 'ControlOrMeta+End', 'ControlOrMeta+KeyV');
		await waitForLines([HEADER, ...ROWS, ...ROWS.slice(3)]);
		await original();
	});

	it('says why a block does not fit, and pastes it as text', async () => {
		await setClipboard(page, 'a\tb\tc\r\n');
		await clickText(page, 'Eve');
		await press(page, 'ControlOrMeta+KeyV');
		await until('the reason', async () =>
			(await page.locator('.notification-toast .notification-list-item-message').allTextContents()).some(
				(message) => /^Pasted as plain text\. The block has 3 columns, but only 2 are left/.test(message),
			),
		);
		await picture('paste-refused');
		await original();
	});

	it('boxes no apostrophe of a name and shows no minimap', async () => {
		assert.equal(await page.locator('.monaco-editor .unicode-highlight').count(), 0);
		assert.equal(
			await page.locator('.editor-instance .minimap .minimap-decorations-layer:visible').count(),
			0,
		);
	});

	it('leaves Tab of other files alone', async () => {
		await openFile(page, 'other.csv');
		await clickText(page, '1,2');
		await press(page, 'Home', 'Tab');
		await until('the indent', async () => (await visibleLines(page)).some((line) => /^\s+1,2/.test(line)));
		await runCommand(page, 'File: Revert File');
	});
});

describe('a row typed with Tab', () => {
	const header = 'Student_id,School_id,Last_name,First_name,Grade,Gender,Race';
	const rosterOf = (rows: number): string =>
		[
			header,
			...Array.from({ length: rows }, (_, at) => `${1001 + at},5,"Last, ${at}",First${at},2,F,W`),
			'',
		].join('\n');
	/** What Tab selects in a row, and what is typed over it; nothing where the value stays. */
	const fields = [
		['5', '6'],
		['Last, 2', 'Boone'],
		['First2', 'Ann'],
		['2', '3'],
		['F', 'M'],
		['W', ''],
	] as const;
	const rosters = { 'students.csv': rosterOf(40), 'large/students.csv': rosterOf(120_000) };
	const folder = openFolder(rosters, {
		// Suggestions take Tab, and come when they are ready.
		settings: { '[clever-students]': { 'editor.quickSuggestions': 'off' } },
	});

	for (const [name, text] of Object.entries(rosters)) {
		it(`goes into its fields, while ${name} is checked after each key`, async () => {
			const { page } = folder;
			await openFile(page, name);
			await waitForLens(page, 'Report');
			await page.keyboard.press('ControlOrMeta+Home');
			for (let row = 0; row < 3; row++) await page.keyboard.press('ArrowDown');
			await page.keyboard.press('Home');
			for (const [selected, typed] of fields) {
				await page.keyboard.press('Tab');
				await waitForSelected(page, selected);
				await page.keyboard.type(typed);
			}
			await press(page, 'ControlOrMeta+KeyS');
			const meant = text.replace('1003,5,"Last, 2",First2,2,F,W', '1003,6,"Boone",Ann,3,M,W');
			await until(
				() => `the row on the disk; there is ${folder.onDisk(name).split('\n')[3]}`,
				() => folder.onDisk(name) === meant,
			);
		});
	}
});

describe('the text editor with Tab as in other files', () => {
	const folder = openFolder(
		{ 'students.csv': text },
		{ settings: { 'cleverDemographics.tabMovesToNextField': false } },
	);

	it('indents', async () => {
		const { page } = folder;
		await openFile(page, 'students.csv');
		await waitForLens(page, 'Report');
		await clickText(page, 'Boone');
		await press(page, 'End', 'Tab');
		await until('the indent', async () =>
			(await visibleLines(page)).some((line) => /^3,7,Boone,,M\s+$/.test(line)),
		);
	});
});
