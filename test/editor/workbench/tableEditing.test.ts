/** Changing values in the table, as a person does with keys and the clipboard, and what is then in the file. */
import { strict as assert } from 'node:assert';
import type { FrameLocator, Page } from 'playwright-core';
import {
	answerDialog,
	cellAt,
	listedCodes,
	numberAt,
	pickMenuItem,
	press,
	readClipboard,
	save,
	selectRange,
	setClipboard,
	waitForActive,
	waitForCell,
	waitForHighlight,
	waitForNotice,
	waitForRowCount,
} from '../host/table';
import { pickQuickItem, quickItems } from '../host/workbench';
import { HEADER, rosterText } from './tableDistrict';
import { openFolder, waitForDisk } from './tableWorkbench';

const STUDENTS = 240;
const TEXT = rosterText(STUDENTS);
const LINES = TEXT.split('\r\n');
const COLUMNS = HEADER.split(',');

/** The text with other values, by row (0-based) and column; only for fields without quotes. */
function withValues(changes: readonly (readonly [row: number, column: string, value: string])[]): string {
	const lines = LINES.map((line) => line.split(','));
	for (const [row, column, value] of changes) {
		const line = lines[row + 1];
		if (line) line[COLUMNS.indexOf(column)] = value;
	}
	return lines.map((line) => line.join(',')).join('\r\n');
}

/** The text with other fields, as they are written, in the last column from a row on. */
function withContacts(from: number, fields: readonly string[]): string {
	const lines = LINES.map((line, at) => {
		const field = fields[at - 1 - from];
		const before = line.split(',').slice(0, COLUMNS.length - 1);
		return field === undefined ? line : [...before, field].join(',');
	});
	return lines.join('\r\n');
}

