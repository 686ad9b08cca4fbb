import assert from 'node:assert/strict';
import { endBrowser, type OpenPage } from './harness';
import type { MadeUpTable } from './madeUpTable';
import { cell, focused, lastAsked, openTable, place, press, until } from './onPage';
import { pupils, RACE } from './pupils';

describe('the row that is edited', () => {
	let open: OpenPage;
	after(endBrowser);
	afterEach(async () => {
		assert.deepEqual(open.complaints, []);
		await open.page.context().close();
	});
	const input = () => open.page.locator('.cell-input');
	const action = () => (lastAsked(open, 'edit') as { action: unknown } | undefined)?.action;
	const fill = (row: number, column: number, value: string) => ({
		type: 'fill',
		ranges: [{ first: row, last: row, columns: [column] }],
		value,
	});
	const said = (text: string) => open.page.locator('.table-details').getByText(text).first().waitFor();
	/** Two rows with the same ID, which differ in their names unless they are twins. */
	const twoOfOneId = (areTwins: boolean): MadeUpTable => {
		const table = pupils(100);
		for (const [column, value] of [
			[1, '1004'],
			...(areTwins ? [0, 2, 3, RACE, RACE + 1].map((each) => [each, 'same'] as const) : []),
		] as const) {
			table.written.set(`4:${column}`, value);
			table.written.set(`5:${column}`, value);
		}
		return table;
	};
	const addAbove = async (table: MadeUpTable): Promise<void> => {
		table.order = [90, ...table.order.filter((row) => row !== 90)];
		table.version++;
		await open.send({ type: 'changed', version: table.version });
	};

	it('is the new one after rows are inserted, also for those who type at once', async () => {
		const table = pupils(100);
		open = await openTable(table);
		await cell(open, 2, 'First_name').click();
		await press(open, 'Control++');
		await open.page.keyboard.type('99');
		await press(open, 'Enter');
		await until(() => (action() as { type: string } | undefined)?.type === 'fill', 'the value is written');
		assert.deepEqual(action(), fill(3, 1, '99'));
		assert.equal(table.valueAt(2, 3), 'Fi2');
	});

	it('is the new one at the end, and where a filter would hide it', async () => {
		open = await openTable(pupils(100));
		await cell(open, 2, 'First_name').click();
		await press(open, 'Control+End', 'Control++');
		await until(async () => (await place(open)) === '100 Student_id', 'the new row is active');
		await open.page.context().close();

		open = await openTable(pupils(100));
		await open.page.getByRole('button', { name: /^Problems/ }).click();
		await open.page.getByRole('menuitemradio').nth(1).click();
		await until(async () => (await open.page.locator('.slick-row').count()) < 20, 'rows are filtered out');
		await cell(open, 0, 'First_name').click();
		await press(open, 'Control++');
		await until(async () => (await place(open)) === '4 Student_id', 'the new row is active');
		await said('The filter was taken off');
		assert.match((await focused(open)).name, /^Student_id: (empty)?/);
	});

	it('is told from another one with the same ID by its other values', async () => {
		const table = twoOfOneId(false);
		open = await openTable(table);
		await cell(open, 5, 'Race').click();
		await press(open, 'F2');
		await open.page.keyboard.type('x');
		await addAbove(table);
		await until(async () => (await place(open)) !== '5 Race', 'the row has moved');
		await open.page.waitForTimeout(200);
		await press(open, 'Control+Enter');
		await until(() => action() !== undefined, 'an edit is asked for');
		assert.deepEqual(action(), fill(6, RACE, 'Ra5x'));
	});

	it('is not guessed among rows that look alike', async () => {
		const table = twoOfOneId(true);
		open = await openTable(table);
		await cell(open, 5, 'Gender').click();
		await open.page.keyboard.type('typed');
		await addAbove(table);
		await said('Several rows look like the one that you were editing');
		await press(open, 'Enter');
		assert.equal(await input().inputValue(), 'typed');
		assert.equal(action(), undefined);
	});

	it('stays where it is among rows that look alike while none has moved', async () => {
		const table = twoOfOneId(true);
		open = await openTable(table);
		await cell(open, 5, 'Gender').click();
		await open.page.keyboard.type('typed');
		table.version++;
		await open.send({ type: 'changed', version: table.version });
		await open.page.waitForTimeout(300);
		await press(open, 'Enter');
		await until(() => action() !== undefined, 'an edit is asked for');
		assert.deepEqual(action(), fill(5, RACE + 1, 'typed'));
	});

	it('is not the other one where one of two with the same ID is gone', async () => {
		const table = twoOfOneId(false);
		open = await openTable(table);
		await cell(open, 5, 'Gender').click();
		await open.page.keyboard.type('typed');
		table.order = table.order.filter((row) => row !== 5);
		table.version++;
		await open.send({ type: 'changed', version: table.version });
		await said('Several rows look like');
		await press(open, 'Enter');
		assert.equal(action(), undefined);
	});

	it('is followed for what was typed and is not written yet', async () => {
		const table = pupils(100);
		open = await openTable(table);
		await cell(open, 5, 'Gender').click();
		await open.page.keyboard.type('typed');
		let free = (): void => undefined;
		table.gate = new Promise((resolve) => {
			free = resolve;
		});
		const before = open.asked.length;
		await addAbove(table);
		const isAsked = () => open.asked.slice(before).some(({ method }) => method === 'rows');
		await until(isAsked, 'the page has heard of the change');
		await press(open, 'Enter');
		free();
		await until(() => action() !== undefined, 'an edit is asked for');
		assert.deepEqual(action(), fill(6, RACE + 1, 'typed'));
	});
});
