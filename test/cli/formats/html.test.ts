import assert from 'node:assert/strict';
import { SaxesParser } from 'saxes';
import type { CheckResult } from '../../../server/src/cli/formats/format';
import { hostileResult, printed, resultOf } from './support';

interface Page {
	readonly elements: ReadonlySet<string>;
	readonly attributes: ReadonlySet<string>;
	/** The style attributes. */
	readonly styles: readonly string[];
	readonly policy: string | undefined;
	/** The text of each row of a table. */
	readonly rows: readonly (readonly string[])[];
	readonly text: string;
}

/** Reads a page with a reader of XML, which forgives less than a browser. */
function pageOf(html: string): Page {
	const elements = new Set<string>();
	const attributes = new Set<string>();
	const rows: string[][] = [];
	const styles: string[] = [];
	let policy: string | undefined;
	let text = '';
	let isInCell = false;
	const parser = new SaxesParser();
	parser.on('error', (error) => assert.fail(error));
	parser.on('opentag', ({ name, attributes: given }) => {
		elements.add(name);
		for (const each of Object.keys(given)) attributes.add(each);
		if (given.style !== undefined) styles.push(String(given.style));
		if (given['http-equiv'] === 'Content-Security-Policy') policy = String(given.content);
		if (name === 'tr') rows.push([]);
		if (name !== 'th' && name !== 'td') return;
		isInCell = true;
		rows.at(-1)?.push('');
	});
	parser.on('closetag', ({ name }) => {
		if (name === 'th' || name === 'td') isInCell = false;
	});
	parser.on('text', (piece) => {
		text += piece;
		const row = rows.at(-1);
		if (isInCell && row) row[row.length - 1] += piece;
	});
	parser.write(html).close();
	return {
		elements,
		attributes,
		styles,
		policy,
		rows: rows.map((row) => row.map((cell) => cell.trim())),
		text,
	};
}

const header = 'School_id,Student_id,Last_name,First_name,Gender,Race';
const studentRows = (count: number, cells: (at: number) => string): string =>
	Array.from({ length: count }, (_, at) => `5,${at + 1},Reyes,Ana,${cells(at)}\n`).join('');

/** How wide the ranges of a category are. */
function widthOf({ saved = [] }: CheckResult, column: string): number {
	const counts = saved[0]?.report.categories.find((category) => category.column === column)?.counts;
	assert.ok(counts);
	return counts.few.to - counts.few.from + 1;
}

describe('CLI: HTML', () => {
	it('is one page without a script or an address, whatever a file holds', async () => {
		const result = { ...(await hostileResult()), failures: ['<b>\0\ud800.csv: it is a folder'] };
		for (const isRedacted of [false, true]) {
			for (const isQuiet of [false, true]) {
				const html = printed('html', result, { isRedacted, isQuiet, hasStatistics: true });
				const { elements, attributes, styles, policy } = pageOf(html);
				assert.equal(policy, "default-src 'none'; style-src 'unsafe-inline'");
				for (const name of ['script', 'img', 'a', 'link', 'iframe', 'b', 'x'])
					assert.ok(!elements.has(name), name);
				assert.deepEqual(
					[...attributes].filter((name) => /^on|^(href|src)$/.test(name)),
					[],
				);
				assert.ok(styles.every((style) => /^--share: \d\.\d{4};$/.test(style)));
			}
		}
	});

	it('has ranges for counts: of each code, and of the problems by rule and column', async () => {
		const cells = (at: number): string => (at < 3 ? 'Female,W' : at < 50 ? 'F,B' : 'M,W');
		const result = await resultOf({ 'students.csv': `${header}\n${studentRows(203, cells)}` });
		const { rows, text } = pageOf(printed('html', result, { isRedacted: true }));
		assert.match(text, /203students/);
		for (const [name, actual] of [
			['F Female', 47],
			['M Male', 153],
			['B Black', 47],
		] as const) {
			const row = rows.find(([cell = '']) => cell.startsWith(name));
			const [from = 0, to = 0] = (row?.[1] ?? '').split('–').map(Number);
			assert.ok(from <= actual && actual <= to && to - from >= 9, `${name}: ${row?.[1]}`);
		}
		const problem = rows.find(([, rule]) => rule === 'field/unknown-code');
		assert.deepEqual(problem?.slice(1), [
			'field/unknown-code',
			'Gender',
			`fewer than ${widthOf(result, 'Gender')}`,
		]);
		assert.doesNotMatch(text, /Female"|\b3 (errors|in)\b|\b47\b|\b153\b/);
	});

	it('has the counts and values as they are where it is not redacted', async () => {
		const result = await resultOf({
			'students.csv': `${header}\n${studentRows(203, (at) => (at < 3 ? 'Female,W' : 'F,B'))}`,
		});
		const { rows, text } = pageOf(printed('html', result));
		assert.deepEqual(rows.find(([, rule]) => rule === 'field/unknown-code')?.slice(2), ['Gender', '3']);
		assert.match(text, /“Female” \(3\)/);
		assert.match(text, /Do not hand it on/);
	});

	it('counts nobody where few students are, and says nothing of the folder', async () => {
		const few = await resultOf({ 'students.csv': `${header}\n${studentRows(9, () => 'Female,W')}` });
		const { text, rows } = pageOf(printed('html', few, { isRedacted: true }));
		assert.match(text, /There are fewer than 10 students, so no counts are shown/);
		assert.match(text, /only problems of the header are shown/);
		assert.doesNotMatch(text, /errors to fix|Ready/);
		assert.deepEqual(rows, []);
	});

	it('counts a student with several rows once', async () => {
		const twice = `${studentRows(50, () => 'F,W')}${studentRows(50, () => 'M,W')}`;
		const { text, rows } = pageOf(
			printed('html', await resultOf({ 'students.csv': `${header}\n${twice}` }), { isRedacted: true }),
		);
		assert.match(text, /50students/);
		const rangeOf = (name: string): string | undefined => rows.find(([cell]) => cell === name)?.[1];
		const [from = 0, to = 0] = (rangeOf('F Female') ?? '').split('–').map(Number);
		assert.ok(from <= 50 && to >= 50, rangeOf('F Female'));
		assert.match(rangeOf('M Male') ?? '', /^0–/);
	});

	it('says what it was made by', async () => {
		assert.match(
			pageOf(printed('html', await hostileResult())).text,
			/clever-demographics [\d.]+, rules of 20\d\d-\d\d, CEDS V14/,
		);
	});
});
