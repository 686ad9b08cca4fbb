/** The parts around the grid, with the grid itself: what one says to the other. */

import assert from 'node:assert/strict';
import { endBrowser, type OpenPage, type PageAnswers } from './harness';
import { raceValues } from './madeFile';
import { axeFinds, cell, focused, lastAsked, openTable, place, press, until } from './onPage';
import { pupils, WRONG_ROW } from './pupils';

/** The made-up table, with values to filter by and fixes, and codes that come late. */
function answers(): PageAnswers {
	const table = pupils();
	const values = {
		...raceValues,
		values: [
			{ value: '7', count: 1, problem: { severity: 'error', message: 'Race has no code 7.' } },
			{ value: 'Ra5', count: 1 },
		],
	} as const;
	const fix = { index: 0, title: 'Change "7" to A', isPreferred: true, isFix: true };
	return {
		async answer(method, params) {
			if (method === 'values') return values as never;
			if (method === 'actions') return [fix] as never;
			if (method === 'codes') await new Promise((resolve) => setTimeout(resolve, 300));
			return table.answer(method, params);
		},
	};
}

describe('the table with what is around it', () => {
	let open: OpenPage;
	beforeEach(async () => {
		open = await openTable(answers());
	});
	afterEach(async () => {
		assert.deepEqual(open.complaints, []);
		await open.page.context().close();
	});
	after(endBrowser);

	const rows = async (): Promise<string | null> => open.page.locator('.counter').textContent();

	it('loses no key while the codes of a column are on their way', async () => {
		const values = (): readonly unknown[] =>
			open.asked.flatMap((asked) =>
				asked.method === 'edit' && asked.params.action.type === 'fill'
					? [[asked.params.action.ranges[0]?.first, asked.params.action.value]]
					: [],
			);
		await cell(open, 10, 'Race').click();
		await press(open, 'p', 'a', 'c', 'Enter', 'z', 'z', 'Tab');
		await until(() => values().length === 2, 'two edits');
		assert.deepEqual(values(), [
			[10, 'P'],
			[11, 'zz'],
		]);
	});

	it('filters by the value of a column from its header, and back', async () => {
		await cell(open, 0, 'Race').click();
		await press(open, 'ArrowUp', 'Alt+ArrowDown');
		await open.page.getByRole('dialog', { name: 'Filter Race' }).waitFor();
		await open.page.getByRole('checkbox', { name: '7' }).check();
		await press(open, 'Enter');
		await until(async () => (await rows()) === '1 of 2,000 rows', 'one row');
		assert.equal(await cell(open, 0, 'Race').textContent(), '7');
		await open.page.getByRole('button', { name: 'Clear Filters' }).click();
		await until(async () => (await rows()) === '2,000 rows', 'all rows');
	});

	it('sorts from the menu of a header, which gives the keyboard back', async () => {
		await open.page.getByRole('button', { name: 'Menu of Race' }).click();
		await open.page.getByRole('menuitemradio', { name: 'Sort Descending' }).click();
		await until(
			() => JSON.stringify(lastAsked(open, 'rows')).includes('"descending":true'),
			'rows in another order',
		);
		assert.equal(await open.page.locator('.popup').count(), 0);
		assert.notEqual((await focused(open)).name, 'BODY');
	});

	it('fixes a cell by Ctrl+.', async () => {
		await cell(open, WRONG_ROW, 'Race').click();
		await press(open, 'Control+.');
		await open.page.getByRole('menuitem', { name: 'Change "7" to A' }).waitFor();
		assert.deepEqual(await axeFinds(open), []);
		await press(open, 'Enter');
		await until(() => lastAsked(open, 'act') !== undefined, 'the fix');
		assert.deepEqual(lastAsked(open, 'actions'), { record: WRONG_ROW + 1, column: 4 });
		assert.equal((await focused(open)).name, 'Race: 7, error');
	});

	it('opens the menu of a cell by a right click and by Shift+F10', async () => {
		await cell(open, 5, 'Gender').click({ button: 'right' });
		await open.page.getByRole('menuitem', { name: 'Insert Row Below' }).click();
		await until(() => lastAsked(open, 'edit') !== undefined, 'a row');
		assert.deepEqual((lastAsked(open, 'edit') as { action: unknown }).action, {
			type: 'insertRows',
			record: 6,
			count: 1,
			below: true,
		});
		// The new row becomes the active one, which closes a menu.
		await until(async () => (await place(open)).startsWith('6 '), 'the new row is active');
		await press(open, 'Shift+F10');
		await open.page.getByRole('menuitem', { name: 'Copy' }).waitFor();
	});

	it('says in the details what is wrong with the active cell', async () => {
		await cell(open, WRONG_ROW, 'Race').click();
		await open.page.locator('.details-findings', { hasText: 'Race has no code 7. Use A or B.' }).waitFor();
		assert.equal(await open.page.locator('.details-place').textContent(), 'Row 5 · Race');
	});

	it('asks for the counts until the file is checked', async () => {
		await open.page.context().close();
		const table = pupils();
		let asked = 0;
		let later: string[] = [];
		const rules = [{ rule: 'pets/rare', severity: 'error', count: 7 }];
		open = await openTable({
			async answer(method, params) {
				const answer = await table.answer(method, params);
				if (method !== 'layout') {
					later.push(method);
					return answer;
				}
				later = [];
				const isComplete = ++asked > 2;
				return { ...(answer as object), isComplete, ...(isComplete ? { rules } : {}) } as never;
			},
		});
		await open.page.getByRole('button', { name: 'Problems (7)' }).waitFor();
		const last = asked;
		await open.page.waitForTimeout(1200);
		assert.equal(asked, last);
		assert.ok(later.includes('rows') && later.includes('marks'), `then only: ${later.join(', ')}`);
	});

	it('hides a column and shows it again', async () => {
		await open.page.getByRole('button', { name: 'Columns…' }).click();
		await open.page.getByRole('checkbox', { name: 'Gender' }).uncheck();
		await until(async () => (await cell(open, 0, 'Gender').count()) === 0, 'no Gender');
		await open.page.getByRole('checkbox', { name: 'Gender' }).check();
		await cell(open, 0, 'Gender').waitFor();
		await open.page.getByRole('checkbox', { name: 'Gender' }).uncheck();
		await open.page.getByRole('button', { name: 'Close' }).click();
		await open.page.getByRole('button', { name: 'Columns… (1 hidden)' }).click();
		await open.page.getByRole('button', { name: 'Show All' }).click();
		await cell(open, 0, 'Gender').waitFor();
		await open.page.getByRole('button', { name: 'Columns…', exact: true }).waitFor();
	});
});
