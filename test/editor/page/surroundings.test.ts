/** Toolbar, marks and states of the table, with all of its popups in all themes, in plain Chromium. */

import { strict as assert } from 'node:assert';
import { columns, layout } from './madeFile';
import { axeFindings, useMadePages } from './madePage';
import { type Theme, themes } from './themes';

const allThemes = Object.keys(themes) as readonly Theme[];

describe('the table page around its grid', () => {
	const made = useMadePages();

	for (const theme of allThemes) {
		it(`has nothing for axe to find in ${theme}, with any popup open`, async () => {
			await made.open(theme);
			await made.set({
				view: { id: '2', filter: { problems: {}, values: [{ column: 4, values: ['Hispanic', ''] }] } },
				shown: 34,
			});
			assert.deepEqual(await axeFindings(made.page), []);
			for (const [name, openPopup] of Object.entries(made.popups)) {
				await openPopup();
				await made.page.locator('.popup').waitFor();
				await made.shot(`${theme}-${name}`);
				assert.deepEqual(await axeFindings(made.page), [], name);
				await made.page.keyboard.press('Escape');
				await made.page.locator('.popup').waitFor({ state: 'detached' });
			}
		});
	}

	it('fits into 700 pixels', async () => {
		await made.open('light', { width: 700 });
		await made.set({ view: { id: '2', filter: { text: 'ana', problems: {} } }, shown: 34 });
		await made.shot('narrow');
		assert.equal(await made.page.evaluate('document.documentElement.scrollWidth'), 700);
		for (const button of await made.page.locator('.table-toolbar button:visible').all()) {
			const box = await button.boundingBox();
			assert.ok(box && box.x >= 0 && box.x + box.width <= 700, (await button.textContent()) ?? '');
		}
	});

	it('has its tools in one line at 920 pixels, which a filter and its text leave where they are', async () => {
		await made.open('light', { width: 920 });
		const boxes = () =>
			made.page.locator('.table-toolbar :is(.segment, .tool, .box):visible').evaluateAll((nodes) =>
				nodes.map((node) => {
					const { x, y, width } = node.getBoundingClientRect();
					return {
						x,
						y: Math.round(y),
						width,
						isCut: node.matches('button') && node.scrollWidth > node.clientWidth + 1,
					};
				}),
			);
		const before = await boxes();
		assert.equal(before.length, 7);
		for (const { y, isCut } of before) {
			assert.ok(Math.abs(y - before[0]!.y) <= 2, `${y} beside ${before[0]!.y}`);
			assert.equal(isCut, false);
		}
		await made.page
			.getByRole('searchbox', { name: 'Filter rows' })
			.fill('a text that is longer than the box');
		await made.set({ view: { id: '2', filter: { text: 'ana', problems: {} } }, shown: 1234 });
		assert.deepEqual(await boxes(), before);
		const end = await made.page.locator('.counter').boundingBox();
		assert.ok(end && end.x + end.width <= 920 && end.x >= before.at(-1)!.x + before.at(-1)!.width);
	});

	it('wraps its tools together where there is no room for one line', async () => {
		await made.open('light', { width: 700 });
		const tops = await made.page
			.locator('.tools > :visible')
			.evaluateAll((nodes) => nodes.map((node) => Math.round(node.getBoundingClientRect().y)));
		const views = await made.page.locator('.segments').boundingBox();
		assert.ok(views && Math.min(...tops) >= views.y + views.height);
		assert.ok(Math.max(...tops) - Math.min(...tops) <= 2, String(tops));
	});

	it('keeps a popup inside a window of 320 by 256 pixels, which 1,280 by 1,024 at 400% are', async () => {
		await made.open('light', { width: 320 });
		await made.page.setViewportSize({ width: 320, height: 256 });
		for (const name of ['problems', 'columns', 'filter', 'header', 'codes']) {
			await made.popups[name]?.();
			const box = await made.page.locator('.popup').boundingBox();
			assert.ok(box && box.x >= 0 && box.y >= 0, name);
			assert.ok(box.x + box.width <= 320 && box.y + box.height <= 256, name);
			await made.page.keyboard.press('Escape');
		}
	});

	describe('toolbar', () => {
		it('shows another set of columns on a click', async () => {
			await made.open();
			await made.page.getByRole('radio', { name: 'Columns with problems (2)' }).click();
			assert.deepEqual(await made.lastCall(), ['setColumnSet', 'problems']);
			assert.equal(
				await made.page
					.getByRole('radio', { name: 'Columns with problems (2)' })
					.getAttribute('aria-checked'),
				'true',
			);
		});

		it('is one stop of the Tab key, in which arrows move', async () => {
			await made.open();
			await made.page.getByRole('radio', { name: 'My categories' }).focus();
			await made.page.keyboard.press('ArrowRight');
			assert.equal(await made.focused(), 'All columns');
			await made.page.keyboard.press('End');
			assert.equal(await made.focused(), 'Columns…');
			await made.page.keyboard.press('ArrowRight');
			assert.equal(await made.focused(), 'My categories');
			assert.equal(await made.page.locator('.bar [tabindex="0"]:visible').count(), 1);
			await made.page.keyboard.press('Tab');
			assert.equal(await made.focused(), 'Cell');
		});

		it('filters by text a moment after the last key, and Escape takes it off', async () => {
			await made.open();
			const box = made.page.getByRole('searchbox', { name: 'Filter rows' });
			await box.pressSequentially('ana', { delay: 20 });
			await made.page.getByRole('button', { name: 'Remove Contains "ana"' }).waitFor();
			assert.deepEqual(
				(await made.calls()).filter(([name]) => name === 'setFilter'),
				[['setFilter', { text: 'ana' }]],
			);
			await box.press('Escape');
			assert.equal(await box.inputValue(), '');
			assert.equal(await made.page.getByRole('button', { name: 'Clear Filters' }).count(), 0);
		});

		it('gives the keyboard to the box for text, as Ctrl+F does', async () => {
			await made.open();
			await made.page.evaluate('made.surroundings.focusFilter()');
			await made.page.keyboard.type('x');
			assert.equal(await made.page.getByRole('searchbox', { name: 'Filter rows' }).inputValue(), 'x');
		});

		it('counts the rows that are shown, and says each condition', async () => {
			await made.open();
			assert.equal(await made.page.locator('.counter').textContent(), '2,400 rows');
			await made.set({
				view: { id: '2', filter: { values: [{ column: 4, values: ['Hispanic', ''] }] } },
				shown: 34,
			});
			assert.equal(await made.page.locator('.counter').textContent(), '34 of 2,400 rows');
			await made.page.getByRole('button', { name: 'Remove Race: Hispanic, (empty)' }).click();
			assert.deepEqual(await made.lastCall(), ['setFilter', {}]);
		});

		it('offers each kind of problem with its count', async () => {
			await made.open();
			await made.page.getByRole('button', { name: 'Problems (619)' }).click();
			await made.page.getByRole('menuitemradio', { name: 'pets/rare' }).click();
			assert.deepEqual(await made.lastCall(), ['setFilter', { problems: { rule: 'pets/rare' } }]);
		});

		it('lists the problems of the header, and goes there', async () => {
			await made.open();
			const finding = {
				column: 1,
				about: 'field',
				severity: 'warning',
				message: 'The column Name appears twice.',
			};
			await made.set({ layout: { ...layout, findings: [finding] } });
			await made.page.getByRole('button', { name: 'Problems (620)' }).click();
			await made.page.getByRole('menuitem', { name: 'The column Name appears twice.' }).click();
			assert.deepEqual(await made.lastCall(), ['reveal', { record: 0, column: 1 }]);
		});

		it('shows and hides columns', async () => {
			await made.open();
			await made.page.getByRole('button', { name: 'Columns…' }).click();
			await made.page.keyboard.type('gen');
			await made.page.getByRole('checkbox', { name: 'Gender' }).click();
			assert.deepEqual(await made.lastCall(), ['hideColumn', 3]);
			await made.page.getByRole('checkbox', { name: 'Gender' }).click();
			assert.deepEqual(await made.lastCall(), ['showColumn', 3]);
		});

		it('has the schools at hand, where the file has a column of them', async () => {
			await made.open();
			await made.page.getByRole('button', { name: 'School' }).click();
			await made.page.getByRole('dialog', { name: 'Filter School_id' }).waitFor();
			await made.page.keyboard.press('Escape');
			await made.set({ layout: { ...layout, columns: columns.filter(({ role }) => role !== 'school') } });
			assert.equal(await made.page.getByRole('button', { name: 'School' }).count(), 0);
		});
	});

	it('jumps to where a mark of the scroll bar is', async () => {
		await made.open();
		const mark = made.page.locator('.mark.warning');
		await mark.waitFor();
		await mark.click();
		const [name, row] = (await made.lastCall()) as [string, number];
		assert.equal(name, 'scrollToRow');
		// The 103rd of 144 parts of 2,400 rows.
		assert.ok(row > 1680 && row < 1740, String(row));
	});

	describe('without rows', () => {
		it('says that the file is loading, or why it cannot be shown, with the way out', async () => {
			await made.open('light', { isLoaded: false });
			assert.equal(await made.page.locator('.state p').textContent(), 'Loading students.csv…');
			await made.set({ layout: { ...layout, problem: 'The first row is not a header.' }, shown: 0 });
			assert.match(
				(await made.page.locator('.state p').textContent()) ?? '',
				/The first row is not a header\./,
			);
			await made.page.locator('.state').getByRole('button', { name: 'Open as Text' }).click();
			assert.deepEqual(await made.lastCall(), ['openText', { record: 0, column: 0 }]);
		});

		it('offers to insert the first row under a header', async () => {
			await made.open();
			await made.set({ layout: { ...layout, total: 0 }, shown: 0 });
			assert.match(
				(await made.page.locator('.state').textContent()) ?? '',
				/students\.csv has a header and no rows\./,
			);
			await made.page.getByRole('button', { name: 'Insert Row' }).click();
			assert.deepEqual(await made.lastCall(), [
				'edit',
				{ type: 'insertRows', record: 0, count: 1, below: true },
			]);
		});

		it('offers to clear a filter that fits no row', async () => {
			await made.open();
			await made.set({ view: { id: '2', filter: { text: 'zz' } }, shown: 0 });
			await made.page.locator('.state').getByRole('button', { name: 'Clear Filters' }).click();
			assert.deepEqual(await made.lastCall(), ['setFilter', {}]);
		});

		it('keeps the last rows, dimmed, while the server is down', async () => {
			await made.open();
			await made.set({ unavailable: 'The checker stopped. Rows may be out of date.' });
			assert.match((await made.page.locator('.state p').textContent()) ?? '', /The checker stopped/);
			assert.equal(await made.page.locator('.table-grid.dimmed').count(), 1);
			await made.shot('unavailable');
			await made.page.evaluate('made.set({ unavailable: undefined })');
			assert.equal(await made.page.locator('.table-grid.dimmed').count(), 0);
		});
	});
});