describe('changing values in the table', () => {
	const folder = openFolder({ 'students.csv': TEXT });
	let page: Page;
	let table: FrameLocator;

	before(async () => {
		page = folder.page;
		table = await folder.openTable('students.csv');
	});

	/** Saves and compares every byte; then undoes all and does so again. */
	async function isSavedAs(text: string, undos: number): Promise<void> {
		await save(page);
		await waitForDisk(folder, 'students.csv', text);
		for (let step = 0; step < undos; step++) await press(page, 'ControlOrMeta+KeyZ');
		await save(page);
		await waitForDisk(folder, 'students.csv', TEXT);
	}

	it('takes what is typed at any speed, a code by what people write for it, and any other text', async () => {
		await cellAt(table, 0, 'Race').click();
		await page.keyboard.type('pacific');
		assert.match((await listedCodes(table))[0] ?? '', /^P /);
		await press(page, 'Enter');
		await waitForCell(table, 0, 'Race', 'P');
		await waitForActive(table, '1 Race');
		await press(page, 'ArrowUp', 'ArrowRight', 'ArrowRight');
		await waitForActive(table, '0 Home_language');
		await page.keyboard.type('spa');
		await waitForHighlight(table, 'Spanish');
		await press(page, 'Tab');
		await waitForCell(table, 0, 'Home_language', 'Spanish');
		await waitForActive(table, '0 Ell_status');
		await press(page, 'Shift+Tab', 'Shift+Enter');
		await waitForActive(table, '-1 Home_language');

		// A code of one letter without a pause before Enter, four rows down.
		await cellAt(table, 0, 'Gender').click();
		await page.keyboard.type('X\nX\nX\nX\n');
		await waitForActive(table, '4 Gender');
		for (const row of [0, 1, 2, 3]) await waitForCell(table, row, 'Gender', 'X');

		// No code: it stays what was typed, and is marked at once.
		await cellAt(table, 2, 'Race').click();
		await page.keyboard.type('Zebra');
		await press(page, 'Enter');
		await waitForCell(table, 2, 'Race', 'Zebra');
		const cell = cellAt(table, 2, 'Race');
		await table.locator('.slick-row[data-row="2"] .slick-cell.error[aria-invalid="true"]').waitFor();
		assert.match((await cell.getAttribute('aria-description')) ?? '', /Race has no code "Zebra"/);
		assert.match((await cell.getAttribute('title')) ?? '', /Race has no code "Zebra"/);
		assert.equal(await cell.getAttribute('aria-label'), 'Race: Zebra, error');
		assert.match((await numberAt(table, 2).getAttribute('aria-label')) ?? '', /^Row 4, 1 problem, error$/);

		// Escape leaves the value as it was, and F2 keeps it to be edited.
		await cell.click();
		await press(page, 'F2', 'End');
		await page.keyboard.type('s');
		await press(page, 'Escape');
		await waitForCell(table, 2, 'Race', 'Zebra');
		await waitForActive(table, '2 Race');

		const races = [
			...([0, 1, 2, 3] as const).map((row) => [row, 'Gender', 'X'] as const),
			[0, 'Race', 'P'] as const,
			[0, 'Home_language', 'Spanish'] as const,
		];
		await isSavedAs(withValues([...races, [2, 'Race', 'Zebra']]), 7);
		await table.locator('.slick-row[data-row="2"] .slick-cell.error').waitFor({ state: 'detached' });
		assert.equal(await cellAt(table, 2, 'Race').getAttribute('aria-invalid'), null);
	});

	it('empties, fills down and fills a selection, each in one step', async () => {
		await selectRange(table, [10, 'Race'], [12, 'Hispanic_Latino']);
		await press(page, 'Delete');
		await waitForCell(table, 12, 'Hispanic_Latino', '');
		const emptied = [10, 11, 12].flatMap((row) => [
			[row, 'Race', ''] as const,
			[row, 'Hispanic_Latino', ''] as const,
		]);
		await isSavedAs(withValues(emptied), 1);

		await selectRange(table, [4, 'Frl_status'], [9, 'Frl_status']);
		await press(page, 'ControlOrMeta+KeyD');
		await waitForCell(table, 9, 'Frl_status', 'N');
		await isSavedAs(withValues([6, 9].map((row) => [row, 'Frl_status', 'N'] as const)), 1);

		await selectRange(table, [4, 'Home_language'], [8, 'Home_language']);
		await page.keyboard.type('Klingon of Kronos');
		await press(page, 'ControlOrMeta+Enter');
		await waitForCell(table, 8, 'Home_language', 'Klingon of Kronos');
		const filled = [4, 5, 6, 7, 8].map((row) => [row, 'Home_language', 'Klingon of Kronos'] as const);
		await isSavedAs(withValues(filled), 1);

		// A code that is picked with many cells selected goes into all.
		await selectRange(table, [4, 'Race'], [7, 'Race']);
		await press(page, 'F2');
		await table.getByRole('option', { name: /^P / }).click();
		await waitForCell(table, 7, 'Race', 'P');
		await waitForCell(table, 4, 'Race', 'P');
		await isSavedAs(withValues([4, 5, 6, 7].map((row) => [row, 'Race', 'P'] as const)), 1);
	});

	it('offers all codes where the value is none, and highlights the one that is meant', async () => {
		await cellAt(table, 5, 'Race').click();
		await press(page, 'F2');
		const codes = await listedCodes(table);
		assert.ok(codes.length > 5, codes.join(' | '));
		await waitForHighlight(table, 'White');
		await press(page, 'Enter');
		await waitForCell(table, 5, 'Race', 'W');
		await isSavedAs(withValues([[5, 'Race', 'W']]), 1);
	});

	it('copies a block with all its zeros, and pastes a block of a spreadsheet with quotes and line breaks', async () => {
		await selectRange(table, [0, 'Student_id'], [1, 'School_id']);
		await press(page, 'ControlOrMeta+KeyC');
		await waitForNotice(table, 'Copied 8 cells.');
		const [first, second] = [LINES[1]?.split(','), LINES[2]?.split(',')];
		const block = [first, second].map((line) => [0, 3, 4, 2].map((at) => line?.[at]).join('\t')).join('\r\n');
		assert.equal(await readClipboard(page), block);
		await cellAt(table, 20, 'Student_id').click();
		await press(page, 'ControlOrMeta+KeyV');
		// The first column has IDs of other students.
		assert.deepEqual((await quickItems(page)).slice(0, 2), [
			'Match Rows by ID (2 of 2 found)',
			'Paste from the Active Cell',
		]);
		await pickQuickItem(page, 'Paste from the Active Cell');
		await waitForCell(table, 21, 'Student_id', '0010002');
		const pasted = [first, second].flatMap((line, row) =>
			[0, 3, 4, 2].map((at) => [20 + row, COLUMNS[at] ?? '', line?.[at] ?? ''] as const),
		);
		await isSavedAs(withValues(pasted), 1);

		await table.getByRole('radio', { name: 'All columns' }).click();
		await cellAt(table, 1, 'Student_id').click();
		await press(page, 'End');
		await waitForActive(table, '1 Contact_name');
		// As Excel writes it: quotes around a cell with a line break, a tab or a quote at its start.
		await setClipboard(page, '"one\nline ""two"""\r\n007\r\nsay "hi"\r\n"a\tb"\r\n');
		await press(page, 'ControlOrMeta+KeyV');
		await waitForCell(table, 2, 'Contact_name', '007');
		await waitForCell(table, 1, 'Contact_name', 'one ↵');
		// VS Code gives a document one kind of line break.
		await isSavedAs(withContacts(1, ['"one\r\nline ""two"""', '007', '"say ""hi"""', 'a\tb']), 1);
		await table.getByRole('radio', { name: 'My categories' }).click();
	});

	it('fills the selection with one pasted value, and says so where a block has too many rows', async () => {
		await selectRange(table, [4, 'Race'], [8, 'Race']);
		await setClipboard(page, 'I');
		await press(page, 'ControlOrMeta+KeyV');
		await waitForCell(table, 8, 'Race', 'I');
		await isSavedAs(withValues([4, 5, 6, 7, 8].map((row) => [row, 'Race', 'I'] as const)), 1);

		await cellAt(table, 3, 'Race').click();
		await press(page, 'ControlOrMeta+ArrowDown', 'ArrowUp');
		await waitForActive(table, `${STUDENTS - 2} Race`);
		await setClipboard(page, 'A\r\nB\r\nM\r\n');
		await press(page, 'ControlOrMeta+KeyV');
		await waitForNotice(table, 'The block has 3 rows, but only 2 are left');
		assert.equal(await page.locator('.tab.active.dirty').count(), 0);
		await press(page, 'ControlOrMeta+Home');
	});

	it('matches a block by its IDs, and touches no row that the filter hides', async () => {
		await cellAt(table, 0, 'Race').click();
		await setClipboard(page, '0010031\tP\r\n0010012\tA\r\n0019999\tB\r\n');
		await press(page, 'ControlOrMeta+KeyV');
		const items = await quickItems(page);
		assert.ok(items.includes('Match Rows by ID (2 of 3 found)'), items.join(' | '));
		await pickQuickItem(page, 'Match Rows by ID (2 of 3 found)');
		await waitForCell(table, 11, 'Race', 'A');
		const matched = [[30, 'Race', 'P'] as const, [11, 'Race', 'A'] as const];
		await isSavedAs(withValues(matched), 1);

		await table.getByRole('button', { name: 'School', exact: true }).click();
		await table.getByRole('checkbox', { name: /^103/ }).check();
		await table.getByRole('button', { name: 'Apply' }).click();
		await waitForRowCount(table, `40 of ${STUDENTS} rows`);
		await cellAt(table, 0, 'Frl_status').click();
		await press(page, 'ControlOrMeta+Space');
		await page.keyboard.type('R');
		await press(page, 'ControlOrMeta+Enter');
		await waitForCell(table, 0, 'Frl_status', 'R');
		const inSchool = LINES.slice(1).flatMap((line, row) =>
			line.split(',')[2] === '103' ? [[row, 'Frl_status', 'R'] as const] : [],
		);
		assert.equal(inSchool.length, 40);
		await isSavedAs(withValues(inSchool), 1);
		await table.getByRole('button', { name: 'Clear Filters' }).click();
		await waitForRowCount(table, `${STUDENTS} rows`);
	});

	it('inserts rows, and deletes them once the student was named', async () => {
		await cellAt(table, 2, 'Race').click({ button: 'right' });
		await pickMenuItem(table, 'Insert Row Below');
		await waitForRowCount(table, `${STUDENTS + 1} rows`);
		const empty = ','.repeat(COLUMNS.length - 1);
		await isSavedAs([...LINES.slice(0, 4), empty, ...LINES.slice(4)].join('\r\n'), 1);
		await waitForRowCount(table, `${STUDENTS} rows`);

		await cellAt(table, 2, 'Race').click({ button: 'right' });
		await pickMenuItem(table, 'Delete Row');
		assert.match(await answerDialog(page, 'Cancel'), /Delete the row of Okwudale, Wren \(0010003\)\?/);
		await numberAt(table, 2).click();
		await numberAt(table, 3).click({ modifiers: ['Shift'] });
		await press(page, 'ControlOrMeta+Minus');
		assert.match(
			await answerDialog(page, 'Delete'),
			/Delete 2 rows: Okwudale, Wren \(0010003\), Vantongeld, Bexley \(0010004\)\?/,
		);
		await waitForRowCount(table, `${STUDENTS - 2} rows`);
		await isSavedAs([...LINES.slice(0, 3), ...LINES.slice(5)].join('\r\n'), 1);
	});
});
