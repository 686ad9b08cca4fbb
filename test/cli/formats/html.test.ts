import assert from 'node:assert/strict';
import { SaxesParser } from 'saxes';
import { hostileResult, printed, resultOf } from './support';

interface Page {
	readonly elements: ReadonlySet<string>;
	readonly attributes: ReadonlySet<string>;
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
	let policy: string | undefined;
	let text = '';
	let isInCell = false;
	const parser = new SaxesParser();
	parser.on('error', (error) => assert.fail(error));
	parser.on('opentag', ({ name, attributes: given }) => {
		elements.add(name);
		for (const each of Object.keys(given)) attributes.add(each);
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
	return { elements, attributes, policy, rows: rows.map((row) => row.map((cell) => cell.trim())), text };
}

const header = 'School_id,Student_id,Last_name,First_name,Gender,Race';
const studentRows = (count: number, cells: (at: number) => string): string =>
	Array.from({ length: count }, (_, at) => `5,${at + 1},Reyes,Ana,${cells(at)}\n`).join('');

describe('CLI: HTML', () => {
	it('is one page without a script or an address, whatever a file holds', async () => {
		const result = { ...(await hostileResult()), failures: ['<b>\0\ud800.csv: it is a folder'] };
		for (const isRedacted of [false, true]) {
			for (const isQuiet of [false, true]) {
				const html = printed('html', result, { isRedacted, isQuiet, hasStatistics: true });
				const { elements, attributes, policy } = pageOf(html);
				assert.equal(policy, "default-src 'none'; style-src 'unsafe-inline'");
				for (const name of ['script', 'img', 'a', 'link', 'iframe', 'b', 'x'])
					assert.ok(!elements.has(name), name);
				assert.deepEqual(
					[...attributes].filter((name) => /^on|^(href|src|style)$/.test(name)),
					[],
				);
			}
		}
	});

	it('has ranges for counts: of each code, and of the problems by rule and column', async () => {
		const cells = (at: number): string => (at < 3 ? 'Female,W' : at < 50 ? 'F,B' : 'M,W');
		const result = await resultOf({ 'students.csv': `${header}\n${studentRows(203, cells)}` });
		const { rows, text } = pageOf(printed('html', result, { isRedacted: true }));
		assert.match(text, /203 students/);
		for (const [name, actual] of [
			['F · Female', 47],
			['M · Male', 153],
			['B · Black or African American', 47],
		] as const) {
			const row = rows.find(([cell = '']) => cell.startsWith(name.slice(0, 5)));
			const [from = 0, to = 0] = (row?.[1] ?? '').split('–').map(Number);
			assert.ok(from <= actual && actual <= to && to - from >= 9, `${name}: ${row?.[1]}`);
		}
		const problem = rows.find(([, rule]) => rule === 'field/unknown-code');
		assert.deepEqual(problem?.slice(1), ['field/unknown-code', 'Gender', 'fewer than 10']);
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

	it('counts nobody where few students are, or where students have several rows', async () => {
		const few = await resultOf({ 'students.csv': `${header}\n${studentRows(9, () => 'Female,W')}` });
		const { text, rows } = pageOf(printed('html', few, { isRedacted: true }));
		assert.match(text, /fewer than 10 students/);
		assert.deepEqual(rows, []);
		const twice = `${studentRows(50, () => 'F,W')}${studentRows(50, () => 'F,W')}`;
		const repeated = pageOf(
			printed('html', await resultOf({ 'students.csv': `${header}\n${twice}` }), { isRedacted: true }),
		);
		assert.match(repeated.text, /50 students/);
		assert.match(repeated.text, /Not counted/);
		assert.equal(
			repeated.rows.some(([cell = '']) => cell.startsWith('F ·')),
			false,
		);
	});

	it('says what it was made by', async () => {
		assert.match(
			pageOf(printed('html', await hostileResult())).text,
			/clever-demographics [\d.]+, rules of 20\d\d-\d\d, CEDS V14/,
		);
	});
});
