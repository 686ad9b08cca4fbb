/** What the import's page shows, in all themes and sizes. */

import assert from 'node:assert/strict';
import type { ExportColumnView, ImportView } from '../../../server/src/protocol';
import { endImportBrowser, type ImportOptions, type ImportPageOpen, openImport } from './importHarness';
import { places, result, settled, stateOf, unsettled, viewOf } from './madeImport';
import { target, value } from './madeTargets';
import { axeFinds, until } from './onPage';
import { type Theme, themes } from './themes';

describe("what the import's page shows", () => {
	let open: ImportPageOpen;
	const begin = async (view: ImportView, options?: ImportOptions): Promise<void> => {
		open = await openImport(view, options);
	};
	const press = async (...keys: readonly string[]): Promise<void> => {
		for (const key of keys) await open.page.keyboard.press(key);
	};
	const focusComesTo = (wanted: RegExp): Promise<void> =>
		until(async () => wanted.test(await open.focused()), `the keyboard is on ${wanted}`);
	/** Lets the page draw what it was told. */
	const settle = (): Promise<unknown> =>
		open.page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30)))');
	after(endImportBrowser);
	afterEach(async () => {
		assert.deepEqual(open.complaints, []);
		await open.page.close();
	});

	it('shows the first rows of both files with their problems in colors, signs and words', async () => {
		await begin(unsettled);
		const cell = open.page.locator('.preview td.found.error').first();
		assert.equal(await cell.locator('.sign').getAttribute('aria-label'), 'Error');
		const words = await open.page.locator('.preview-problems').textContent();
		assert.match(words ?? '', /Row 4 Gender has no code "N"\. Use M, F or X\./);
		await open.page.getByRole('button', { name: /students_ext\.csv/ }).click();
		assert.match((await open.page.locator('.preview thead').textContent()) ?? '', /sis_id/);
	});

	it('says where the files go and how the export is read, each to correct', async () => {
		await begin(unsettled);
		const text = (await open.page.locator('.top').textContent()) ?? '';
		for (const part of [places.folder, places.mappingPlace, 'Infinite Campus', 'commas', 'UTF-8', 'row 1']) {
			assert.ok(text.includes(part), part);
		}
		await open.page.getByRole('button', { name: /^Names in row/ }).click();
		await open.page.keyboard.type('row 4');
		await press('Enter');
		await until(() => open.decisions().length === 1, 'it is decided');
		assert.deepEqual(open.decisions(), [{ kind: 'format', format: { header: true, headerRow: 4 } }]);
	});

	it('shows what was made: files, verdict, and problems with their rows', async () => {
		await begin(settled);
		await open.show(stateOf(settled, result));
		await focusComesTo(/^2 files written$/);
		const text = (await open.page.locator('.result').textContent()) ?? '';
		for (const part of [
			'2,398 rows',
			'2 things to review',
			'Row 204',
			'19 values, but 18 columns',
			'busRoute',
			'60 students of the students.csv before are not in the new one',
		]) {
			assert.ok(text.includes(part), part);
		}
		await open.page.getByRole('button', { name: 'Open students_ext.csv' }).click();
		await until(() => open.methods().includes('openFile'), 'the file is opened');
	});

	it('asks for a sheet, says that it reads, and why it cannot', async () => {
		await begin(unsettled, { state: { kind: 'reading', progress: 40 } });
		assert.match((await open.page.locator('.message').textContent()) ?? '', /Reading the export… 40 %/);
		const problem = 'The workbook has 2 sheets with values. Choose one.';
		await open.show({ kind: 'asking sheet', problem, sheets: ['Students', 'Notes'] });
		await open.page.getByRole('button', { name: 'Students' }).click();
		await until(() => open.decisions().length === 1, 'it is decided');
		assert.deepEqual(open.decisions(), [{ kind: 'format', format: { sheet: 'Students' } }]);
	});

	it('offers other ways to read an export that cannot be read', async () => {
		await begin(unsettled, { state: { kind: 'problem', problem: 'The export has no row with names.' } });
		assert.equal(await open.page.getByRole('alert').textContent(), 'The export has no row with names.');
		await open.page.getByRole('button', { name: 'Encoding…' }).click();
		await open.page.keyboard.type('windows-1252');
		await press('Enter');
		await until(() => open.decisions().length === 1, 'it is decided');
		assert.deepEqual(open.decisions(), [{ kind: 'format', format: { encoding: 'windows-1252' } }]);
	});

	it('lists a part of 20,000 columns and 1,000 values, and more when asked', async () => {
		const many = Array.from({ length: 20_000 }, (_, at) => ({
			...unsettled.columns[4]!,
			name: `Column ${at}`,
		}));
		const values = Array.from({ length: 1000 }, (_, at) => value(`v${at}`, 1000 - at));
		const options = [{ code: 'F', text: 'Female' }];
		await begin(viewOf([target('Gender', { from: ['Column 7'], how: 'name', options, values })], many));
		assert.equal(await open.page.locator('.export-column').count(), 100);
		assert.equal(await open.page.locator('.value-line').count(), 100);
		await open.page.getByRole('button', { name: 'Show 100 More of 19,900' }).click();
		await open.page.getByRole('button', { name: 'Show 100 More of 900' }).click();
		assert.equal(await open.page.locator('.export-column').count(), 200);
		assert.equal(await open.page.locator('.value-line').count(), 200);
		await open.page.getByRole('searchbox').fill('column 19999');
		assert.equal(await open.page.locator('.export-name').textContent(), 'Column 19999');
		await open.page.locator('#t-0-column').click();
		await open.page.keyboard.type('column 19998');
		await press('Enter');
		await until(() => open.decisions().length === 1, 'it is decided');
		assert.deepEqual(open.decisions(), [{ kind: 'column', element: 'Gender', from: 'Column 19998' }]);
	});

	it('offers no table of codes that has none of the values', async () => {
		const options = [{ code: 'W', text: 'White' }];
		const codeTables = [
			{ name: 'Ohio', covers: 1 },
			{ name: 'Utah', covers: 0 },
		];
		const values = [value('6', 3), value('7', 1)];
		await begin(
			viewOf(
				[target('Race', { from: ['raceEthnicityFed'], how: 'name', options, codeTables, values })],
				unsettled.columns,
			),
		);
		assert.deepEqual(await open.page.locator('.code-table .chip-button b').allTextContents(), ['Ohio']);
	});

	it('shows text of others as text', async () => {
		const hostile = '<img src=x onerror=alert(1)>\u202e"><script>';
		const column: ExportColumnView = {
			name: hostile,
			samples: [hostile],
			filled: 1,
			distinct: 1,
			isSecret: false,
		};
		const view = viewOf(
			[
				target('Student_id', {
					kind: 'key',
					isOpen: true,
					candidates: [{ name: hostile, reason: hostile, samples: [hostile] }],
				}),
				target('Gender', {
					from: [hostile],
					how: 'name',
					options: [{ code: 'F', text: 'Female' }],
					values: [value(hostile, 3)],
				}),
			],
			[column],
			{
				preview: [
					{
						fileName: 'students.csv',
						header: [hostile],
						findings: [],
						rows: [{ values: [hostile], findings: [] }],
					},
				],
			},
		);
		await begin(view);
		assert.equal(await open.page.locator('img').count(), 0);
		assert.equal(await open.page.locator('body script').count(), 2);
		await open.page.locator('.id-card .candidate').click();
		await until(() => open.decisions().length === 1, 'it is decided');
		assert.deepEqual(open.decisions(), [{ kind: 'column', element: 'Student_id', from: hostile }]);
	});

	describe('is whole and without a finding of axe', () => {
		const states: Readonly<Record<string, () => Promise<void>>> = {
			'with an open ID': async () => {},
			'with open values': () => open.page.locator('#t-0-c-0').click(),
			settled: () => open.show(stateOf(settled)),
			'after an import': () => open.show(stateOf(settled, result)),
			'with a list open': () => open.page.locator('#t-1-column').click(),
		};
		for (const theme of Object.keys(themes) as Theme[]) {
			for (const [name, reach] of Object.entries(states)) {
				it(`${name} in the theme ${theme}`, async () => {
					await begin(unsettled, { theme });
					await reach();
					await settle();
					assert.deepEqual(await axeFinds(open), []);
				});
			}
		}

		for (const [what, width, height] of [
			['at 700 px', 700, 800],
			['at 200 % of 1280 by 800', 640, 400],
			['at 200 % of 700 px', 350, 400],
		] as const) {
			it(what, async () => {
				await begin(unsettled, { width, height });
				await settle();
				assert.deepEqual(await axeFinds(open), []);
				const overflow = await open.page.evaluate('document.documentElement.scrollWidth - innerWidth');
				assert.ok(Number(overflow) <= 0, `${overflow} px too wide`);
			});
		}
	});
});
