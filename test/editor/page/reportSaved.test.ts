/** The page that the report saves: on the screen, light and dark, and on paper. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { reportSections } from '../../../server/src/cli/formats/htmlReport';
import { reportStyles } from '../../../server/src/cli/formats/reportStyles.generated';
import type { SavedReport } from '../../../server/src/protocol';
import { extensionText, rosterText } from '../workbench/reportDistrict';
import { axeFinds } from './onPage';
import { endReportBrowser, openReport, openSaved, pictureOf, reportsOf } from './reportPage';

const { report, saved } = reportsOf(rosterText(), extensionText());
const LONG = 'Riverside Academy of the Arts and Sciences at '.repeat(7).slice(0, 300);
const HOSTILE = '</title><script>window.isHit=1</script><img src=x> \u202eevil';

/** What the page makes of a report. */
async function savedText(from: SavedReport, district = 'Riverside Unified'): Promise<string> {
	const open = await openReport(report);
	const text = await open.save(from, district);
	await open.page.close();
	return text;
}

/** The report with 60 schools of long names. */
function withLongNames(): SavedReport {
	const { schools } = saved;
	assert.ok(typeof schools === 'object' && schools.listed[0]);
	const [first] = schools.listed;
	const listed = Array.from({ length: 60 }, (_, at) => ({ ...first, id: `${at} ${LONG}`.slice(0, 300) }));
	return { ...saved, schools: { ...schools, listed } };
}

/** The report with the name of its first school. */
function withNames(): SavedReport {
	const { schools } = saved;
	assert.ok(typeof schools === 'object');
	const listed = schools.listed.map((school, at) => ({
		...school,
		name: at === 0 ? 'Lincoln & Peña School' : undefined,
	}));
	return { ...saved, schools: { ...schools, listed } };
}

/** The parts of a page as markup, without the ids that a page of several folders would have twice. */
async function partsOf(page: Page): Promise<readonly string[]> {
	return page
		.locator('main > *')
		.evaluateAll((parts) =>
			parts.map((part) =>
				part.outerHTML.replace(/<article class="card" id="[^"]*">/g, '<article class="card">'),
			),
		);
}

