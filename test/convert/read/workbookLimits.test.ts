/** Workbooks of few bytes that ask for much work or memory: a sentence in time, and turns for other work. */
import assert from 'node:assert/strict';
import { Pace } from '../../../server/src/convert/read/rawExport';
import { readExport } from '../../../server/src/convert/read/readExport';
import { Unpacker, zipParts } from '../../../server/src/convert/read/workbook/zip';
import { sourceOf, waiting } from '../import/support';
import { partsOf, problemOf } from './support';
import { textRow, workbookBytes, zipOf } from './workbookFile';

const header = textRow(1, ['Student ID', 'Last Name', 'School']);
const wideRow = '<row><c r="A1"><v>7</v></c><c r="XFD1"><v>1</v></c></row>';

describe('a workbook of few bytes', () => {
	it('is refused where its rows have too many cells', async () => {
		const { problem } = await problemOf(workbookBytes({ sheets: { S: header + wideRow.repeat(300_000) } }));
		assert.equal(
			problem,
			'The sheet has more than 50 million cells. Delete the columns that no student needs, and import it again.',
		);
	}).timeout(60_000);

	it('lets other work run while its rows are passed on, and can be canceled between them', async () => {
		const bytes = workbookBytes({ sheets: { S: header + wideRow.repeat(250) } });
		let rows = 0;
		const callbacks = { ...waiting, isCanceled: () => rows >= 3 };
		const ends: string[] = [];
		for await (const part of readExport(sourceOf(bytes), {}, callbacks)) {
			if (part.kind === 'row') rows++;
			if (part.kind === 'problem') ends.push(part.problem);
		}
		assert.deepEqual([ends, rows < 6], [['Canceled.'], true]);
	});

	it('lets other work run by how much it unpacks, not by how little it takes', async () => {
		const bytes = zipOf({ a: 'x'.repeat(4_000_000) });
		const part = zipParts(bytes).get('a');
		assert.ok(part && bytes.length < 8000);
		let turns = 0;
		const isCanceled = (): boolean => ++turns < 0;
		for await (const text of new Unpacker(bytes, new Pace({ ...waiting, isCanceled })).text(part))
			assert.ok(text.length <= 0x4000);
		assert.ok(turns > 200, `${turns} turns`);
	});

	it('is read in time where 100,000 merged cells overlap: the first of a column counts', async () => {
		const rows = Array.from({ length: 20_000 }, (_, index) =>
			index === 0
				? '<row r="2"><c r="A2"><v>2</v></c><c r="C2"><v>5</v></c></row>'
				: `<row r="${index + 2}"><c r="A${index + 2}"><v>${index + 2}</v></c></row>`,
		);
		const { records } = await partsOf(
			workbookBytes({
				sheets: { S: header + rows.join('') },
				after: `<mergeCells>${'<mergeCell ref="C2:C1000000"/>'.repeat(100_000)}</mergeCells>`,
			}),
		);
		assert.deepEqual(
			[records.length, records[0], records.at(-1)],
			[20_000, ['2', '', '5'], ['20001', '', '5']],
		);
	}).timeout(15_000);

	it('is refused where it has too many merged cells', async () => {
		const after = `<mergeCells>${'<mergeCell ref="C2:C3"/>'.repeat(500_001)}</mergeCells>`;
		assert.match(
			(await problemOf(workbookBytes({ sheets: { S: header + wideRow }, after }))).problem,
			/^The sheet has more than 500,000 merged cells\. Save it as "CSV UTF-8"/,
		);
	}).timeout(30_000);

	it('is refused where one element has thousands of attributes', async () => {
		const attributes = Array.from({ length: 2000 }, (_, index) => `a${index}="x"`).join(' ');
		const sheet = `${header}<row><c ${attributes}><v>1</v></c></row>`;
		assert.match(
			(await problemOf(workbookBytes({ sheets: { S: sheet } }))).problem,
			/^The workbook is damaged/,
		);
	});

	it('is refused before a long text that thousands of cells share is written for each of them', async () => {
		const row = '<row><c><v>7</v></c><c t="s"><v>0</v></c></row>';
		const bytes = workbookBytes({
			sheets: { S: header + row.repeat(3000) },
			strings: [`<t>${'x'.repeat(1_000_000)}</t>`],
		});
		assert.equal(
			(await problemOf(bytes)).problem,
			'The cells of the sheet have more than 200 million characters. Export fewer columns or one school at a time.',
		);
	});

	it('is refused before a long merged text is written for each of its rows', async () => {
		const long = `<row r="2"><c r="A2"><v>2</v></c><c r="C2" t="str"><v>${'x'.repeat(1_000_000)}</v></c></row>`;
		const rows = Array.from({ length: 300 }, (_, index) => `<row r="${index + 3}"><c><v>1</v></c></row>`);
		const bytes = workbookBytes({
			sheets: { S: header + long + rows.join('') },
			after: '<mergeCells><mergeCell ref="C2:C1000"/></mergeCells>',
		});
		assert.match((await problemOf(bytes)).problem, /more than 200 million characters/);
	});
});
