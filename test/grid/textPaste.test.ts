import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { blockCell } from '../../server/src/grid/clipboardBlock';
import { textPaste } from '../../server/src/grid/textPaste';
import { runToEnd } from '../../server/src/work/runToEnd';
import { editedText } from '../bulk/support';
import { petsOf } from './editing';

/** The text after a paste; `[` and `]` in `marked` are the ends of the selection, `|` is a cursor. */
function pasted(marked: string, block: string): string | { readonly problem: string } | undefined {
	const start = marked.search(/[[|]/);
	const text = marked.replace(/[[|\]]/g, '');
	const end = marked.includes(']') ? marked.indexOf(']') - 1 : start;
	const checker = petsOf(text);
	const answer = runToEnd(textPaste(checker, block, { start, end }));
	return answer && 'edits' in answer ? editedText(checker, answer.edits) : answer;
}

/** Cells as Excel puts them on the clipboard. */
function copied(rows: readonly (readonly string[])[]): string {
	return rows.map((row) => `${row.map(blockCell).join('\t')}\r\n`).join('');
}

const HEADER = 'Pet_id,Name,Size,Kind\n';
const TWO = '1,Rex,S,D\n2,Tom,M,C\n';

describe('a block pasted into the text', () => {
	it('goes into the cells from the cursor on, quoted where it must be', () => {
		assert.equal(
			pasted(
				`${HEADER}1,Re|x,S,D\n2,Tom,M,C\n`,
				copied([
					['Lee, A', 'L'],
					['5" O', 'M'],
				]),
			),
			`${HEADER}1,"Lee, A",L,D\n2,"5"" O",M,C\n`,
		);
	});

	it('replaces the content of a selected field, in its quotes', () => {
		assert.equal(pasted(`${HEADER}1,"[Rex]",S,D\n`, 'Ada\tL'), `${HEADER}1,"Ada",L,D\n`);
	});

	it('goes down the column where it has one', () => {
		assert.equal(pasted(`${HEADER}1,Rex,|S,D\n2,Tom,M,C\n`, 'L\r\nS\r\n'), `${HEADER}1,Rex,L,D\n2,Tom,S,C\n`);
		assert.equal(pasted(`${HEADER}1,Rex,|S,D\n2,Tom,M,C\n`, 'L\r\n'), `${HEADER}1,Rex,L,D\n2,Tom,M,C\n`);
	});

	it('takes a cell of several lines as one value', () => {
		assert.equal(pasted(`${HEADER}1,Rex|,S,D\n`, '"a\nb"\r\n'), `${HEADER}1,"a\nb",S,D\n`);
	});

	it('adds rows at the end of the file and on a blank line', () => {
		const block = copied([
			['3', 'Lee, A', '', 'D'],
			['4', 'Kim', 'S', 'C'],
		]);
		const rows = '3,"Lee, A",,D\n4,Kim,S,C\n';
		assert.equal(pasted(`${HEADER}${TWO}|`, block), `${HEADER}${TWO}${rows}`);
		assert.equal(
			pasted(`${HEADER}1,Rex,S,D\n|\n2,Tom,M,C\n`, block),
			`${HEADER}1,Rex,S,D\n${rows}2,Tom,M,C\n`,
		);
		assert.equal(
			pasted(
				'|',
				copied([
					['Pet_id', 'Name'],
					['1', 'Rex'],
				]),
			),
			'Pet_id,Name\n1,Rex\n',
		);
	});

	it('adds whole rows before a row at whose start the cursor is', () => {
		const block = '3\tKim\tS\tC\n';
		assert.equal(pasted(`${HEADER}|${TWO}`, block), `${HEADER}3,Kim,S,C\n${TWO}`);
		assert.equal(pasted(`${HEADER}|${TWO}`, '3\tKim'), `${HEADER}3,Kim,S,D\n2,Tom,M,C\n`);
	});

	it('replaces rows that are selected as a whole', () => {
		const block = copied([
			['3', 'Kim'],
			['4', 'Lee'],
			['5', 'Ann'],
		]);
		assert.equal(pasted(`${HEADER}[${TWO}]`, block), `${HEADER}3,Kim\n4,Lee\n5,Ann\n`);
		assert.equal(pasted(`[${HEADER}${TWO.trim()}]\n`, block), '3,Kim\n4,Lee\n5,Ann\n');
	});

	it('uses the line breaks of the file', () => {
		assert.equal(
			pasted('Pet_id,Name\r\n1,Rex\r\n|', '2\tTom\n3\tAda\n'),
			'Pet_id,Name\r\n1,Rex\r\n2,Tom\r\n3,Ada\r\n',
		);
	});

	it('may change names in the header', () => {
		assert.equal(pasted('Pet_id,|x,y\n1,Rex,S\n', 'Name\tSize\n'), 'Pet_id,Name,Size\n1,Rex,S\n');
	});

	it('is refused as the table does where rows or columns are missing, and in a row that cannot be read', () => {
		assert.deepEqual(pasted(`${HEADER}1,Rex,S,D\n2,Tom,|M,C\n`, 'a\r\nb\r\n'), {
			problem: 'The block has 2 rows, but only 1 is left from row 3 on. Copy fewer, or insert rows first.',
		});
		assert.deepEqual(pasted(`${HEADER}1,Rex,|S,D\n`, 'a\tb\tc'), {
			problem:
				'The block has 3 columns, but only 2 are left from Size on. Copy fewer, or start further left.',
		});
		assert.deepEqual(pasted(`${HEADER}1,Re|x,S\n`, 'a\tb'), {
			problem: 'Row 2 cannot be read as columns. Fix it first.',
		});
		const tall = `"${'x\n'.repeat(70)}"\t1\n`;
		assert.deepEqual(pasted(`${HEADER}|`, tall), {
			problem: 'A cell has more than 64 lines, which is too many for one value.',
		});
	});

	it('leaves any other text to the editor', () => {
		const places = [`${HEADER}1,Re|x,S,D\n`, `${HEADER}${TWO}|`, `${HEADER}|${TWO}`];
		for (const place of places) {
			for (const text of ['x', 'a,b,c,d', '3,Kim,S,C\n', '3,Kim,S,C\n4,"a,b",S,C\n5,bad\n']) {
				assert.equal(pasted(place, text), undefined, JSON.stringify(text));
			}
		}
		assert.equal(pasted(`${HEADER}${TWO}|`, '3,Kim\n4,Lee\n'), undefined);
		assert.equal(pasted('Pet_id;|Name\n1;Rex\n', 'a\tb'), undefined);
	});

	it('leaves lines that are parts of rows of CSV to the editor', () => {
		for (const text of ['S,D\nM,C\nX,A', 'a,b\nc\nd\ne\n', '"Lee, A",x\ny\n', '5" a\nb\n', '"open\nb\n']) {
			assert.equal(pasted(`${HEADER}1,Rex,|S,D\n2,Tom,M,C\n3,Kim,L,D\n`, text), undefined, text);
			assert.equal(pasted('Name\n|Rex\nTom\nKim\nAda\nBo\n', text), undefined, text);
		}
		assert.equal(
			pasted(`${HEADER}1,|Rex,S,D\n2,Tom,M,C\n`, '"Lee, A"\r\nKim\r\n'),
			`${HEADER}1,"Lee, A",S,D\n2,Kim,M,C\n`,
		);
	});

	it('leaves a text with a NUL to the editor', () => {
		for (const text of ['a\tb\0', 'a\0\nb\n']) {
			assert.equal(pasted(`${HEADER}1,|Rex,S,D\n2,Tom,M,C\n`, text), undefined);
		}
	});

	const value = fc.string({ unit: fc.constantFrom('a', '1', ',', '"', '\n', ' ', 'é'), maxLength: 5 });
	const blocks = fc
		.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 2, max: 4 }))
		.chain(([rows, columns]) =>
			fc.array(fc.array(value, { minLength: columns, maxLength: columns }), {
				minLength: rows,
				maxLength: rows,
			}),
		);

	it('leaves rows of CSV to the editor where a value has a tab', () => {
		assert.equal(pasted(`${HEADER}${TWO}|`, '3,Ada\tLee,S,D\n4,Kim,M,C\n'), undefined);
		assert.equal(pasted(`${HEADER}${TWO}|`, '3,"Ada\tLee",S,D\n4,Kim,M,C\n'), undefined);
		const commas = copied([
			['3', 'a,b,c,d'],
			['4', 'a,b,c,d'],
		]);
		assert.equal(pasted(`${HEADER}${TWO}|`, commas), `${HEADER}${TWO}3,"a,b,c,d"\n4,"a,b,c,d"\n`);
	});

	it('is read by csv-parse as the block, whatever its cells hold', () => {
		fc.assert(
			fc.property(blocks, (block) => {
				const options = { relax_column_count: true };
				const added = pasted(`${HEADER}${TWO}|`, copied(block));
				assert.deepEqual(parse(added as string, options).slice(3), block);
				const rows = Array.from({ length: 8 }, (_, at) => `${at},x,"y",z\n`).join('');
				const over = pasted(`${HEADER}${rows.replace('0', '[0]')}`, copied(block));
				const read: string[][] = parse(over as string, options);
				const width = block[0]?.length ?? 0;
				assert.deepEqual(
					read.slice(1, block.length + 1).map((row) => row.slice(0, width)),
					block,
				);
				assert.equal(read.length, 9);
			}),
			{ numRuns: 300 },
		);
	});

	it('may have 10,000 rows', () => {
		const rows = Array.from({ length: 10_000 }, (_, at) => `${at},x,y,z\n`).join('');
		const block = Array.from({ length: 10_000 }, (_, at) => [`n ${at}`, 'L, M']);
		const over = pasted(`${HEADER}${rows.replace('x', '|x')}`, copied(block)) as string;
		assert.deepEqual(
			parse(over)
				.slice(1)
				.map((row: string[]) => row.slice(1, 3)),
			block,
		);
	});
});
