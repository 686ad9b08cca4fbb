/** The import's page with real keys and a real mouse, under the policy of its webview. */

import assert from 'node:assert/strict';
import type { ImportView } from '../../../server/src/protocol';
import { endImportBrowser, type ImportOptions, type ImportPageOpen, openImport } from './importHarness';
import { settled, stateOf, unsettled, viewOf } from './madeImport';
import { target, value } from './madeTargets';
import { until } from './onPage';

describe("the import's page", () => {
	let open: ImportPageOpen;
	const begin = async (view: ImportView, options?: ImportOptions): Promise<void> => {
		open = await openImport(view, options);
	};
	const press = async (...keys: readonly string[]): Promise<void> => {
		for (const key of keys) await open.page.keyboard.press(key);
	};
	const focusComesTo = (wanted: RegExp): Promise<void> =>
		until(async () => wanted.test(await open.focused()), `the keyboard is on ${wanted}`);
	const heading = async (): Promise<string | null> => open.page.locator('#left').textContent();
	/** Lets the page draw what it was told. */
	const settle = (): Promise<unknown> =>
		open.page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30)))');
	after(endImportBrowser);
	afterEach(async () => {
		assert.deepEqual(open.complaints, []);
		await open.page.close();
	});

	describe('stops at the student ID', () => {
		it('with the candidates, their values and how many of their IDs the roster has', async () => {
			await begin(unsettled);
			const cards = await open.page.locator('.id-card .candidate').allTextContents();
			assert.equal(cards.length, 2);
			assert.match(cards[0] ?? '', /personID.*100482, 100483.*2,301 of 2,400 IDs are in students\.csv/);
			assert.match(cards[1] ?? '', /stateID.*0 of 2,398 IDs are in students\.csv/);
		});

		it('lets nothing be imported until it is chosen', async () => {
			await begin(unsettled);
			assert.ok(await open.page.locator('#import').isDisabled());
			await press('Enter');
			await until(() => open.page.locator('#import').isEnabled(), 'Import is enabled');
			assert.deepEqual(open.decisions(), [{ kind: 'column', element: 'Student_id', from: 'personID' }]);
			assert.equal(await open.page.locator('.id-card').count(), 0);
		});

		it('takes any column of the export, and offers no way without one', async () => {
			await begin(unsettled);
			await open.page.getByRole('button', { name: 'Another Column…' }).first().click();
			const lines = await open.page.getByRole('option').allTextContents();
			assert.equal(
				lines.some((line) => line.includes('No Column')),
				false,
			);
			await open.page.keyboard.type('bus');
			await press('Enter');
			await until(() => open.decisions().length > 0, 'a column is chosen');
			assert.deepEqual(open.decisions(), [{ kind: 'column', element: 'Student_id', from: 'busRoute' }]);
		});
	});

	it('sets another column where a value belongs there, with one key', async () => {
		const belongsIn = { element: 'Hispanic_Latino', code: 'Y' };
		const targets = settled.plan.targets.map((each) =>
			each.element === 'Race'
				? { ...each, codeTables: [], values: [value('H', 15, undefined, { belongsIn }), value('W', 5, 'W')] }
				: each,
		);
		await begin(viewOf(targets, settled.columns));
		await focusComesTo(/^Set Hispanic_Latino to Y for H$/);
		await press('Enter');
		await until(() => open.decisions().length > 0, 'it is decided');
		const fed = (name: string) => targets.find(({ element }) => element === name)?.from ?? [];
		const from = fed('Race');
		const toFrom = [...new Set([...fed('Hispanic_Latino'), ...from])];
		assert.deepEqual(open.decisions(), [
			{ kind: 'belongsIn', element: 'Race', value: 'H', to: 'Hispanic_Latino', from, toFrom },
		]);
	});

	it('starts over as one step to undo', async () => {
		await begin(settled);
		await open.page.getByRole('button', { name: 'Start Over' }).click();
		await until(() => open.decisions().length > 0, 'it starts over');
		assert.deepEqual(open.decisions(), [{ kind: 'startOver' }]);
	});

	it('finds columns by words in any order', async () => {
		await begin(unsettled);
		await open.page.getByRole('button', { name: 'Another Column…' }).first().click();
		await open.page.keyboard.type('walk route');
		const lines = await open.page.getByRole('option').allTextContents();
		assert.equal(lines.length, 1);
		assert.match(lines[0] ?? '', /busRoute/);
	});

	it('counts what is left in the heading and on the button', async () => {
		await begin(unsettled);
		assert.equal(await heading(), '3 columns and 11 values left, 1 question about blanks');
		await begin(settled);
		assert.equal(await heading(), 'Everything is settled');
		assert.equal(await open.page.locator('#import').textContent(), 'Import');
		const oneLeft = viewOf(
			settled.plan.targets.map((each) =>
				each.element === 'Gender' ? { ...each, values: [value('?', 3), value('F', 1, 'F')] } : each,
			),
			settled.columns,
		);
		await open.show(stateOf(oneLeft));
		await settle();
		assert.equal(await heading(), '1 value left');
		assert.equal(await open.page.locator('#import').textContent(), 'Import With 1 Value Left Unchanged');
	});

	it('has what is not settled first', async () => {
		await begin(unsettled);
		const names = await open.page.locator('.target h3').allTextContents();
		const unsettledNames = ['Gender', 'Race', 'Hispanic_Latino', 'Home_language', 'Frl_status', 'IEP_status'];
		assert.deepEqual(names.slice(0, 7), [...unsettledNames, 'ext.idea_indicator']);
		assert.equal(names[7], 'Ell_status');
	});

	it('is done by the keyboard alone, and goes on to the next by itself', async () => {
		await begin(unsettled);
		let keys = 0;
		const decide = async (wanted: RegExp, ...pressed: readonly string[]): Promise<void> => {
			await focusComesTo(wanted);
			keys += pressed.length;
			await press(...pressed);
		};
		await decide(/^personID/, 'Enter');
		await decide(/^Other… for N$/, 'x', 'Enter');
		// A table of codes for the numbers of Race; the one value that it lacks follows.
		await decide(/Infinite Campus: raceEthnicityFed/, 'Enter');
		await decide(/^Choose… for 1$/, 'w', 'Enter');
		await decide(/^raceEthnicityFed/, 'Enter');
		await decide(/^Somali for Somali/, 'Enter');
		await decide(/^F Free for T$/, 'Enter');
		await decide(/^N Not eligible for P$/, 'Enter');
		await decide(/^Stays Empty for a blank/, 'ArrowRight', 'ArrowRight', 'Enter');
		await decide(/^iep/, 'Enter');
		await focusComesTo(/^Import$/);
		assert.equal(await heading(), 'Everything is settled');
		await press('Enter');
		await until(() => open.methods().includes('import'), 'the import is asked for');
		assert.equal(keys + 1, 15);
	});

	it('brings back with undo what was decided', async () => {
		await begin(unsettled);
		await press('Enter');
		await focusComesTo(/^Other… for N$/);
		await press('f', 'Enter');
		await focusComesTo(/Infinite Campus/);
		await open.undo();
		await focusComesTo(/^Other… for N$/);
		await open.undo();
		await focusComesTo(/^personID/);
	});

	it('goes to the next and the one before with F8', async () => {
		await begin(unsettled);
		await press('F8');
		await focusComesTo(/^Other… for N$/);
		await press('F8');
		await focusComesTo(/Infinite Campus/);
		await press('Shift+F8', 'Shift+F8');
		await focusComesTo(/^personID/);
		await open.page.getByRole('button', { name: /^Next/ }).click();
		await focusComesTo(/^personID|^Other… for N$/);
	});

	describe('decides values', () => {
		it('by one click on a code', async () => {
			await begin(unsettled);
			await open.page.getByRole('button', { name: 'X Non-binary for N' }).click();
			await until(() => open.decisions().length === 1, 'it is decided');
			assert.deepEqual(open.decisions(), [{ kind: 'code', element: 'Gender', value: 'N', code: 'X' }]);
		});

		it('as empty, unchanged, or another code, from a list that is searched', async () => {
			for (const [typed, code] of [
				['leave', null],
				['empty', ''],
				['white', 'W'],
			] as const) {
				await begin(unsettled);
				await open.page.getByRole('button', { name: 'Choose… for 1', exact: true }).click();
				await open.page.keyboard.type(typed);
				await press('Enter');
				await until(() => open.decisions().length === 1, `${typed} is taken`);
				assert.deepEqual(open.decisions(), [{ kind: 'code', element: 'Race', value: '1', code }]);
			}
		});

		it('several at once, as one step', async () => {
			await begin(unsettled);
			await open.page.locator('#t-2-v-0-box').check();
			await open.page.locator('#t-2-v-2-box').check();
			await open.page.locator('#t-2-codes').click();
			await open.page.keyboard.type('asian');
			await press('Enter');
			await until(() => open.decisions().length === 1, 'it is decided');
			assert.deepEqual(open.decisions(), [{ kind: 'codes', element: 'Race', codes: { 1: 'A', 3: 'A' } }]);
		});

		it('all that are left with two clicks', async () => {
			await begin(unsettled);
			await open.page.locator('#t-2-all').check();
			await open.page.locator('#t-2-leaveAll').click();
			await until(() => open.decisions().length === 1, 'it is decided');
			const [decision] = open.decisions();
			assert.ok(decision?.kind === 'codes');
			assert.deepEqual(new Set(Object.values(decision.codes)), new Set([null]));
			assert.equal(Object.keys(decision.codes).length, 7);
		});

		it('in lines that stay where they are', async () => {
			await begin(unsettled);
			const values = (): Promise<string[]> => open.page.locator('#t-2-vs .value').allTextContents();
			const before = await values();
			await open.page.getByRole('button', { name: 'Choose… for 6', exact: true }).click();
			await open.page.keyboard.type('w');
			await press('Enter');
			await until(() => open.decisions().length === 1, 'it is decided');
			await settle();
			assert.deepEqual(await values(), before);
		});
	});

	it('shows yes/no columns of race as one group, each with its code', async () => {
		const flags = { 'Race: White': 'W', 'Race: Asian': 'A' };
		const race = target('Race', {
			from: Object.keys(flags),
			how: 'flags',
			options: [
				{ code: 'A', text: 'Asian' },
				{ code: 'W', text: 'White' },
			],
		});
		const columns = Object.keys(flags).map((name) => ({ ...unsettled.columns[4]!, name }));
		await begin(viewOf([race], columns, { plan: { mapping: { flags: { Race: flags } } } }));
		assert.match((await open.page.locator('#t-0-column').textContent()) ?? '', /2 yes\/no columns/);
		await open.page.locator('#t-0-fold').click();
		assert.deepEqual(await open.page.locator('.flag-line .value').allTextContents(), Object.keys(flags));
		await open.page.locator('#t-0-f-1').click();
		await open.page.keyboard.type('do not');
		await press('Enter');
		await until(() => open.decisions().length === 1, 'it is decided');
		assert.deepEqual(open.decisions(), [{ kind: 'flags', element: 'Race', flags: { 'Race: White': 'W' } }]);
	});

	it('takes yes/no columns in place of one column', async () => {
		await begin(unsettled);
		await open.page.locator('#t-2-column').click();
		for (const typed of ['yes/no', 'migrant', 'white']) {
			await open.page.keyboard.type(typed);
			await press('Enter');
		}
		await until(() => open.decisions().length === 1, 'it is decided');
		assert.deepEqual(open.decisions(), [{ kind: 'flags', element: 'Race', flags: { migrant: 'W' } }]);
	});

	describe("lists the export's columns", () => {
		it('with values, how full they are and what uses them', async () => {
			await begin(unsettled);
			const lunch = open.page.locator('.export-column', { hasText: 'lunchStatus' });
			assert.match((await lunch.textContent()) ?? '', /88% filled, 5 values|88% filled, 6 values/);
			assert.match((await lunch.textContent()) ?? '', /F, R, S, P, T/);
			assert.equal(await lunch.locator('.link').textContent(), '→ Frl_status');
			const password = open.page.locator('.export-column', { hasText: 'portalPassword' });
			assert.match((await password.textContent()) ?? '', /Values are not shown/);
		});

		it('as far as the search finds them', async () => {
			await begin(unsettled);
			await open.page.getByRole('searchbox').fill('LOCK');
			assert.deepEqual(await open.page.locator('.export-name').allTextContents(), ['lockerNumber']);
		});

		it('and lets each be used for one of ours', async () => {
			await begin(unsettled);
			await open.page.getByRole('button', { name: 'Use For… busRoute' }).click();
			await open.page.keyboard.type('ell_');
			await press('Enter');
			await until(() => open.decisions().length === 1, 'it is decided');
			assert.deepEqual(open.decisions(), [{ kind: 'column', element: 'Ell_status', from: 'busRoute' }]);
		});
	});

	it('closes a list with Escape and nothing else', async () => {
		await begin(unsettled);
		await open.page.locator('#t-1-column').click();
		assert.equal(await open.page.getByRole('dialog').count(), 1);
		await press('Escape');
		assert.equal(await open.page.getByRole('dialog').count(), 0);
		await focusComesTo(/^Column for Gender/);
		await press('Escape', 'Escape');
		assert.deepEqual(open.decisions(), []);
		assert.equal(await heading(), '3 columns and 11 values left, 1 question about blanks');
	});

	it('leaves undo and redo to VS Code', async () => {
		await begin(unsettled);
		await open.page.evaluate(`window.heard = [];
			window.addEventListener('keydown', (event) => window.heard.push([event.key, event.defaultPrevented]))`);
		await press('Control+z', 'Control+y', 'F8');
		const heard = await open.page.evaluate<[string, boolean][]>('window.heard');
		assert.deepEqual(
			heard.filter(([key]) => key !== 'Control'),
			[
				['z', false],
				['y', false],
			],
		);
	});

	it('keeps scroll position, keyboard, search and what is unfolded when a state comes', async () => {
		await begin(settled);
		await open.page.getByRole('searchbox').fill('s');
		await open.page.getByRole('button', { name: 'Gender: show its values' }).click();
		await open.page.evaluate("document.querySelector('.targets').scrollTop = 120");
		await open.page.locator('#t-6-column').focus();
		const state = (): Promise<unknown> =>
			open.page.evaluate(`[
				document.querySelector('.targets').scrollTop,
				document.activeElement.id,
				document.querySelector('.search').value,
				document.querySelector('#t-1-details') !== null,
			]`);
		const before = await state();
		await open.show(stateOf(settled));
		await settle();
		assert.deepEqual(await state(), before);
		assert.deepEqual((before as unknown[]).slice(1), ['t-6-column', 's', true]);
	});
});
