/** The report's page in a plain browser, in the colors of VS Code's themes. */
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { extensionText, rosterText } from '../workbench/reportDistrict';
import { axeFinds } from './onPage';
import {
	endReportBrowser,
	openReport,
	pictureOf,
	type ReportOptions,
	type ReportPage,
	reportsOf,
} from './reportPage';
import { type Theme, themes } from './themes';

/** Texts that are cut, or reach out of the page. */
const cutTexts = `[...document.querySelectorAll('h1, h2, h3, p, li, .bars th, .bars td, .problems th, .problems td')]
	.filter((node) => node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).display !== 'inline')
	.map((node) => node.textContent)`;

/** A computed style of an element. */
function styleOf(locator: Locator, property: string): Promise<string> {
	return locator.evaluate(
		(node, name) => (node as unknown as Styled).computedStyleMap().get(name).toString(),
		property,
	);
}

/** The part of an element's API that `styleOf` uses; tests are compiled without the DOM. */
interface Styled {
	computedStyleMap(): { get(name: string): { toString(): string } };
}

describe("the report's page", () => {
	const { report } = reportsOf(rosterText(), extensionText());
	let open: ReportPage;
	let page: Page;
	const begin = async (options?: ReportOptions): Promise<void> => {
		open = await openReport(report, options);
		page = open.page;
	};
	const card = (column: string): Locator =>
		page.locator('article', { has: page.getByText(column, { exact: true }) });
	after(endReportBrowser);
	afterEach(async () => {
		assert.deepEqual(open.complaints, []);
		await page.close();
	});

	it('has a heading with the district, the date and the files', async () => {
		await begin();
		const today = new Date().toLocaleDateString('en-US', { dateStyle: 'long' });
		assert.equal(await page.locator('h1').textContent(), 'Riverside Unified: Coverage Report');
		assert.equal(await page.locator('.top p').textContent(), `${today} · students.csv and students_ext.csv`);
	});

	it('counts a wrong value as not filled, and names it', async () => {
		await begin();
		assert.equal(await card('Gender').locator('.facts').textContent(), '99% filled · 8 wrong · 0 empty');
		assert.deepEqual(await card('Gender').locator('tbody tr').allTextContents(), [
			'M Male32050%',
			'F Female30848%',
			'X Non-binary4<1%',
			'Wrong value81%',
			'Empty00%',
		]);
	});

	it('has one table with a caption and headings for each category, with its title in plain words', async () => {
		await begin();
		assert.equal(await page.locator('article').count(), 14);
		assert.equal(await page.locator('article > table caption').count(), 14);
		assert.equal(await card('Ell_status').locator('h3').textContent(), 'English learner');
		const size = async (name: string): Promise<number> =>
			Number.parseFloat(await styleOf(card('Ell_status').locator(name).first(), 'font-size'));
		const sizes = [await size('h3'), await size('code'), await size('.bars th')];
		assert.ok(sizes[0]! > sizes[2]! && sizes[1]! < sizes[2]!, String(sizes));
	});

	it('draws each bar as long as its share', async () => {
		await begin();
		const shares = await card('Gender')
			.locator('.track')
			.evaluateAll((tracks) =>
				tracks.map((track) => {
					const fill = track.querySelector('.fill');
					return fill ? fill.getBoundingClientRect().width / track.getBoundingClientRect().width : 0;
				}),
			);
		for (const [at, students] of [320, 308, 4, 8, 0].entries()) {
			assert.ok(Math.abs((shares[at] ?? 0) - students / 640) < 0.01, `${at}: ${shares[at]}`);
		}
	});

	it('gives what is wrong stripes, and not only a color', async () => {
		await begin();
		const ground = (kind: string): Promise<string> =>
			styleOf(card('Gender').locator(`.track.${kind} .fill`).first(), 'background-image');
		assert.match(await ground('wrong'), /repeating-linear-gradient/);
		assert.equal(await ground('code'), 'none');
		assert.deepEqual(await page.locator('.legend li').allTextContents(), [
			'A code of the standard',
			'A wrong value',
			'Empty',
		]);
	});

	describe('is readable, whole and without a finding of axe', () => {
		for (const theme of Object.keys(themes) as Theme[]) {
			it(`in the theme ${theme}`, async () => {
				await begin({ theme });
				await pictureOf(page, `report-${theme}`);
				assert.deepEqual(await axeFinds(open), []);
			});
		}

		for (const [what, width] of Object.entries({ '200 % of 700 px': 350, '360 px': 360, '700 px': 700 })) {
			it(`at ${what}`, async () => {
				await begin({ width });
				await pictureOf(page, `report-${width}`);
				assert.deepEqual(await page.evaluate(cutTexts), []);
				assert.ok((await page.evaluate<number>('document.documentElement.scrollWidth')) <= width);
				const size = await page.evaluate<string>(
					"getComputedStyle(document.querySelector('.bars th')).fontSize",
				);
				assert.equal(size, '13px');
				assert.deepEqual(await axeFinds(open), []);
			});
		}
	});

	it('leads from bars and alarms to the rows, by the keyboard', async () => {
		await begin();
		const press = async (name: string): Promise<unknown> => {
			await page.getByRole('button', { name, exact: true }).focus();
			await page.keyboard.press('Enter');
			return open.said.at(-1);
		};
		const gender = { fileName: 'students.csv', column: 'Gender' };
		assert.deepEqual(await press('M Male: show the 320 students in Gender'), {
			type: 'rows',
			target: { ...gender, show: { values: ['M'] } },
		});
		assert.deepEqual(await press('Wrong value: show the 8 students in Gender'), {
			type: 'rows',
			target: { ...gender, show: 'wrong' },
		});
		assert.deepEqual(await press('Empty: show the 32 students in ext.migrant_status'), {
			type: 'rows',
			target: { fileName: 'students_ext.csv', column: 'ext.migrant_status', show: 'empty' },
		});
		// A bar without students leads nowhere.
		assert.equal(await card('Gender').getByRole('button', { name: /Empty/ }).count(), 0);
		const alarm = report.alarms.find(({ column }) => column === 'ext.migrant_status');
		assert.ok(alarm?.target);
		assert.deepEqual(await press(`Show the Rows: ${alarm.title} (ext.migrant_status)`), {
			type: 'rows',
			target: alarm.target,
		});
		// The bar itself can be clicked.
		await card('Gender').locator('.track.code').first().click();
		assert.deepEqual(open.said.at(-1), { type: 'rows', target: { ...gender, show: { values: ['M'] } } });
	});

	it('counts errors on a card only where no student has a wrong value', async () => {
		const [first, ...others] = report.categories;
		assert.ok(first);
		const categories = [{ ...first, wrong: 0, valid: first.valid + first.wrong, errors: 3 }, ...others];
		open = await openReport({ ...report, categories });
		page = open.page;
		assert.equal(await card('Gender').locator('.facts').textContent(), '100% filled · 0 empty · 3 errors');
		const texts = await page.locator('.facts').allTextContents();
		assert.ok(texts.some((text) => text.includes('wrong')));
		assert.ok(
			texts.every((text) => !/wrong.*error/.test(text)),
			texts.join('\n'),
		);
	});

	it('says that problems are counted by place, not by row', async () => {
		await begin();
		const section = page.locator('section', { has: page.getByRole('heading', { name: 'Problems' }) });
		assert.deepEqual(await section.locator('thead th').allTextContents(), [
			'Problem',
			'File',
			'Found',
			'Go to',
		]);
		assert.match((await section.textContent()) ?? '', /A row with two wrong values counts twice\./);
	});

	it('names the categories of an alarm in plain words, with the names of the columns small', async () => {
		const [alarm] = report.alarms;
		assert.ok(alarm);
		const alarms = [
			{ ...alarm, column: 'Ell_status', otherColumns: ['Frl_status'] },
			{ ...alarm, column: 'Student_id' },
		];
		open = await openReport({ ...report, alarms });
		page = open.page;
		const names = page.locator('.alarms li p:first-child');
		assert.deepEqual(await names.allTextContents(), [
			'English learner Ell_status, Free or reduced-price lunch Frl_status',
			'Student_id',
		]);
		const size = async (of: string) =>
			Number.parseFloat(await styleOf(names.locator(of).first(), 'font-size'));
		assert.ok((await size('code')) < (await size('.category')));
	});

	it('says what an alarm is about, and its likely cause', async () => {
		await begin();
		const alarm = page.locator('.alarms li').first();
		assert.match(
			(await alarm.textContent()) ?? '',
			/^Migrant ext.migrant_statusEvery value of ext.migrant_status is No.*608.*Likely cause: /,
		);
	});

	it('counts the disability types of students with IDEA, and says who else has one', async () => {
		await begin();
		const found = report.categories.find(({ ofWhom }) => ofWhom === 'students with IDEA');
		assert.ok(found && found.of === 80);
		const text = (await card(found.column).textContent()) ?? '';
		assert.match(text, /of 80 students with IDEA filled/);
		assert.match(text, new RegExp(`Not counted: ${found.outside} other students have a value too`));
	});

	it('marks the share of wrong values in a cell of a school', async () => {
		await begin();
		const cell = page.locator('.heat td[title*="wrong"]').nth(1);
		assert.match((await cell.getAttribute('title')) ?? '', /^\d+ of \d+ students, \d+ wrong$/);
		assert.match((await cell.textContent()) ?? '', /^\d+%, \d+ wrong$/);
		assert.match(await styleOf(cell.locator('.part'), 'background-image'), /repeating-linear-gradient/);
	});

	it('orders the schools worst first on request, by the keyboard, and back', async () => {
		await begin();
		const names = (): Promise<string[]> => page.locator('.heat tbody th').allTextContents();
		assert.deepEqual(await names(), ['101', '102', '103', '104', '105', '106', '107']);
		const button = page.getByRole('button', { name: 'Worst First' });
		assert.equal(await button.getAttribute('aria-pressed'), 'false');
		await button.focus();
		await page.keyboard.press('Enter');
		assert.equal(await button.getAttribute('aria-pressed'), 'true');
		// Nearly all of its students lack one value.
		assert.equal((await names())[0], '106');
		assert.equal(await page.evaluate('document.activeElement.textContent'), 'Worst First');
		await page.locator('table caption', { hasText: 'worst first' }).waitFor({ state: 'attached' });
		// An update keeps the order.
		await open.send({ type: 'report', report: { ...report, unread: 3 }, district: '' });
		await page.getByText('3 rows').waitFor();
		assert.equal((await names())[0], '106');
		await page.keyboard.press('Space');
		assert.deepEqual((await names()).slice(0, 2), ['101', '102']);
	});
});
