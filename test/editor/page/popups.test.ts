/** Menus, filters, list of codes and details of the table, in plain Chromium. */

import { strict as assert } from 'node:assert';
import { columns, opened, raceValues } from './madeFile';
import { useMadePages } from './madePage';

describe('the popups of the table page', () => {
	const made = useMadePages();

	describe('filter of a column', () => {
		it('lists the values with counts and problems, and shows the rows of those that are checked', async () => {
			await made.open();
			await made.openColumnFilter();
			assert.deepEqual(await made.page.locator('.line').allInnerTexts(), [
				'(empty)\n100',
				'✕\nHispanic\n12',
				'P\nHawaiian or Pacific Islander\n888',
				'W\nWhite\n1,400',
			]);
			await made.page.getByRole('checkbox', { name: 'Hispanic' }).check();
			await made.page.getByRole('checkbox', { name: '(empty)' }).check();
			await made.page.getByRole('button', { name: 'Apply' }).click();
			assert.deepEqual(await made.lastCall(), [
				'setFilter',
				{ values: [{ column: 4, values: ['Hispanic', ''] }] },
			]);
		});

		it('has the values in the order of a spreadsheet, those with problems first', async () => {
			await made.open();
			const problem = { severity: 'error', message: 'No such code.' };
			const values = [
				{ value: '10', count: 900 },
				{ value: 'b', count: 5 },
				{ value: '9', count: 3 },
				{ value: 'x2', count: 2, problem },
				{ value: '-1', count: 1 },
				{ value: 'B', count: 1, problem },
			];
			await made.page.evaluate(
				`made.answers.values = ${JSON.stringify({ ...raceValues, values, empty: 0 })}`,
			);
			await made.openColumnFilter();
			assert.deepEqual(await made.page.locator('.line-label').allInnerTexts(), [
				...['B', 'x2'],
				...['-1', '9', '10', 'b'],
			]);
		});

		it('takes what the search finds on Enter, and nothing on Escape', async () => {
			await made.open();
			await made.openColumnFilter();
			await made.page.keyboard.type('pacific');
			await made.page.keyboard.press('Escape');
			assert.equal((await made.calls()).filter(([name]) => name === 'setFilter').length, 0);
			await made.openColumnFilter();
			await made.page.keyboard.type('pacific');
			await made.page.keyboard.press('Enter');
			assert.deepEqual(await made.lastCall(), ['setFilter', { values: [{ column: 4, values: ['P'] }] }]);
		});

		it('says that passwords are never shown', async () => {
			await made.open();
			await made.page.evaluate(
				`made.answers.values = ${JSON.stringify({ ...raceValues, values: [], kind: 'secret' })}`,
			);
			await made.openColumnFilter();
			assert.deepEqual(await made.lastCall(), ['tell', 'Race is never shown, so there is no value to pick.']);
		});

		it('stays quick with 1,000 values', async () => {
			await made.open();
			const values = Array.from({ length: 1000 }, (_, at) => ({ value: `V${at}`, count: at }));
			await made.page.evaluate(`made.answers.values = ${JSON.stringify({ ...raceValues, values })}`);
			await made.openColumnFilter();
			await made.page.locator('.line').nth(999).waitFor({ state: 'attached' });
			const milliseconds = await made.page.evaluate<number>(`(() => {
				const box = document.querySelector('.check-list input[type=search]');
				const start = performance.now();
				for (const text of ['v', 'v9', 'v99', '']) {
					box.value = text;
					box.dispatchEvent(new Event('input'));
					box.getBoundingClientRect();
				}
				return (performance.now() - start) / 4;
			})()`);
			assert.ok(milliseconds < 100, `${milliseconds} ms for a key`);
		});
	});

	describe('menus', () => {
		it('give the keyboard back on Escape and close on a click elsewhere', async () => {
			await made.open();
			await made.page.getByRole('button', { name: 'Cell', exact: true }).focus();
			await made.openHeaderMenu();
			await made.page.getByRole('menu', { name: 'Column Race' }).waitFor();
			await made.page.keyboard.press('Escape');
			assert.equal(await made.focused(), 'Cell');
			await made.openHeaderMenu();
			await made.page.locator('.popup').waitFor();
			await made.page.mouse.click(600, 400);
			assert.equal(await made.page.locator('.popup').count(), 0);
		});

		it('close when the table is scrolled', async () => {
			await made.open();
			await made.openHeaderMenu();
			await made.page.locator('.popup').waitFor();
			await made.page.evaluate("document.querySelector('.table-grid').dispatchEvent(new Event('scroll'))");
			assert.equal(await made.page.locator('.popup').count(), 0);
		});

		it('move by arrows, Home, End and letters', async () => {
			await made.open();
			await made.openHeaderMenu();
			await made.page.keyboard.press('End');
			assert.match(await made.focused(), /Accept "Hispanic" in Race/);
			await made.page.keyboard.press('ArrowDown');
			assert.match(await made.focused(), /Set Hispanic_Latino to Y/);
			await made.page.keyboard.type('m');
			assert.match(await made.focused(), /Move Left/);
			await made.page.keyboard.press('Enter');
			assert.deepEqual(await made.lastCall(), ['moveColumn', 4, 3]);
		});

		it('have the preferred fix first, and decisions after a line', async () => {
			await made.open();
			await made.page.evaluate('made.surroundings.openActions()');
			assert.deepEqual(await made.page.locator('.menu .menu-label').allTextContents(), [
				'Set Hispanic_Latino to Y',
				'Change "Hispanic" to W',
				'Accept "Hispanic" in Race',
			]);
			await made.page.keyboard.press('Enter');
			assert.deepEqual(await made.lastCall(), ['act', { index: 0 }]);
		});

		it('say that there is no fix', async () => {
			await made.open();
			await made.page.evaluate('made.answers.actions = []; made.surroundings.openActions()');
			await made.page.getByRole('menuitem', { name: 'No fix for this value', disabled: true }).waitFor();
		});

		it('of a cell insert, delete and filter', async () => {
			await made.open();
			const choose = async (name: string): Promise<unknown> => {
				await made.page.evaluate('made.surroundings.openActions({ x: 300, y: 120 })');
				await made.page.getByRole('menuitem', { name }).click();
				return made.lastCall();
			};
			const selection = [{ first: 4, last: 4, columns: [4] }];
			assert.deepEqual(await choose('Insert Row Below'), [
				'edit',
				{ type: 'insertRows', record: 5, count: 1, below: true },
			]);
			assert.deepEqual(await choose('Delete Row'), ['edit', { type: 'deleteRows', ranges: selection }]);
			assert.deepEqual(await choose('Empty Cell'), ['edit', { type: 'fill', ranges: selection, value: '' }]);
			assert.deepEqual(await choose('Filter by This Value'), [
				'setFilter',
				{ values: [{ column: 4, values: ['Hispanic'] }] },
			]);
			assert.deepEqual(await choose('Open as Text Here'), ['openText', { record: 5, column: 4 }]);
		});
	});

	describe('list of codes', () => {
		it('takes the highlighted code on Enter', async () => {
			await made.open();
			await made.page.evaluate("made.editCell('')");
			await made.page.keyboard.type('pacific');
			assert.deepEqual(await made.page.locator('.code-option').allTextContents(), [
				'P Hawaiian or Pacific Islander',
				'Keep “pacific” (not a code)',
			]);
			await made.page.keyboard.press('Enter');
			assert.deepEqual(await made.lastCall(), ['enter', 'P']);
		});

		it('takes the code that begins with what was typed on the cell', async () => {
			await made.open();
			await made.page.evaluate("made.editCell('p', true)");
			await made.page.keyboard.press('Enter');
			assert.deepEqual(await made.lastCall(), ['enter', 'P']);
			await made.page.evaluate("made.editCell('q', true)");
			await made.page.keyboard.press('Enter');
			assert.deepEqual(await made.lastCall(), ['enter', 'q']);
		});

		it('leaves a text that is no code, and says so', async () => {
			await made.open();
			await made.page.evaluate("made.editCell('')");
			await made.page.keyboard.type('xyz');
			assert.deepEqual(await made.page.locator('.code-option').allTextContents(), [
				'Keep “xyz” (not a code)',
			]);
			await made.page.keyboard.press('Enter');
			assert.deepEqual(await made.lastCall(), ['enter', 'xyz']);
		});

		it('says by which word a code was found, and its definition', async () => {
			await made.open();
			await made.page.evaluate("made.editCell('')");
			await made.page.keyboard.type('cauc');
			assert.equal(await made.page.locator('.code-option').first().textContent(), 'W White “Caucasian”');
			await made.page.getByRole('combobox').fill('b');
			assert.equal(await made.page.locator('.code-definition').textContent(), 'Black or African American');
		});

		it('lists all codes for a value that is none, and highlights the one that it means', async () => {
			await made.open();
			await made.page.evaluate("made.editCell('caucasian')");
			assert.equal(await made.page.locator('.code-option').count(), 5);
			await made.page.keyboard.press('Enter');
			assert.deepEqual(await made.lastCall(), ['enter', 'W']);
		});

		it('changes nothing before a key where a value means no code, and moves by arrows', async () => {
			await made.open();
			await made.page.evaluate("made.editCell('Hispanic')");
			await made.page.keyboard.press('Enter');
			assert.deepEqual(await made.lastCall(), ['enter', 'Hispanic']);
			await made.page.evaluate("made.editCell('B')");
			assert.equal(await made.page.locator('.code-option').count(), 4);
			await made.page.keyboard.press('ArrowDown');
			const active = await made.page.getByRole('combobox').getAttribute('aria-activedescendant');
			assert.match((await made.page.locator(`#${active}`).textContent()) ?? '', /^P /);
			await made.page.keyboard.press('Enter');
			assert.deepEqual(await made.lastCall(), ['enter', 'P']);
		});
	});

	describe('details', () => {
		it('say the whole value, its findings and where it is', async () => {
			await made.open();
			assert.equal(await made.page.locator('.details-place').textContent(), 'Row 6 · Race');
			assert.equal(await made.page.locator('.details-value').textContent(), 'Hispanic');
			assert.match(
				(await made.page.locator('.details-findings').textContent()) ?? '',
				/Race has no code "Hispanic"/,
			);
			await made.page.getByRole('button', { name: 'Fix…' }).click();
			await made.page.getByRole('menu', { name: 'Fixes' }).waitFor();
		});

		it('ask for a value that is cut, and show what is hidden in it', async () => {
			await made.open();
			await made.page.evaluate("made.answers.cell = 'a\\u202eb\\nsecond line'");
			await made.set({ active: { ...opened.active, isCut: true } });
			await made.page.getByText('second line').waitFor();
			assert.equal(await made.page.locator('.details-value').textContent(), 'a<U+202E>b\nsecond line');
		});

		it('say what a code means, and how many cells are selected', async () => {
			await made.open();
			await made.set({ active: { ...opened.active, value: 'W' }, selectedCells: 1204 });
			await made.page.locator('.details-value', { hasText: 'W White' }).waitFor();
			assert.equal(
				await made.page.locator('.details-place').textContent(),
				'Row 6 · Race · 1,204 cells selected',
			);
		});

		it('say the findings of all selected cells of the row', async () => {
			await made.open();
			const { active } = opened;
			await made.set({ active: { ...active, column: columns[0] }, selection: [] });
			assert.equal(await made.page.locator('.details-findings li').count(), 0);
			await made.set({ selection: [{ first: 4, last: 4, columns: [0, 1, 2, 3, 4] }] });
			assert.equal(await made.page.locator('.details-findings li').count(), 1);
			assert.equal(await made.page.getByRole('button', { name: 'Fix…' }).count(), 0);
		});

		it('read out what the page has to say', async () => {
			await made.open();
			await made.set({ notice: 'Applying 10,000 cells…' });
			assert.equal(await made.page.getByText('Applying 10,000 cells…').count(), 1);
			assert.equal(await made.page.locator('.details-notice').getAttribute('role'), 'status');
		});
	});
});
