/** Where the keyboard, the active cell and the selection are after what a person does in the table. */
import assert from 'node:assert/strict';
import { endBrowser, type OpenPage } from './harness';
import type { MadeUpTable } from './madeUpTable';
import { cell, lastAsked, openTable, place, press, until } from './onPage';
import { pupils, RACE } from './pupils';

const YES_NO = [
	{ code: 'Y', label: 'Yes', words: [] },
	{ code: 'N', label: 'No', words: [] },
];
const [ID, NAME, ELL, RACES, MEAL] = [0, 1, 2, 3, 4];

/** A table with two columns that take Y and N, and one with other codes between them. */
function flags(rows = 20): MadeUpTable {
	return pupils(rows, {
		columns: [
			{ name: 'Student_id', role: 'key' },
			{ name: 'Last_name', role: 'name' },
			{ name: 'Ell', role: 'category', hasCodes: true, codes: YES_NO },
			{ name: 'Race', role: 'category', hasCodes: true },
			{ name: 'Meal', role: 'category', hasCodes: true, codes: YES_NO },
		],
		value: (row, column) => (column < ELL ? `${column}-${row}` : ''),
		findings: () => [],
	});
}

describe('keeping the place in the table', () => {
	let open: OpenPage;
	after(endBrowser);
	afterEach(async () => {
		assert.deepEqual(open.complaints, []);
		await open.page.context().close();
	});
	const input = () => open.page.locator('.cell-input');
	const action = () => (lastAsked(open, 'edit') as { action: unknown } | undefined)?.action;
	const notice = (text: string) => open.page.locator('.details-notice', { hasText: text }).waitFor();
	const selected = () => open.page.locator('.slick-cell[aria-selected="true"]').count();
	/** Takes the keyboard from everything, as a dialog of VS Code or a repainted cell may. */
	const loseFocus = () => open.page.evaluate('document.activeElement.blur()');

	it('gives keys that nothing has to the active cell, or to the open editor', async () => {
		open = await openTable(pupils());
		await cell(open, 2, 'Last_name').click();
		await loseFocus();
		await press(open, 'Tab');
		assert.equal(await place(open), '2 First_name');
		await loseFocus();
		await open.page.keyboard.type('Kai');
		assert.equal(await input().inputValue(), 'Kai');
		await loseFocus();
		await open.page.keyboard.type('la');
		assert.equal(await input().inputValue(), 'Kaila');
		await press(open, 'Enter');
		await until(() => action() !== undefined, 'an edit is asked for');
		assert.deepEqual((action() as { value: string }).value, 'Kaila');
	});

	it('has the keyboard again when the window has it', async () => {
		open = await openTable(pupils());
		await cell(open, 2, 'Last_name').click();
		await loseFocus();
		await open.page.evaluate("window.dispatchEvent(new Event('focus'))");
		assert.equal(await place(open), '2 Last_name');
	});

	it('puts a code into the selected columns that take the same codes, and keeps the selection', async () => {
		open = await openTable(flags());
		await cell(open, 0, 'Ell').click();
		await press(open, 'Control+a');
		await open.page.keyboard.type('y');
		await press(open, 'Enter');
		await until(() => action() !== undefined, 'an edit is asked for');
		const ranges = [{ first: 0, last: 19, columns: [ELL, MEAL] }];
		assert.deepEqual(action(), { type: 'fill', ranges, value: 'Y' });
		await notice('Y is now in 40 cells of 2 columns.');
		assert.equal(await place(open), '0 Ell');
		assert.ok((await selected()) > 50);
	});

	it('puts text into the active cell on Enter, and into all selected on Ctrl+Enter', async () => {
		open = await openTable(flags());
		await cell(open, 0, 'Last_name').click();
		await press(open, 'Control+a', 'q', 'Enter');
		await until(() => action() !== undefined, 'an edit is asked for');
		assert.deepEqual(action(), {
			type: 'fill',
			ranges: [{ first: 0, last: 0, columns: [NAME] }],
			value: 'q',
		});
		await press(open, 'Control+a', 'q', 'Control+Enter');
		await notice('q is now in 100 cells of 5 columns. Student_id is one of them');
		assert.deepEqual(action(), {
			type: 'fill',
			ranges: [{ first: 0, last: 19, columns: [ID, NAME, ELL, RACES, MEAL] }],
			value: 'q',
		});
	});

	it('says what was done in one column', async () => {
		open = await openTable(flags());
		await cell(open, 0, 'Race').click();
		await press(open, 'Control+Space');
		await open.page.keyboard.type('pacific');
		await press(open, 'Enter');
		await notice('P is now in 20 cells of Race.');
		await press(open, 'Delete');
		await notice('20 cells of Race are now empty.');
		await press(open, 'Control+d');
		await notice('cell changed.');
	});

	it('goes to the active cell before it is edited', async () => {
		open = await openTable(pupils(5000));
		await cell(open, 0, 'Race').click();
		await press(open, 'Control+Shift+ArrowDown');
		assert.ok(!(await cell(open, 0, 'Race').isVisible()) || (await cell(open, 4999, 'Race').isVisible()));
		await open.page.keyboard.type('pac');
		await until(async () => (await input().count()) === 1, 'the editor is open');
		assert.equal(await input().inputValue(), 'pac');
		const [box, at] = [await input().boundingBox(), await cell(open, 0, 'Race').boundingBox()];
		assert.ok(box && at && Math.abs(box.y - at.y) < 2, JSON.stringify([box, at]));
		const toolbar = await open.page.locator('.table-toolbar').boundingBox();
		assert.ok(box && toolbar && box.y >= toolbar.y + toolbar.height);
		await press(open, 'Enter');
		await until(() => action() !== undefined, 'an edit is asked for');
		assert.deepEqual((action() as { ranges: unknown }).ranges, [{ first: 0, last: 4999, columns: [RACE] }]);
	});

	it('keeps what is typed while its cell is scrolled away, and comes back for more', async () => {
		open = await openTable(pupils(5000));
		await cell(open, 1, 'Last_name').click();
		await open.page.keyboard.type('Re');
		await open.page.evaluate(
			"document.querySelector('.slick-viewport-top.slick-viewport-right').scrollTop = 48000",
		);
		await open.page.waitForTimeout(200);
		await open.page.keyboard.type('yes');
		assert.equal(await input().inputValue(), 'Reyes');
		await until(async () => await cell(open, 1, 'Last_name').isVisible(), 'the cell is shown');
	});

	it('keeps the student while the order and the filter change', async () => {
		open = await openTable(pupils());
		await cell(open, 4, 'Last_name').click();
		await press(open, 'Shift+ArrowDown');
		const header = open.page.locator('.slick-header-column[aria-label="Gender"]');
		const isAtStudent = async () => {
			await until(async () => {
				const row = open.page.locator('.slick-row:has(.slick-cell.active)').first();
				return (await row.count()) > 0 && ((await row.textContent()) ?? '').includes('1004');
			}, 'the student is active');
			assert.equal(await selected(), 1);
			assert.ok(await open.page.locator('.slick-cell.active').isVisible());
		};
		await header.click({ position: { x: 20, y: 10 } });
		await isAtStudent();
		await header.click({ position: { x: 20, y: 10 } });
		await isAtStudent();
		await open.page.getByRole('button', { name: /^Problems/ }).click();
		await open.page.getByRole('menuitemradio', { name: 'Rows with Problems' }).click();
		await until(async () => (await cell(open, 0, 'Student_id').textContent()) === '1003', 'it is filtered');
		await until(async () => (await place(open)) === '0 Last_name', 'the first row is active');
		await open.page.getByRole('button', { name: 'Clear Filters' }).click();
		await until(async () => (await place(open)).endsWith(' Last_name'), 'the grid has the keyboard');
		const row = open.page.locator('.slick-row:has(.slick-cell.active)').first();
		await until(async () => ((await row.textContent()) ?? '').includes('1003'), 'the student is active');
	});

	it('gives the keyboard to the grid after a view of the columns is chosen', async () => {
		open = await openTable(pupils());
		await cell(open, 4, 'Last_name').click();
		await open.page.getByText('All columns').click();
		assert.equal(await place(open), '4 Last_name');
	});

	it('has one cell selected after rows were deleted', async () => {
		open = await openTable(pupils());
		await open.page.locator('.slick-row[data-row="2"] .number').click();
		await press(open, 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+-');
		await notice('deleted.');
		assert.equal(await selected(), 1);
		assert.match(await place(open), /^2 /);
		await press(open, 'Control+-');
		await until(() => (action() as { ranges: [{ last: number }] }).ranges[0].last === 2, 'one row is meant');
	});

	it('shows the first columns after Ctrl+Home', async () => {
		open = await openTable(pupils(), { width: 500 });
		await open.page.getByText('All columns').click();
		await press(open, 'Control+End');
		const left = () =>
			open.page.evaluate<number>(
				"document.querySelector('.slick-viewport-top.slick-viewport-right').scrollLeft",
			);
		await until(async () => (await left()) > 0, 'it is scrolled');
		await press(open, 'Control+Home');
		await until(async () => (await left()) === 0, 'it is scrolled back');
	});

	it('takes what was typed after F2 when another cell is clicked', async () => {
		open = await openTable(pupils());
		await cell(open, 1, 'Last_name').click();
		await press(open, 'F2', 'End', 'x');
		await cell(open, 5, 'First_name').click();
		await until(() => action() !== undefined, 'an edit is asked for');
		assert.deepEqual(action(), {
			type: 'fill',
			ranges: [{ first: 1, last: 1, columns: [2] }],
			value: 'La1x',
		});
		assert.equal(await place(open), '5 First_name');
		assert.equal(await input().count(), 0);
	});

	it('stays in the last cell on Enter and Tab', async () => {
		open = await openTable(pupils());
		await cell(open, 0, 'Last_name').click();
		await press(open, 'Control+End', 'Enter');
		await until(async () => (await place(open)) === '1999 Gender', 'the last row comes');
		await press(open, 'Tab');
		assert.equal(await place(open), '1999 Gender');
	});
});
