/** The table of schools, and names of schools and districts that are long or hostile. */
import assert from 'node:assert/strict';
import type { CoverageReport, SchoolCoverage } from '../../../server/src/protocol';
import { extensionText, rosterText } from '../workbench/reportDistrict';
import { axeFinds, until } from './onPage';
import { endReportBrowser, openReport, pictureOf, type ReportPage, reportsOf } from './reportPage';

const { report } = reportsOf(rosterText(), extensionText());

/** The report with other schools. */
function withSchools(count: number, nameOf: (at: number) => string | undefined): CoverageReport {
	const schools = Array.from({ length: count }, (_, at): SchoolCoverage => {
		const of = report.categories.map(() => 100);
		const wrong = of.map((_, column) => (at + column) % 7);
		const valid = wrong.map((each) => 100 - each - (at % 11));
		return { id: String(1000 + at), name: nameOf(at), students: 100, valid, wrong, of };
	});
	return { ...report, schools };
}

const LONG = 'Riverside Academy of the Arts and Sciences at '.repeat(7).slice(0, 300);
const MARKUP = '<img src=x onerror="window.isHit=1">&amp;<b>Bold</b>';
const TURNED = 'evil \u202eloohcS hgiH';

/** The red, green and blue of the ground and the text of each share, 0 to 255. */
const COLORS = `(() => {
	const context = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true });
	const pixel = (color) => {
		context.fillStyle = color;
		context.fillRect(0, 0, 1, 1);
		return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
	};
	return [...document.querySelectorAll('.heat td:nth-child(4)')].map((cell) => {
		const { backgroundColor, color } = getComputedStyle(cell);
		return [pixel(backgroundColor), pixel(color)];
	});
})()`;

/** The contrast of two colors (WCAG 2.2, contrast ratio and relative luminance). */
function contrast(...colors: readonly (readonly number[])[]): number {
	const [high = 0, low = 0] = colors
		.map((color) => {
			const [r = 0, g = 0, b = 0] = color.map((each) =>
				each / 255 <= 0.04045 ? each / 255 / 12.92 : ((each / 255 + 0.055) / 1.055) ** 2.4,
			);
			return 0.2126 * r + 0.7152 * g + 0.0722 * b;
		})
		.sort((one, other) => other - one);
	return (high + 0.05) / (low + 0.05);
}