function withoutSpaces(css: string): string {
	return css.replace(/\/\*.*?\*\//gs, '').replace(/\s+/g, '');
}

describe("the report's saved page", () => {
	let page: Page;
	after(endReportBrowser);
	afterEach(() => page.close());

	it('names the district in its heading and its title, and the day', async () => {
		page = await openSaved(await savedText(saved));
		assert.equal(await page.title(), 'Riverside Unified: Coverage Report');
		assert.equal(await page.locator('h1').textContent(), 'Riverside Unified: Coverage Report');
		const today = new Date().toLocaleDateString('en-US', { dateStyle: 'long' });
		assert.match(
			(await page.locator('.top p').textContent()) ?? '',
			new RegExp(`^${today} · students.csv and`),
		);
	});

	it('is what the command line makes of the same report, element by element', async () => {
		const few: SavedReport = { ...saved, students: undefined, schools: 'none', readiness: undefined };
		for (const from of [
			saved,
			withNames(),
			withLongNames(),
			{ ...saved, schools: 'not-ids' } as const,
			few,
		]) {
			page = await openSaved(await savedText(from));
			const ours = await partsOf(page);
			const style = (await page.locator('style').textContent()) ?? '';
			await page.close();
			const parts = [...reportSections(from, from.readiness)].map(({ html }) => html);
			page = await openSaved(
				`<!doctype html><meta charset="utf-8"><style>${reportStyles}</style><main>${parts.join('')}</main>`,
			);
			assert.deepEqual(await partsOf(page), ours.slice(0, -1), 'all but the notes');
			await page.close();
			assert.equal(withoutSpaces(reportStyles), withoutSpaces(style));
		}
		page = await openSaved('');
	});

	it('has no name of a district where none is given', async () => {
		page = await openSaved(await savedText(saved, ''));
		assert.equal(await page.title(), 'Coverage Report');
	});

	it('shows a hostile name as text, and runs nothing', async () => {
		const text = await savedText(saved, HOSTILE);
		page = await openSaved(text);
		const shown = `${HOSTILE.replace('\u202e', '<U+202E>')}: Coverage Report`;
		assert.equal(await page.locator('h1').textContent(), shown);
		assert.equal(await page.title(), shown);
		assert.equal(await page.evaluate('window.isHit'), undefined);
		assert.equal(await page.locator('img, body script').count(), 0);
		assert.doesNotMatch(text, /<script|https?:|<button/);
	});

	it('draws a range with a solid and a light part', async () => {
		page = await openSaved(await savedText(saved));
		const bar = page.locator('#Gender .track').first();
		const widths = await bar.locator('span').evaluateAll((nodes) => nodes.map((node) => node.clientWidth));
		const whole = await bar.evaluate((node) => node.clientWidth);
		const { from, to } = saved.categories[0]?.counts?.codes[0]?.students ?? { from: 0, to: 0 };
		assert.ok(Math.abs((widths[0] ?? 0) / whole - to / 640) < 0.01, String(widths));
		assert.ok(Math.abs((widths[1] ?? 0) / whole - from / 640) < 0.01, String(widths));
		assert.equal(await page.locator('button').count(), 0);
	});

	it('names a school and its ID where the report has a name, and else the ID', async () => {
		page = await openSaved(await savedText(withNames()));
		const texts = await page.locator('.heat tbody th .school').evaluateAll((nodes) =>
			nodes.map((node) => ({
				parts: [...node.children].map(({ className, textContent }) => [className, textContent]),
				title: node.getAttribute('title'),
			})),
		);
		const { schools } = saved;
		assert.ok(typeof schools === 'object');
		const [first, second] = schools.listed.map(({ id }) => id);
		const named = texts.find(({ title }) => title === `Lincoln & Peña School (${first})`);
		assert.deepEqual(named?.parts, [
			['name', 'Lincoln & Peña School'],
			['id', first],
		]);
		assert.deepEqual(texts.find(({ title }) => title === second)?.parts, [['name', second]]);
		const sizeOf = (part: string) =>
			page.evaluate<number>(
				`parseFloat(getComputedStyle(document.querySelector('.heat tbody th .${part}')).fontSize)`,
			);
		assert.ok((await sizeOf('id')) < (await sizeOf('name')), 'the ID is small');
		assert.deepEqual(await axeFinds({ page }), []);
	});

	it('says who needs a primary disability, and shows no total of it', async () => {
		const text = await savedText(saved);
		page = await openSaved(text);
		const card = page.locator('[id="ext.primary_disability_type"]');
		assert.equal(
			await card.locator('.facts').textContent(),
			'How many have a code is not shown · needed by students with IDEA',
		);
		assert.doesNotMatch((await card.textContent()) ?? '', /Empty|%.* with a code/);
		assert.match(
			(await page.locator('[id="ext.idea_indicator"]').textContent()) ?? '',
			/Empty or not a code/,
		);
		assert.doesNotMatch(text, /each student with a disability type has Yes/);
	});

	for (const isDark of [false, true]) {
		for (const width of [1280, 360]) {
			it(`has no finding of axe, ${isDark ? 'dark' : 'light'} at ${width} pixels`, async () => {
				page = await openSaved(await savedText(saved, LONG), { width, isDark });
				await pictureOf(page, `saved-${isDark ? 'dark' : 'light'}-${width}`);
				assert.deepEqual(await axeFinds({ page }), []);
				assert.ok((await page.evaluate<number>('document.documentElement.scrollWidth')) <= width);
				const ground = await page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
				assert.equal(ground, isDark ? 'rgb(27, 29, 33)' : 'rgb(255, 255, 255)');
			});
		}
	}

	it('prints in landscape with every column, long names and the headings on each page', async () => {
		page = await openSaved(await savedText(withLongNames()), { isDark: true });
		const pdf = await page.pdf({ preferCSSPageSize: true });
		const folder = process.env.PAGE_PICTURES;
		if (folder) {
			mkdirSync(folder, { recursive: true });
			writeFileSync(join(folder, 'report.pdf'), pdf);
		}
		const sizes = [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
		assert.ok(sizes.length > 3);
		for (const [, width, height] of sizes) assert.ok(Number(width) > Number(height));
		// A page of Letter in landscape is 11 inches, less two margins of 12 mm.
		const inside = Math.floor(11 * 96 - (2 * 12 * 96) / 25.4);
		await page.setViewportSize({ width: inside, height: 700 });
		await page.emulateMedia({ media: 'print', colorScheme: 'light' });
		const ends = await page.evaluate<{
			right: number;
			heads: number;
			cut: number;
			position: string;
		}>(`(() => {
			const cells = [...document.querySelectorAll('.heat :is(th, td)')];
			return {
				right: Math.max(...cells.map((cell) => cell.getBoundingClientRect().right)),
				heads: document.querySelectorAll('.heat thead th').length,
				cut: cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).length,
				position: getComputedStyle(document.querySelector('.heat thead')).display,
			};
		})()`);
		assert.ok(ends.right <= inside, String(ends.right));
		assert.deepEqual([ends.heads, ends.cut, ends.position], [16, 0, 'table-header-group']);
		const style = await page.evaluate<
			string[]
		>(`['.card', '.heat tr', '.track', '.heat .share'].flatMap((name) => {
			const { breakInside, printColorAdjust } = getComputedStyle(document.querySelector(name));
			return name.startsWith('.c') || name.endsWith('tr') ? breakInside : printColorAdjust;
		})`);
		assert.deepEqual(style, ['avoid', 'avoid', 'exact', 'exact']);
	});

	it('prints 14 categories and 6 schools on few pages, and cuts no card', async () => {
		page = await openSaved(await savedText(saved));
		const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
		// Three, and one more where the fonts are wider; a grid of cards took five, half of them empty.
		const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
		assert.ok(pages > 0 && pages <= 4, `${pages} pages`);
		// Letter in landscape is 11 by 8.5 inches, less two margins of 12 mm.
		const [width, height] = [11, 8.5].map((inches) => Math.floor(inches * 96 - (2 * 12 * 96) / 25.4));
		await page.setViewportSize({ width: width as number, height: height as number });
		await page.emulateMedia({ media: 'print', colorScheme: 'light' });
		const cards = await page.locator('.card').evaluateAll((nodes) => nodes.map((node) => node.clientHeight));
		assert.equal(cards.length, 14);
		assert.ok(Math.max(...cards) < (height as number), String(cards));
	});

	it('says so where a district has no schools, or too few students', async () => {
		page = await openSaved(await savedText(reportsOf('Student_id,Gender\n1,M\n').saved));
		assert.match((await page.locator('main').textContent()) ?? '', /There are fewer than 10 students/);
		assert.equal(await page.locator('.heat, .bars').count(), 0);
		assert.deepEqual(await axeFinds({ page }), []);
	});
});
