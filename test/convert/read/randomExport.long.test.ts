/** Random exports in random dialects, compared with csv-parse, and random texts that only have to be survived. */
import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import writeXlsxFile from 'write-excel-file/node';
import type { Delimiter } from '../../../server/src/convert/read/exportFormat';
import { partsOf, problemOf } from './support';

const delimiters: readonly Delimiter[] = [',', ';', '\t', '|', '^', '#!#'];
const lineBreaks = ['\n', '\r\n', '\r'] as const;

/** Values that make a reader stumble, without the caret's and the other delimiters' own trouble of no quotes at all. */
const value = fc.oneof(
	{ weight: 4, arbitrary: fc.stringMatching(/^[A-Za-z0-9 .é€]{0,8}$/) },
	{
		weight: 1,
		arbitrary: fc.constantFrom(
			'Lee, Ann',
			'a;b',
			'x|y',
			'a\tb',
			'say "hi"',
			'"',
			'two\nlines',
			'',
			' ',
			'00042',
		),
	},
);

/** One export: its rows below the header, and how it is written. */
const exported = fc.record({
	rows: fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 60 }),
	delimiter: fc.constantFrom(...delimiters),
	lineBreak: fc.constantFrom(...lineBreaks),
	isQuoted: fc.boolean(),
	titles: fc.constantFrom([], ['District Roster'], ['District Roster', 'Run 11/01/2026', '']),
	encoding: fc.constantFrom('utf8', 'utf8 with a mark', 'utf16le'),
	endsWithBreak: fc.boolean(),
});

const HEADER = ['Student_id', 'Last_name', 'Gender'];

describe('random exports', () => {
	it('have all rows with their values and numbers, as csv-parse reads them', async () => {
		await fc.assert(
			fc.asyncProperty(exported, async (made) => {
				const { delimiter, lineBreak, titles, encoding } = made;
				const field = (text: string): string =>
					made.isQuoted || text.includes(delimiter) || /["\r\n]/.test(text)
						? `"${text.replaceAll('"', '""')}"`
						: text;
				const lines = [HEADER, ...made.rows].map((row) => row.map(field).join(delimiter));
				const table = lines.join(lineBreak) + (made.endsWithBreak ? lineBreak : '');
				const text = titles.map((title) => title + lineBreak).join('') + table;
				const bytes =
					encoding === 'utf16le'
						? Buffer.from(`\ufeff${text}`, 'utf16le')
						: Buffer.from(encoding === 'utf8' ? text : `\ufeff${text}`);
				const expected = (
					parse(table, { delimiter, record_delimiter: lineBreak, relax_column_count: true }) as string[][]
				)
					.slice(1)
					.map((record, index) => ({ record, row: titles.length + index + 2 }))
					.filter(({ record }) => record.some((each) => each.trim() !== ''));
				if (expected.length === 0) {
					assert.match((await problemOf(bytes, { delimiter })).problem, /no rows below its header/);
					return;
				}
				const { head, records, rows, faults } = await partsOf(bytes, { delimiter });
				assert.deepEqual(head.names, HEADER);
				assert.equal(head.headerRow, titles.length + 1);
				assert.deepEqual(
					records,
					expected.map(({ record }) => record),
				);
				assert.deepEqual(
					rows,
					expected.map(({ row }) => row),
				);
				assert.deepEqual(faults, []);
			}),
			{ numRuns: 1500 },
		);
	}).timeout(120_000);

	it('of any bytes are read or refused with a sentence, and every line with a value is told', async () => {
		const piece = fc.constantFrom(
			'"',
			'""',
			',',
			';',
			'\t',
			'^',
			'#!#',
			'\n',
			'\r\n',
			'\r',
			'\r\r\n',
			'sep=;',
			'a',
			'1',
			'Student_id',
			'Gender',
			' ',
			'é',
			'\ufeff',
			'山',
		);
		await fc.assert(
			fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
				const text = pieces.join('');
				let read: Awaited<ReturnType<typeof partsOf>>;
				try {
					read = await partsOf(text, { header: false });
				} catch {
					assert.match((await problemOf(text, { header: false })).problem, /\.$/);
					return;
				}
				// What is no quote, no delimiter and no space is in a record.
				const letters = (content: string): number => content.match(/[a-zA-Z1é山]/g)?.length ?? 0;
				const separator = /^\ufeff?"?sep=;"?[,;\t|^]*(?:[\r\n]|$)/.test(text) ? 'sep=;' : '';
				const told = read.records.flat().join(' ');
				assert.equal(letters(told), letters(text) - letters(separator));
			}),
			{ numRuns: 3000 },
		);
		await fc.assert(
			fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
				try {
					await partsOf(bytes);
				} catch {
					assert.match((await problemOf(bytes)).problem, /\.$/);
				}
			}),
			{ numRuns: 2000 },
		);
	}).timeout(120_000);

	it('as workbooks of another program have the same values', async () => {
		const text = fc
			.stringMatching(/^[A-Za-z0-9é€<>&"',;_ .-]{1,10}$/)
			.filter((each) => each.trim() !== '' && !/^\s|\s$/.test(each) && !(each in {}));
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.tuple(text, text, fc.integer({ min: 0, max: 1e15 - 1 })), {
					minLength: 1,
					maxLength: 20,
				}),
				async (rows) => {
					const bytes = await writeXlsxFile([
						['Student_id', 'Last_name', 'Number'].map((name) => ({ value: name })),
						...rows.map(([id, name, number]) => [
							{ value: id, type: String },
							{ value: name, type: String },
							{ value: number, type: Number },
						]),
					]).toBuffer();
					const { records } = await partsOf(bytes);
					assert.deepEqual(
						records,
						rows.map((row) => row.map(String)),
					);
				},
			),
			{ numRuns: 60 },
		);
	}).timeout(120_000);
});
