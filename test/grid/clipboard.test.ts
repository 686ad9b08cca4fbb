import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { readBlock } from '../../server/src/grid/clipboardBlock';
import { copyCells } from '../../server/src/grid/copyCells';
import type { GridRange } from '../../server/src/grid/gridTypes';
import { done, problemOf } from '../bulk/support';
import { afterAction, pasteAt, petsOf, range, rowsOf } from './editing';
import { viewOf } from './support';

const block = (text: string) => done(readBlock(text)).rows;

/** The cells of a block as csv-parse reads them. */
function oracle(text: string): string[][] {
	return parse(text, {
		delimiter: '\t',
		record_delimiter: ['\r\n', '\n', '\r'],
		relax_quotes: true,
		relax_column_count: true,
	});
}

describe('a block from the clipboard', () => {
	it('has a cell per tab and a row per line break of any kind', () => {
		for (const text of [
			'a\tb\r\nc\td\r\n',
			'a\tb\nc\td',
			'a\tb\rc\td\r',
			'1001\r\n\r\n1003\r\n',
			'a\n\tb\nc\t\n',
			'\t\n\t',
			'\r\n',
		]) {
			assert.deepEqual(block(text), oracle(text), JSON.stringify(text));
		}
	});

	it('has cells with quotes as Excel and Google Sheets write them', () => {
		for (const text of [
			'"one\ntwo"\tx\n',
			'"a\tb"\t"say ""hi"""\r\n"""quoted"""\t""',
			'5" pipe\t6"\n',
			'"x" y\tz\n',
			'"a\r\nb\rc"\n',
		]) {
			assert.deepEqual(block(text), oracle(text), JSON.stringify(text));
		}
	});

	it('has one row per line where a cell only starts with a quote', () => {
		assert.deepEqual(block('"5 pipe\t1\n"6 pipe\t2\n'), [
			['"5 pipe', '1'],
			['"6 pipe', '2'],
		]);
		assert.deepEqual(block('"open\t1\n2\t3'), [
			['"open', '1'],
			['2', '3'],
		]);
	});

	it('is refused where it is empty, or larger than a file can be', () => {
		assert.equal(problemOf(readBlock('')), 'The clipboard has no text. Copy some cells first.');
		assert.equal(
			problemOf(readBlock('x'.repeat(50 * 1024 * 1024 + 1))),
			'The clipboard has more than 50 MB of text. Copy fewer rows.',
		);
		assert.equal(
			problemOf(readBlock('\t'.repeat(5_000_000))),
			'The clipboard has more than 5,000,000 cells. Copy fewer.',
		);
	});
});

const text = 'Pet_id,Name,Size\n001,"Tom ""T"", the cat",S\n2,"one\r\ntwo\tthree",\n03,"""x","5"" pipe"\n';

describe('copying cells of the table', () => {
	const copied = (ranges: readonly GridRange[], content = text, view = viewOf({})) => {
		const checker = petsOf(content);
		return done(copyCells(checker, rowsOf(checker, view), ranges));
	};
	const refused = (...ranges: readonly GridRange[]): string => {
		const checker = petsOf(text);
		return problemOf(copyCells(checker, rowsOf(checker), ranges));
	};

	it('writes what spreadsheets read: tabs, CRLF, and quotes only where they are needed', () => {
		assert.deepEqual(copied([range(0, 1, 0, 1, 2)]), {
			text: '001\tTom "T", the cat\tS\r\n2\t"one\r\ntwo\tthree"\t',
			cells: 6,
		});
	});

	it('comes back the same when it is pasted over empty cells', () => {
		const empty = `Pet_id,Name,Size\n${',,\n'.repeat(3)}`;
		const { text: clipboard } = copied([range(0, 2, 0, 1, 2)]);
		const pasted = afterAction(empty, pasteAt(clipboard, 0, [0, 1, 2]));
		assert.deepEqual(parse(pasted.text, { record_delimiter: '\n' }), parse(text, { record_delimiter: '\n' }));
	});

	it('keeps an empty last row of one column', () => {
		const { text: clipboard } = copied([range(0, 1, 2)], 'Pet_id,Name,Size\n1,a,\n2,b,\n');
		assert.equal(clipboard, '\r\n\r\n');
		assert.deepEqual(block(clipboard), [[''], ['']]);
	});

	it('follows the order of the view and of the columns', () => {
		const sorted = viewOf({}, { column: 0, descending: true });
		assert.equal(
			copied([range(0, 1, 2, 0)], 'Pet_id,Name,Size\n1,a,S\n2,b,M\n', sorted).text,
			'M\t2\r\nS\t1',
		);
	});

	it('leaves a row that cannot be read and a password empty', () => {
		const content = 'Pet_id,Password,Name\n1,secret,a\n2,secret,b,c\n3,secret,c\n';
		assert.equal(copied([range(0, 2, 0, 1, 2)], content).text, '1\t\ta\r\n\t\t\r\n3\t\tc');
	});

	it('joins blocks that have the same columns or the same rows', () => {
		assert.equal(copied([range(2, 2, 0), range(0, 0, 0)]).text, '001\r\n03');
		assert.equal(copied([range(0, 1, 0), range(0, 1, 2)]).text, '001\tS\r\n2\t');
		assert.equal(
			refused(range(0, 1, 0), range(1, 2, 2)),
			'Blocks with different rows and columns cannot be copied together. Select one.',
		);
		assert.equal(
			refused(range(0, 9, 0)),
			'The selection is not in the table any more. Select the cells again.',
		);
	});
});
