import assert from 'node:assert/strict';
import { endBrowser, type OpenPage, type PageOptions } from './harness';
import { axeFinds, cell, openTable, place, press, until } from './onPage';
import { pupils } from './pupils';

const names = [
	...['Student_id', 'Last_name', 'First_name'],
	...Array.from({ length: 37 }, (_, at) => `Column_${at + 1}`),
];

/** A table of 40 columns, the ID and the names first. */
const wide = () =>
	pupils(400, {
		columns: names.map((name, at) => ({ name, role: at === 0 ? 'key' : at < 3 ? 'name' : 'category' })),
		value: (row, column) => `${row}/${column}`,
		findings: () => [],
	});

const HEADER = '.slick-header-right';
const ROWS = '.slick-viewport-top.slick-viewport-right';

describe('the layout of the table', () => {
	let open: OpenPage;
	after(endBrowser);
	afterEach(async () => {
		assert.deepEqual([open.complaints, await open.page.evaluate('window.violations')], [[], []]);
		await open.page.context().close();
	});
	const header = (name: string) => open.page.locator(`.slick-header-column[aria-label="${name}"]`);
	const begin = async (options?: PageOptions): Promise<void> => {
		open = await openTable(wide(), options);
	};
	const lefts = (): Promise<readonly [number, number]> =>
		open.page.evaluate<[number, number]>(
			`['${HEADER}', '${ROWS}'].map((name) => document.querySelector(name).scrollLeft)`,
		);
	const inStep = (what: string): Promise<void> =>
		until(async () => {
			const [head, rows] = await lefts();
			return head === rows && rows > 0;
		}, what);

	describe('keeps headers above their values', () => {
		it('when keys go along the headers', async () => {
			await begin();
			await cell(open, 0, 'Last_name').click();
			await press(open, 'ArrowUp');
			for (let step = 0; step < 38; step++) await press(open, 'ArrowRight');
			assert.equal(await place(open), '-1 Column_37');
			await inStep('at the end');
			const [above, below] = [
				await header('Column_37').boundingBox(),
				await cell(open, 0, 'Column_37').boundingBox(),
			];
			assert.equal(above?.x, below?.x);
			for (let step = 0; step < 20; step++) await press(open, 'ArrowLeft');
			await inStep('on the way back');
		});

		for (const way of ['focus()', 'scrollIntoView()', "scrollIntoView({ inline: 'center' })"]) {
			it(`when a header is shown by ${way}`, async () => {
				await begin();
				await open.page.evaluate(
					`document.querySelector('.slick-header-column[aria-label="Column_20"]').${way}`,
				);
				await inStep(way);
				await cell(open, 0, 'Column_20').waitFor();
				const [above, below] = [
					await header('Column_20').boundingBox(),
					await cell(open, 0, 'Column_20').boundingBox(),
				];
				assert.equal(above?.x, below?.x);
				assert.ok((above?.x ?? 0) + (above?.width ?? 0) <= 1000);
			});
		}

		it('when the last header is scrolled further than the rows go', async () => {
			await begin();
			await open.page.evaluate(`document.querySelector('${HEADER}').scrollLeft = 1e6`);
			await inStep('at the end');
		});

		it('when other columns are shown', async () => {
			await begin();
			await open.page.evaluate(`document.querySelector('${ROWS}').scrollLeft = 900`);
			await inStep('scrolled');
			await open.page.getByRole('radio', { name: 'All columns' }).click();
			const [head, rows] = await lefts();
			assert.equal(head, rows);
		});

		it('and both halves of a row beside each other', async () => {
			await begin();
			const tops = (): Promise<number[]> =>
				open.page.evaluate<number[]>(
					"[...document.querySelectorAll('.slick-viewport-top')].map((each) => each.scrollTop)",
				);
			await open.page.evaluate(
				"[...document.querySelectorAll('.slick-viewport-left .slick-row')].at(-1).scrollIntoView()",
			);
			await until(async () => {
				const [left = 0, right = 0] = await tops();
				return left === right && left > 0;
			}, 'the halves are in step');
		});
	});

	describe('pins the ID and the names', () => {
		const pinned = (): Promise<string[]> =>
			open.page
				.locator('.slick-header-left .slick-header-column')
				.evaluateAll((nodes) => nodes.map((node) => node.getAttribute('aria-label') ?? 'Row'));

		it('at 920 pixels, which are a window of 1,280 beside the Explorer', async () => {
			await begin({ width: 920 });
			assert.deepEqual(await pinned(), ['Row', 'Student_id', 'Last_name', 'First_name']);
		});

		it('fewer of them in a narrower window', async () => {
			await begin({ width: 700 });
			assert.deepEqual(await pinned(), ['Row', 'Student_id', 'Last_name']);
			await open.page.setViewportSize({ width: 420, height: 700 });
			await until(async () => (await pinned()).length === 2, 'the ID is left');
			assert.deepEqual(await pinned(), ['Row', 'Student_id']);
		});
	});

	describe('opens the menu of a header', () => {
		const menu = () => open.page.getByRole('menu', { name: 'Column Column_1', exact: true });

		it('on a right click, without that of VS Code', async () => {
			await begin();
			await open.page.evaluate(`document.addEventListener('contextmenu', (event) => {
				setTimeout(() => { window.isPrevented = event.defaultPrevented; });
			}, true)`);
			await header('Column_1').click({ button: 'right' });
			await menu().waitFor();
			assert.equal(await open.page.evaluate('window.isPrevented'), true);
			await press(open, 'Escape');
			assert.equal(await menu().count(), 0);
		});

		it('by Shift+F10 and the Menu key', async () => {
			await begin();
			await cell(open, 0, 'Column_1').click();
			await press(open, 'ArrowUp');
			assert.equal(await place(open), '-1 Column_1');
			for (const key of ['Shift+F10', 'ContextMenu']) {
				await press(open, key);
				await menu().waitFor();
				await press(open, 'Escape');
			}
		});
	});

	it('says that it is sorted, and by what, with a way back', async () => {
		await begin();
		await header('Last_name').click({ position: { x: 20, y: 10 } });
		const chip = open.page.getByRole('button', { name: 'Remove Sorted by Last_name, ascending' });
		assert.equal(await chip.textContent(), 'Sorted by Last_name ▲×');
		await header('Last_name').click({ position: { x: 20, y: 10 } });
		const descending = open.page.getByRole('button', { name: 'Remove Sorted by Last_name, descending' });
		assert.equal(await descending.textContent(), 'Sorted by Last_name ▼×');
		assert.deepEqual(await axeFinds(open), []);
		await descending.click();
		assert.equal(await header('Last_name').getAttribute('aria-sort'), 'none');
		assert.equal(await descending.count(), 0);
	});

	it('has room in each header for its name, its signs and its menu', async () => {
		const wrong = { problems: 3, severity: 'error', width: 1, role: 'category' } as const;
		open = await openTable(
			pupils(20, {
				columns: [
					{ name: 'Key', role: 'key' },
					...['R', 'Race', 'Gender', 'WMWM_id'].map((name) => ({ name, ...wrong })),
				],
				value: () => 'x',
				findings: () => [],
			}),
		);
		for (const name of ['R', 'Race', 'Gender', 'WMWM_id']) {
			await header(name).click({ position: { x: 10, y: 10 } });
			const found = await open.page.evaluate(`(() => {
				const node = document.querySelector('.slick-header-column[aria-label="${name}"]');
				const text = node.querySelector('.slick-column-name');
				const sign = getComputedStyle(node, '::after');
				const width = parseFloat(sign.marginLeft) + parseFloat(sign.width);
				const menu = node.querySelector('.header-menu').getBoundingClientRect();
				return {
					isCut: text.scrollWidth > text.clientWidth,
					sign: sign.content,
					isSignSeen: text.getBoundingClientRect().right + width <= menu.left,
				};
			})()`);
			assert.deepEqual(found, { isCut: false, sign: '"▲"', isSignSeen: true }, name);
		}
	});

	it('covers no cell with the marks of the scroll bar', async () => {
		await begin({ width: 700 });
		await open.page.evaluate(`document.querySelector('${ROWS}').scrollLeft = 1e6`);
		await inStep('at the end');
		const strip = await open.page.locator('.table-marks').boundingBox();
		const rows = await open.page.locator(ROWS).boundingBox();
		const last = await cell(open, 0, 'Column_37').boundingBox();
		assert.ok(strip && rows && last && strip.width >= 8);
		assert.ok(rows.x + rows.width <= strip.x && last.x + last.width <= strip.x);
		const bar = await open.page.evaluate<number>(`(() => {
			const rows = document.querySelector('${ROWS}');
			return rows.offsetHeight - rows.clientHeight;
		})()`);
		assert.equal(strip.y, rows.y);
		assert.equal(strip.y + strip.height, rows.y + rows.height - bar);
	});
});
