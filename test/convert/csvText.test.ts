/** The text of new files, byte by byte, with csv-parse as the judge of what it means. */
import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvText } from '../../server/src/convert/csvText';
import { spreadsheetCsv } from '../../server/src/convert/spreadsheetCsv';

/** Values, the bytes that RFC 4180 asks for, and the bytes for a spreadsheet where they differ. */
const corpus: readonly (readonly [value: string, text: string, spreadsheet?: string])[] = [
	['', ''],
	[' ', ' '],
	['a', 'a'],
	[' a ', ' a '],
	['\u00a0a', '\u00a0a'],
	['007', '007'],
	['a,b', '"a,b"'],
	[',', '","'],
	['a;b', 'a;b'],
	['a\tb', 'a\tb'],
	['"', '""""'],
	['""', '""""""'],
	['say "hi"', '"say ""hi"""'],
	['a\nb', '"a\nb"'],
	['a\rb', '"a\rb"'],
	['a\r\nb', '"a\r\nb"'],
	['\n', '"\n"'],
	['Peña–O’Neil €', 'Peña–O’Neil €'],
	['😀 Ünï', '😀 Ünï'],
	['\u2028', '\u2028'],
	["'a", "'a"],
	['=1+1', '=1+1', "'=1+1"],
	['+1', '+1', "'+1"],
	['-1', '-1', "'-1"],
	['@x', '@x', "'@x"],
	['\tx', '\tx', "'\tx"],
	['\rx', '"\rx"', '"\'\rx"'],
	['=A1,B1', '"=A1,B1"', '"\'=A1,B1"'],
	['="00123"', '"=""00123"""', '"\'=""00123"""'],
	['＝1', '＝1', "'＝1"],
	['＋1', '＋1', "'＋1"],
	['－1', '－1', "'－1"],
	['＠x', '＠x', "'＠x"],
	['1-1', '1-1'],
	[' =1', ' =1'],
];

const lineBreaks = ['\n', '\r\n', '\r'] as const;

/** The values that a text holds, by csv-parse. */
function parsed(text: string, lineBreak: string): readonly (readonly string[])[] {
	return parse(text, { record_delimiter: lineBreak });
}

describe('the text of a new file', () => {
	for (const [value, text, spreadsheet = text] of corpus) {
		it(`holds ${JSON.stringify(value)} as ${JSON.stringify(text)}`, async () => {
			for (const lineBreak of lineBreaks) {
				assert.equal(
					await csvText(
						[
							[value, value],
							['', value],
						],
						lineBreak,
					),
					`${text},${text}${lineBreak},${text}${lineBreak}`,
				);
			}
			assert.equal(await spreadsheetCsv([[value, 'x']]), `${spreadsheet},x\r\n`);
		});
	}

	it('holds a row of one empty field as an empty line', async () => {
		assert.equal(await csvText([['a'], [''], ['b']], '\n'), 'a\n\nb\n');
		assert.equal(await spreadsheetCsv([['']]), '\r\n');
	});

	it('is empty if there are no rows', async () => {
		assert.equal(await csvText([], '\n'), '');
	});

	it('is read by csv-parse as the same values', async () => {
		const value = fc.oneof(
			fc.constantFrom(...corpus.map(([each]) => each)),
			fc.string({ unit: fc.constantFrom('a', 'é', ',', '"', '\n', '\r', ' ', "'", '=', '😀'), maxLength: 6 }),
		);
		const rows = fc
			.integer({ min: 1, max: 4 })
			.chain((width) =>
				fc.array(fc.array(value, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
			);
		await fc.assert(
			fc.asyncProperty(rows, fc.constantFrom(...lineBreaks), async (written, lineBreak) => {
				assert.deepEqual(parsed(await csvText(written, lineBreak), lineBreak), written);
				const unescaped = parsed(await spreadsheetCsv(written), '\r\n').map((row, index) =>
					row.map((each, column) => (each === `'${written[index]?.[column]}` ? each.slice(1) : each)),
				);
				assert.deepEqual(unescaped, written);
			}),
		);
	});

	it('runs no value as a formula in a spreadsheet', async () => {
		const formula = fc
			.tuple(
				fc.constantFrom('=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'),
				fc.string({ maxLength: 5 }),
			)
			.map(([start, rest]) => start + rest);
		await fc.assert(
			fc.asyncProperty(formula, async (value) => {
				assert.deepEqual(parsed(await spreadsheetCsv([[value]]), '\r\n'), [[`'${value}`]]);
			}),
		);
	});

	it('lets other work run while many rows are written', async () => {
		let turns = 0;
		const timer = setInterval(() => turns++, 0);
		const rows = Array.from({ length: 50_000 }, (_, index) => [String(index), 'a, b']);
		const text = await csvText(rows, '\n');
		clearInterval(timer);
		assert.ok(turns > 0);
		assert.equal(text, rows.map(([id]) => `${id},"a, b"\n`).join(''));
	});
});