describe("the report's table of schools", () => {
	let open: ReportPage;
	after(endReportBrowser);
	afterEach(async () => {
		assert.deepEqual(open.complaints, []);
		await open.page.close();
	});

	/** Where an element is, in CSS pixels of the window. */
	const boxOf = async (selector: string) => {
		const box = await open.page.locator(selector).first().boundingBox();
		assert.ok(box, selector);
		return box;
	};

	it('fits 40 schools into a window of 1280 by 800, with its headings', async () => {
		// The editor's tabs and bars take 92 pixels.
		open = await openReport(
			withSchools(40, (at) => `Number ${at} Elementary School`),
			{ width: 1280, height: 708 },
		);
		await open.page.locator('.scroll').evaluate((node) => node.scrollIntoView());
		await pictureOf(open.page, 'schools-40', false);
		const head = await boxOf('.heat thead');
		const last = await boxOf('.heat tbody tr:last-child');
		assert.ok(head.y > -1 && last.y + last.height <= 708, `${head.y} to ${last.y + last.height}`);
		const all = await open.page.locator('.scroll').evaluate((node) => [node.scrollWidth, node.clientWidth]);
		assert.equal(all[0], all[1]);
	});

	for (const theme of ['light', 'dark'] as const) {
		it(`tells shares apart by color, with readable numbers, in the theme ${theme}`, async () => {
			const schools = Array.from({ length: 101 }, (_, share): SchoolCoverage => {
				const of = report.categories.map(() => 100);
				const wrong = of.map(() => 0);
				return { id: String(1000 + share), students: 100, valid: of.map(() => share), wrong, of };
			});
			open = await openReport({ ...report, schools }, { theme });
			await pictureOf(open.page, `shares-${theme}`);
			const cells = await open.page.evaluate<readonly (readonly [number[], number[]])[]>(COLORS);
			assert.equal(cells.length, 101);
			const ground = (share: number): number[] => cells[share]?.[0] ?? [];
			assert.ok(contrast(ground(65), ground(100)) > 1.5, `${ground(65)} and ${ground(100)}`);
			assert.ok(contrast(ground(0), ground(100)) > 2, `${ground(0)} and ${ground(100)}`);
			for (const [share, colors] of cells.entries()) {
				assert.ok(contrast(...colors) >= 4.5, `${share} %: ${contrast(...colors)}`);
			}
			assert.deepEqual(await axeFinds(open), []);
		});
	}

	it('keeps its headings while it is scrolled in both directions', async () => {
		open = await openReport(
			withSchools(200, () => 'Oak Hill'),
			{ width: 700, height: 500 },
		);
		const scroll = open.page.locator('.scroll');
		await scroll.evaluate((node) => node.scrollIntoView());
		const before = [
			await boxOf('.heat thead th:nth-child(5)'),
			await boxOf('.heat tbody tr:nth-child(90) th'),
		];
		await scroll.evaluate((node) => node.scrollBy(120, 900));
		await pictureOf(open.page, 'schools-scrolled', false);
		const after = [
			await boxOf('.heat thead th:nth-child(5)'),
			await boxOf('.heat tbody tr:nth-child(90) th'),
		];
		assert.equal(after[0]?.y, before[0]?.y);
		assert.equal(after[1]?.x, before[1]?.x);
		assert.equal(after[0]?.x, (before[0]?.x ?? 0) - 120);
		assert.equal(after[1]?.y, (before[1]?.y ?? 0) - 900);
		// What scrolls under the headings cannot be seen through them.
		const corner = await boxOf('.heat thead th:first-child');
		const top = await open.page.evaluate<string>(
			`document.elementFromPoint(${corner.x + 5}, ${corner.y + corner.height - 4}).closest('thead th')?.textContent`,
		);
		assert.equal(top, 'School');
	});

	it('is scrolled by the keyboard', async () => {
		open = await openReport(
			withSchools(200, () => undefined),
			{ width: 700, height: 500 },
		);
		await open.page.getByRole('region', { name: /by school/ }).focus();
		await open.page.keyboard.press('End');
		await until(
			() => open.page.evaluate<boolean>("document.querySelector('.scroll').scrollTop > 1000"),
			'it is scrolled',
		);
	});

	it('shows names with their IDs, cut to a few lines, and whole in the tooltip', async () => {
		open = await openReport(
			withSchools(3, (at) => [LONG, MARKUP, TURNED][at]),
			{ width: 1280 },
		);
		await open.page.locator('.scroll').evaluate((node) => node.scrollIntoView());
		await pictureOf(open.page, 'schools-names', false);
		const names = await open.page.locator('.heat tbody th').allTextContents();
		assert.deepEqual(
			names.sort(),
			[`${LONG} 1000`, `${MARKUP} 1001`, 'evil <U+202E>loohcS hgiH 1002'].sort(),
		);
		const long = open.page.locator('.school', { hasText: '1000' });
		assert.equal(await long.getAttribute('title'), `${LONG} (1000)`);
		assert.ok(((await long.boundingBox())?.height ?? 99) < 40);
		const id = await long.locator('.id').boundingBox();
		assert.ok(id && id.width > 15);
		assert.equal(await open.page.evaluate('window.isHit'), undefined);
		assert.equal(await open.page.locator('.heat img, .heat b').count(), 0);
		assert.deepEqual(await axeFinds(open), []);
	});

	it('is whole at 360 pixels with long names', async () => {
		open = await openReport(
			withSchools(30, () => LONG),
			{ width: 360, district: LONG },
		);
		await open.page.locator('.scroll').evaluate((node) => node.scrollIntoView());
		await pictureOf(open.page, 'schools-360', false);
		assert.ok((await open.page.evaluate<number>('document.documentElement.scrollWidth')) <= 360);
		const name = await boxOf('.heat tbody th');
		assert.ok(name.width < 180, String(name.width));
		assert.deepEqual(await axeFinds(open), []);
	});

	it('has 250 of 2,000 schools until all are asked for, and orders all of them', async () => {
		const many = withSchools(2000, (at) => `School ${at}`);
		open = await openReport(many, { width: 1280 });
		const rows = open.page.locator('.heat tbody tr');
		assert.equal(await rows.count(), 250);
		await open.page.getByRole('button', { name: 'Worst First' }).click();
		// The worst are among those that are not seen at first: the numbers come again every 77 schools.
		assert.equal(await rows.count(), 250);
		assert.match((await rows.first().locator('td').nth(1).textContent()) ?? '', /^8\d%/);
		await open.page.getByRole('button', { name: 'Show All 2,000 Schools' }).click();
		await until(async () => (await rows.count()) === 2000, 'all schools are shown');
		assert.equal(await open.page.getByRole('button', { name: /Show All/ }).count(), 0);
	});

	it('says so where there are no schools, and counts one student', async () => {
		open = await openReport(reportsOf('Student_id,Gender\n1,M\n').report);
		assert.equal(await open.page.locator('.heat').count(), 0);
		assert.match(
			(await open.page.locator('.tiles').textContent()) ?? '',
			/^1student1 of 14categories100%filled/,
		);
		assert.deepEqual(await axeFinds(open), []);
	});

	it('counts nobody where there is no student', async () => {
		open = await openReport(reportsOf('Student_id,School_id,Gender\n').report);
		assert.match((await open.page.locator('main').textContent()) ?? '', /No row has a student ID/);
		assert.deepEqual(await axeFinds(open), []);
	});

	it('shows a hostile name of a district as text', async () => {
		open = await openReport(report, { district: `${MARKUP}${TURNED}` });
		assert.equal(
			await open.page.locator('h1').textContent(),
			`${MARKUP}evil <U+202E>loohcS hgiH: Coverage Report`,
		);
		assert.equal(await open.page.evaluate('window.isHit'), undefined);
	});
});
