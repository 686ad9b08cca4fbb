import assert from 'node:assert/strict';
import { endBrowser, type OpenPage } from './harness';
import { axeFinds, cell, focused, lastAsked, openTable, place, press, until } from './onPage';
import { BROKEN_ROW, pupils, RACE, WRONG_ROW } from './pupils';

const rowsAsked = ({ asked }: OpenPage): number => asked.filter(({ method }) => method === 'rows').length;

describe('the grid of the table', () => {
	let open: OpenPage;
	after(endBrowser);
	afterEach(async () => {
		const violations = await open.page.evaluate('window.violations');
		assert.deepEqual([open.complaints, violations], [[], []]);
		await open.page.context().close();
	});

	it('has the pattern of a grid, whole', async () => {
		open = await openTable(pupils());
		const grid = open.page.getByRole('grid');
		assert.equal(await grid.getAttribute('aria-rowcount'), '2001');
		assert.equal(await grid.getAttribute('aria-multiselectable'), 'true');
		assert.equal(await grid.getAttribute('aria-colcount'), '7');
		assert.equal(await open.page.locator('.slick-header-columns-left').getAttribute('aria-rowindex'), '1');
		const wrong = cell(open, WRONG_ROW, 'Race');
		assert.equal(await wrong.getAttribute('aria-colindex'), '6');
		assert.equal(await wrong.getAttribute('aria-invalid'), 'true');
		assert.equal(await wrong.getAttribute('aria-description'), 'Race has no code 7. Use A or B.');
		assert.equal(await wrong.getAttribute('title'), 'Race has no code 7. Use A or B.');
		assert.equal(await wrong.getAttribute('aria-label'), 'Race: 7, error');
		const row = open.page.locator(`.slick-row[data-row="${WRONG_ROW}"][aria-rowindex]`);
		assert.equal(await row.getAttribute('aria-rowindex'), String(WRONG_ROW + 2));
		assert.equal(await open.page.locator('.table-grid [tabindex="0"]').count(), 1);
	});

	it('is one row to assistive technology where columns are pinned', async () => {
		open = await openTable(pupils(20));
		const session = await open.page.context().newCDPSession(open.page);
		const { nodes } = (await session.send('Accessibility.getFullAXTree')) as {
			nodes: {
				nodeId: string;
				ignored: boolean;
				role?: { value: string };
				name?: { value: string };
				childIds?: string[];
			}[];
		};
		const byId = new Map(nodes.map((node) => [node.nodeId, node]));
		const cellsOf = (id: string): string[] => {
			const node = byId.get(id);
			if (!node) return [];
			if (/gridcell|rowheader/.test(node.role?.value ?? '')) return [node.name?.value ?? ''];
			return (node.childIds ?? []).flatMap(cellsOf);
		};
		const rows = nodes.filter(({ role, ignored }) => role?.value === 'row' && !ignored);
		assert.equal(rows.length, 21);
		assert.deepEqual(cellsOf(rows[WRONG_ROW + 1]?.nodeId ?? ''), [
			'Row 5, 1 problem, error',
			'Student_id: 1003',
			'Last_name: La3',
			'First_name: Fi3',
			'School_id: Sc3',
			'Race: 7, error',
			'Gender: empty',
		]);
	});

	for (const theme of ['light', 'dark', 'highContrast', 'highContrastLight'] as const) {
		it(`has nothing that axe finds, ${theme}`, async () => {
			open = await openTable(pupils(), { theme });
			assert.deepEqual(await axeFinds(open), []);
			await cell(open, 4, 'Race').click();
			await press(open, 'F2');
			assert.deepEqual(await axeFinds(open), []);
		});
	}

	it('shows text of others as text, with what is hidden', async () => {
		const markup = '<img src=x onerror=alert(1)>';
		open = await openTable(pupils(20, { value: (row) => (row === 0 ? markup : 'x\u202ey') }));
		await open.page.getByText('All columns').click();
		assert.equal(await cell(open, 0, 'Last_name').textContent(), markup);
		assert.equal(await cell(open, 1, 'Last_name').textContent(), 'x<U+202E>y');
		assert.equal(await open.page.locator('.table-grid img').count(), 0);
	});

	it('shows the first line of a value with a sign', async () => {
		open = await openTable(pupils());
		await open.page.getByText('All columns').click();
		assert.equal(await cell(open, 1, 'Notes').textContent(), 'first ↵');
		assert.equal(await cell(open, 1, 'Notes').getAttribute('title'), 'first\nsecond');
	});

	it('shows a row that cannot be read in one cell over what is not pinned', async () => {
		open = await openTable(pupils());
		const spanning = cell(open, BROKEN_ROW, 'Row that cannot be read');
		assert.equal(await spanning.textContent(), `broken "row ${BROKEN_ROW}`);
		assert.equal(await spanning.getAttribute('aria-readonly'), 'true');
		assert.equal(await spanning.getAttribute('aria-description'), 'The quote is not closed.');
		assert.ok(Number(await spanning.getAttribute('aria-colspan')) > 1);
		await cell(open, BROKEN_ROW - 1, 'Gender').click();
		await press(open, 'ArrowDown', 'x');
		assert.equal(await open.page.locator('.cell-input').count(), 0);
		await press(open, 'ArrowLeft');
		assert.match(await place(open), /^7 (Last_name|First_name)$/);
	});

	it('has the keyboard from the beginning', async () => {
		open = await openTable(pupils());
		await until(async () => (await place(open)) === '0 Student_id', 'the first cell has the focus');
		await press(open, 'ArrowDown');
		assert.equal(await place(open), '1 Student_id');
	});

	it('moves the active cell by keys', async () => {
		open = await openTable(pupils());
		await cell(open, 0, 'Last_name').click();
		const steps: readonly (readonly [key: string, place: string])[] = [
			['ArrowDown', '1 Last_name'],
			['ArrowRight', '1 First_name'],
			['Tab', '1 School_id'],
			['Shift+Tab', '1 First_name'],
			['Enter', '2 First_name'],
			['Shift+Enter', '1 First_name'],
			['End', '1 Gender'],
			['Home', '1 Student_id'],
			['Control+End', '1999 Gender'],
			['ArrowUp', '1998 Gender'],
			['Control+Home', '0 Student_id'],
			['Control+ArrowRight', '0 Gender'],
			['Control+ArrowLeft', '0 Student_id'],
			['ArrowUp', '-1 Student_id'],
			['ArrowDown', '0 Student_id'],
		];
		for (const [key, expected] of steps) {
			await press(open, key);
			// The rows at the other end have to come first.
			await until(async () => (await place(open)) === expected, `${expected} after ${key}`);
		}
		await press(open, 'PageDown');
		assert.ok((await focused(open)).row > 10);
		assert.equal(await open.page.locator('.table-grid [tabindex="0"]').count(), 1);
	});

	it('selects by keys and the mouse', async () => {
		open = await openTable(pupils());
		const selected = async (): Promise<number> =>
			open.page.locator('.slick-cell[aria-selected="true"]').count();
		await cell(open, 0, 'Last_name').click();
		await press(open, 'Shift+ArrowDown', 'Shift+ArrowRight');
		assert.equal(await selected(), 4);
		await cell(open, 4, 'Race').click({ modifiers: ['Control'] });
		assert.equal(await selected(), 5);
		await cell(open, 5, 'Gender').click({ modifiers: ['Shift'] });
		assert.equal(await selected(), 8);
		await open.page.locator('.slick-row[data-row="2"] .number').click();
		assert.equal(await selected(), 6);
		await press(open, 'Control+a', 'Delete');
		const { action } = lastAsked(open, 'edit') as { action: { ranges: unknown } };
		assert.deepEqual(action, {
			type: 'fill',
			value: '',
			ranges: [{ first: 0, last: 1999, columns: [1, 2, 3, 0, RACE, RACE + 1] }],
		});
	});

	it('drags a block of cells', async () => {
		open = await openTable(pupils());
		await cell(open, 1, 'Last_name').hover();
		await open.page.mouse.down();
		await cell(open, 3, 'School_id').hover();
		await open.page.mouse.up();
		assert.equal(await open.page.locator('.slick-cell[aria-selected="true"]').count(), 9);
	});

	it('sorts by a click on a header, and then as the file is', async () => {
		open = await openTable(pupils());
		const header = open.page.locator('.slick-header-column[aria-label="Last_name"]');
		const states: (string | null)[] = [];
		const sorts: unknown[] = [];
		for (let click = 0; click < 3; click++) {
			await header.click({ position: { x: 20, y: 10 } });
			await until(() => rowsAsked(open) > sorts.length + 1, 'the rows are asked for');
			states.push(await header.getAttribute('aria-sort'));
			sorts.push((lastAsked(open, 'rows') as { view: { sort?: unknown } }).view.sort ?? null);
		}
		assert.deepEqual(states, ['ascending', 'descending', 'none']);
		assert.deepEqual(sorts, [{ column: 2, descending: false }, { column: 2, descending: true }, null]);
	});

	it('keeps the page small while it is scrolled through 400,000 rows', async () => {
		open = await openTable(pupils(400_000));
		await cell(open, 0, 'Last_name').click();
		for (let screen = 0; screen < 200; screen++) {
			await open.page.evaluate(
				`document.querySelector('.slick-viewport-top.slick-viewport-right').scrollTop = ${screen * 48_000}`,
			);
			await open.page.waitForTimeout(5);
		}
		await press(open, 'Control+End');
		await until(async () => (await cell(open, 399_999, 'Last_name').count()) > 0, 'the last row is painted');
		assert.ok((await open.page.locator('.slick-row').count()) < 250);
		const asked = open.asked.filter(({ method }) => method === 'rows').length;
		assert.ok(asked < 450, `asked ${asked} times`);
	});

	it('has one request for rows under way, and then the one that is wanted last', async () => {
		const table = pupils(400_000);
		open = await openTable(table);
		await until(
			() => open.asked.filter(({ method }) => method === 'rows').length >= 2,
			'the next screen is there',
		);
		let release = (): void => undefined;
		table.gate = new Promise((resolve) => {
			release = resolve;
		});
		const before = open.asked.length;
		for (const row of [1000, 50_000, 200_000, 300_000]) {
			await open.page.evaluate(
				`document.querySelector('.slick-viewport-top.slick-viewport-right').scrollTop = ${row * 24}`,
			);
			await open.page.waitForTimeout(60);
		}
		const since = () => open.asked.slice(before).filter(({ method }) => method === 'rows');
		assert.equal(since().length, 1);
		assert.ok((await open.page.locator('.slick-cell.placeholder').count()) > 0);
		table.gate = undefined;
		release();
		await until(
			async () => (await cell(open, 300_005, 'Last_name').count()) > 0,
			'the rows at the end are painted',
		);
		const firsts = since().map(({ params }) => (params as { first: number }).first);
		assert.ok(!firsts.some((first) => first > 49_000 && first < 201_000), String(firsts));
	});

	it('comes back where it was after the tab was hidden', async () => {
		open = await openTable(pupils());
		await cell(open, 0, 'Gender').click();
		await press(open, 'PageDown', 'PageDown', 'PageDown');
		const { row } = await focused(open);
		await open.page.waitForTimeout(200);
		const last = open.asked.findLast(({ method }) => method === 'keep');
		const table = pupils();
		table.kept = (last?.params as { readonly state: unknown } | undefined)?.state;
		await open.page.context().close();
		open = await openTable(table);
		await until(
			async () => (await open.page.locator('.slick-cell.active').count()) === 1,
			'the active cell is painted',
		);
		const active = open.page.locator('.slick-cell.active');
		assert.match((await active.getAttribute('aria-label')) ?? '', /^Gender/);
		const painted = open.page.locator('.slick-row:has(.slick-cell.active)');
		assert.equal(await painted.getAttribute('data-row'), String(row));
	});
});
