import assert from 'node:assert/strict';
import { endBrowser, type OpenPage } from './harness';
import { cell, lastAsked, openTable, place, press, until } from './onPage';
import { pupils, RACE, WRONG_ROW } from './pupils';

describe('arranging the table', () => {
	let open: OpenPage;
	after(endBrowser);
	afterEach(async () => {
		assert.deepEqual(open.complaints, []);
		await open.page.context().close();
	});
	const arranged = () => lastAsked(open, 'arrange') as { order: string[]; widths: Record<string, number> };
	const header = (name: string) => open.page.locator(`.slick-header-column[aria-label="${name}"]`);

	it('remembers a width that was dragged, and does not sort by it', async () => {
		open = await openTable(pupils());
		const box = await header('Race').locator('.slick-resizable-handle').boundingBox();
		const before = (await header('Race').boundingBox())?.width ?? 0;
		const [x, y] = [(box?.x ?? 0) + 2, (box?.y ?? 0) + 5];
		await open.page.mouse.move(x, y);
		await open.page.mouse.down();
		await open.page.mouse.move(x + 60, y, { steps: 4 });
		await open.page.mouse.up();
		await until(() => arranged() !== undefined, 'the width is remembered');
		assert.deepEqual(arranged().widths, { Race: before + 60 });
		assert.equal(await header('Race').getAttribute('aria-sort'), 'none');
	});

	it('remembers the order that columns were dragged to', async () => {
		open = await openTable(pupils());
		const at = { sourcePosition: { x: 15, y: 10 }, targetPosition: { x: 10, y: 10 } };
		await header('Gender').dragTo(header('School_id'), at);
		await until(() => arranged() !== undefined, 'the order is remembered');
		const { order } = arranged();
		assert.ok(order.indexOf('Gender') < order.indexOf('School_id'), String(order));
		assert.equal(await cell(open, 0, 'Gender').textContent(), 'F');
		await open.page.getByRole('button', { name: 'Columns…' }).click();
		await open.page.getByRole('button', { name: 'Original Order' }).click();
		await until(() => arranged().order.length === 0, 'the order of the file is back');
	});

	it('begins as it was arranged', async () => {
		const table = pupils();
		const [hidden, order] = [['Gender'], ['Race', 'School_id']];
		table.arrangement = { set: 'all', hidden, order, widths: { Race: 200 } };
		open = await openTable(table);
		assert.equal(await header('Gender').count(), 0);
		assert.equal((await header('Race').boundingBox())?.width, 200);
		const names = await open.page.locator('.slick-header-column .slick-column-name').allTextContents();
		assert.ok(names.indexOf('Race') < names.indexOf('School_id'), String(names));
	});

	it('shows a place that the extension names', async () => {
		open = await openTable(pupils());
		await open.send({ type: 'reveal', place: { record: 400, column: RACE } });
		await until(async () => (await place(open)) === '399 Race', 'the place has the focus');
	});

	it('shows the rows of a filter that the extension names, and takes its conditions off', async () => {
		open = await openTable(pupils());
		const all = await open.page.locator('.counter').textContent();
		await cell(open, 3, 'Last_name').click();
		await open.send({ type: 'filter', filter: { problems: { column: RACE } }, column: RACE });
		await until(async () => (await place(open)) === '0 Race', 'the first row has the focus');
		const chip = open.page.getByRole('button', { name: 'Remove Wrong values in Race' });
		assert.equal(await cell(open, 0, 'Student_id').textContent(), String(1000 + WRONG_ROW));
		await chip.click();
		await until(async () => (await open.page.locator('.counter').textContent()) === all, 'all rows are back');
	});

	it('sorts and opens a menu from a header by keys', async () => {
		open = await openTable(pupils());
		await cell(open, 0, 'Last_name').click();
		await press(open, 'ArrowUp');
		assert.equal(await place(open), '-1 Last_name');
		await press(open, 'Enter');
		await until(
			async () => (await header('Last_name').getAttribute('aria-sort')) === 'ascending',
			'it is sorted',
		);
		assert.equal(await place(open), '-1 Last_name');
	});
});
