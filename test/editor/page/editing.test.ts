import assert from 'node:assert/strict';
import { endBrowser, type OpenPage } from './harness';
import { cell, lastAsked, openTable, place, press, until } from './onPage';
import { pupils, RACE } from './pupils';

describe('editing in the table', () => {
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
	/** Says that the document has changed, as the extension does. */
	const change = (version: number) => open.send({ type: 'changed', version });

	it('takes what is typed on a cell, and goes down', async () => {
		open = await openTable(pupils());
		await cell(open, 0, 'Last_name').click();
		await open.page.keyboard.type('Reyes');
		await press(open, 'Enter');
		assert.equal(await place(open), '1 Last_name');
		await until(() => action() !== undefined, 'an edit is asked for');
		assert.deepEqual(action(), fill(0, 2, 'Reyes'));
		assert.equal(await cell(open, 0, 'Last_name').textContent(), 'Reyes');
		await change(2);
		await open.page.waitForTimeout(200);
		assert.equal(await cell(open, 0, 'Last_name').textContent(), 'Reyes');
	});

	it('edits the value after F2 or a double click, and leaves it as it was on Escape', async () => {
		open = await openTable(pupils());
		await cell(open, 0, 'Last_name').click();
		await press(open, 'F2', 'End');
		await open.page.keyboard.type('x');
		assert.equal(await input().inputValue(), 'La0x');
		await press(open, 'Escape');
		assert.equal(await place(open), '0 Last_name');
		assert.equal(action(), undefined);
		await cell(open, 1, 'Last_name').dblclick();
		assert.equal(await input().inputValue(), 'La1');
		await press(open, 'Tab');
		assert.equal(await place(open), '1 First_name');
		assert.equal(action(), undefined);
	});

	it('takes the highlighted code, into all selected cells', async () => {
		open = await openTable(pupils());
		await cell(open, 0, 'Race').click();
		await press(open, 'Shift+ArrowDown', 'Shift+ArrowDown');
		await open.page.keyboard.type('pacific');
		await press(open, 'Enter');
		await until(() => action() !== undefined, 'an edit is asked for');
		assert.deepEqual(action(), {
			type: 'fill',
			ranges: [{ first: 0, last: 2, columns: [RACE] }],
			value: 'P',
		});
	});

	it('fills the selection on Ctrl+Enter, and fills down on Ctrl+D', async () => {
		open = await openTable(pupils());
		await cell(open, 0, 'Gender').click();
		await press(open, 'Shift+ArrowDown', 'X', 'Control+Enter');
		await until(() => action() !== undefined, 'an edit is asked for');
		const ranges = [{ first: 0, last: 1, columns: [RACE + 1] }];
		assert.deepEqual(action(), { type: 'fill', ranges, value: 'X' });
		await press(open, 'Control+d');
		await until(() => (action() as { type: string }).type === 'fillDown', 'a fill is asked for');
		assert.deepEqual(action(), { type: 'fillDown', ranges });
	});

	it('writes a line break as the value has it', async () => {
		open = await openTable(pupils(20, { value: (row) => (row === 0 ? 'a\r\nb' : 'x') }));
		await open.page.getByText('All columns').click();
		await cell(open, 0, 'Gender').click();
		await press(open, 'F2', 'Control+End', 'Alt+Enter');
		await open.page.keyboard.type('c');
		await press(open, 'Enter');
		await until(() => action() !== undefined, 'an edit is asked for');
		assert.deepEqual(action(), fill(0, RACE + 1, 'a\r\nb\r\nc'));
		await cell(open, 1, 'Gender').click();
		await press(open, 'F2', 'Alt+Enter');
		assert.equal(await open.page.locator('textarea.cell-input').inputValue(), 'x\n');
		await press(open, 'Escape');
	});

	it('gets the whole of a long value, and does not edit one of megabytes', async () => {
		const long = 'y'.repeat(5000);
		open = await openTable(pupils(20, { value: (row) => (row === 0 ? long : 'z'.repeat(3_000_000)) }));
		await cell(open, 0, 'Gender').click();
		await press(open, 'F2');
		await input().waitFor();
		assert.equal((await input().inputValue()).length, 5000);
		await press(open, 'Escape');
		await cell(open, 1, 'Gender').click();
		await press(open, 'F2');
		await input().waitFor();
		assert.equal(await input().getAttribute('readonly'), '');
		assert.match((await open.page.locator('.table-details').textContent()) ?? '', /3,000,000 characters/);
		await press(open, 'Escape');
	});

	it('stays with its row while rows are added above', async () => {
		const table = pupils(200);
		open = await openTable(table);
		await cell(open, 5, 'Last_name').click();
		await open.page.keyboard.type('Reyes');
		table.order = [100, 101, 102, ...table.order.filter((row) => row < 100 || row > 102)];
		table.version++;
		await change(table.version);
		await until(
			async () => (await cell(open, 8, 'Student_id').textContent()) === '1005',
			'the row has moved',
		);
		await open.page.waitForTimeout(200);
		assert.equal(await input().inputValue(), 'Reyes');
		await press(open, 'Enter');
		await until(() => action() !== undefined, 'an edit is asked for');
		assert.deepEqual(action(), fill(8, 2, 'Reyes'));
	});

	it('says that its row is gone, and keeps what was typed', async () => {
		const table = pupils(200);
		open = await openTable(table);
		await cell(open, 5, 'Last_name').click();
		await open.page.keyboard.type('Reyes');
		table.order = table.order.filter((row) => row !== 5);
		table.version++;
		await change(table.version);
		await open.page.getByText('The row that you were editing is gone').first().waitFor();
		assert.equal(await input().inputValue(), 'Reyes');
		await press(open, 'Enter');
		assert.equal(action(), undefined);
		await press(open, 'Escape');
		assert.equal(await input().count(), 0);
	});

	it('says why nothing was written', async () => {
		const table = pupils();
		table.refusal = 'The file is being checked. Try again in a moment.';
		open = await openTable(table);
		await cell(open, 0, 'Last_name').click();
		await press(open, 'x', 'Enter');
		await open.page.getByText(table.refusal).first().waitFor();
		assert.equal(await cell(open, 0, 'Last_name').textContent(), 'La0');
	});

	it('copies, cuts and pastes', async () => {
		const table = pupils();
		open = await openTable(table);
		await cell(open, 0, 'Last_name').click();
		await press(open, 'Shift+ArrowRight', 'Control+c');
		await until(() => table.clipboard !== '', 'the cells are copied');
		assert.equal(table.clipboard, 'La0\tFi0');
		await press(open, 'Control+x');
		await until(() => action() !== undefined, 'the cells are emptied');
		await cell(open, 2, 'First_name').click();
		const paste = (text: string) => `(() => {
			const data = new DataTransfer();
			data.setData('text/plain', ${JSON.stringify(text)});
			document.activeElement.dispatchEvent(
				new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
			);
		})()`;
		await open.page.evaluate(paste('a\tb\n'));
		await until(() => (action() as { type: string }).type === 'paste', 'a paste is asked for');
		assert.deepEqual(action(), {
			type: 'paste',
			byId: false,
			text: 'a\tb\n',
			row: 2,
			columns: [3, 0, RACE, RACE + 1],
			selected: [{ first: 2, last: 2, columns: [3] }],
		});
		const before = open.asked.length;
		await open.page.evaluate(`window.large = 'x'.repeat(51 * 1024 * 1024)`);
		await open.page.evaluate(paste('').replace('""', 'window.large'));
		await open.page.getByText('Paste at most 30 million at once').first().waitFor();
		assert.ok(!open.asked.slice(before).some(({ method }) => method === 'edit'));
	});

	it('keeps keys from VS Code that the table or an input uses, and no others', async () => {
		open = await openTable(pupils());
		await open.page.evaluate(`{
			window.heard = [];
			window.addEventListener('keydown', (event) => window.heard.push(event.key));
		}`);
		await cell(open, 0, 'Last_name').click();
		await press(open, 'Control+z', 'Control+y', 'Control+s', 'ArrowDown', 'Control+c', 'F8', 'Control+.');
		await press(open, 'Escape');
		await cell(open, 0, 'Last_name').click();
		await press(open, 'F2', 'Control+z', 'Control+y', 'Control+s', 'Control+a', 'ArrowLeft', 'x', 'Escape');
		const heard = (await open.page.evaluate('window.heard')) as string[];
		assert.deepEqual(
			heard.filter((key) => key !== 'Control'),
			['z', 'y', 's'],
		);
	});

	it('goes to the next problem and shows its column', async () => {
		open = await openTable(pupils());
		await cell(open, 0, 'Last_name').click();
		await press(open, 'F8');
		await until(async () => (await place(open)) === '3 Race', 'the problem has the focus');
	});

	it('drops a filter of a column that is gone, and keeps the cell', async () => {
		const table = pupils(50);
		open = await openTable(table);
		await cell(open, 4, 'Gender').click();
		(table as { made: unknown }).made = {
			...table.made,
			columns: table.made.columns.filter(({ name }) => name !== 'Race'),
		};
		table.version++;
		await change(table.version);
		await until(
			async () => (await open.page.locator('.slick-header-column[aria-label="Race"]').count()) === 0,
			'the column is gone',
		);
		await until(async () => (await place(open)) === '4 Gender', 'the cell has the focus');
	});
});
