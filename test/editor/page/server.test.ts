import assert from 'node:assert/strict';
import { endBrowser, type OpenPage } from './harness';
import { cell, openTable, press, until } from './onPage';
import { ServerTable } from './serverTable';

const header = 'School_id,Student_id,Last_name,First_name,Grade,Gender,Race,Ell_status';
const student = (id: number, race = 'W') => `s1,${id},Reyes${id},Ana,3,F,${race},N`;
const text = `${[header, ...Array.from({ length: 100 }, (_, at) => student(1000 + at, at === 3 ? '7' : 'W'))].join('\n')}\n`;

describe('the table with the server', () => {
	let open: OpenPage;
	let table: ServerTable;
	after(endBrowser);
	afterEach(async () => {
		assert.deepEqual(open.complaints, []);
		await open.page.context().close();
		await table.client.stop();
	});
	const begin = async (): Promise<void> => {
		table = await ServerTable.open('students.csv', text);
		open = await openTable(table);
		table.page = open;
	};

	it('shows findings, takes a code, and changes its bytes only', async () => {
		await begin();
		await until(
			async () => (await cell(open, 3, 'Race').getAttribute('aria-invalid')) === 'true',
			'the error is marked',
		);
		assert.match((await cell(open, 3, 'Race').getAttribute('aria-description')) ?? '', /^Race has no code 7/);
		await cell(open, 3, 'Race').click();
		await open.page.keyboard.type('pacific');
		await press(open, 'Enter');
		const wanted = text.replace('1003,Reyes1003,Ana,3,F,7', '1003,Reyes1003,Ana,3,F,P');
		await until(() => table.text === wanted, 'the code is in the file');
		await until(
			async () => (await cell(open, 3, 'Race').getAttribute('aria-invalid')) === null,
			'the error is gone',
		);
		assert.equal(await cell(open, 3, 'Race').textContent(), 'P');
	});

	it('goes with a student whose row moves while a cell is open', async () => {
		await begin();
		await cell(open, 5, 'Last_name').click();
		await open.page.keyboard.type('Cruz');
		const lines = text.split('\n');
		await table.write([header, ...lines.slice(50, 60), ...lines.slice(1, 50), ...lines.slice(60)].join('\n'));
		await until(
			async () =>
				(await open.page.locator('.slick-row:has(.slick-cell.active)').getAttribute('data-row')) === '15',
			'the cell has moved',
		);
		await press(open, 'Enter');
		await until(() => table.text.includes('s1,1005,Cruz,Ana'), 'the name is in the file');
		assert.equal(table.text.match(/Cruz/g)?.length, 1);
	});

	it('shows a row that becomes unreadable as it is', async () => {
		await begin();
		await table.write(text.replace('s1,1004,Reyes1004', 's1,1004,"Reyes1004'));
		await until(async () => (await cell(open, 4, 'Row that cannot be read').count()) === 1, 'it is one cell');
		assert.match(
			(await cell(open, 4, 'Row that cannot be read').textContent()) ?? '',
			/^s1,1004,"Reyes1004,/,
		);
	});
});
