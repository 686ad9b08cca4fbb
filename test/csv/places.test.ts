import assert from 'node:assert/strict';
import { QUOTED } from '../../server/src/csv/scan';
import { flagsOf, open, parse } from './support';

describe('line breaks', () => {
	it('are CRLF, LF and CR, even in one text', () => {
		assert.deepEqual(parse('a\rb\nc\r\nd'), [['a'], ['b'], ['c'], ['d']]);
		assert.deepEqual(parse('a\n\rb\r\r\nc'), [['a'], [''], ['b'], [''], ['c']]);
	});

	it('are no other characters', () => {
		const value = 'a\u0085b\u2028c\u2029d\ve\ff';
		assert.deepEqual(parse(value), [[value]]);
		assert.equal(open(value).lineCount, 1);
	});

	it('make a blank line a record of one empty field', () => {
		assert.deepEqual(parse('\n'), [['']]);
		assert.deepEqual(parse('\n\n'), [[''], ['']]);
		assert.deepEqual(parse('a\n\nb\n'), [['a'], [''], ['b']]);
		assert.deepEqual(parse('a\r\n\r\n'), [['a'], ['']]);
	});

	it('start no record at the end of the text, although LSP counts a line there', () => {
		const document = open('a\nb\n');
		assert.equal(document.lineCount, 3);
		assert.equal(document.recordCount, 2);
		assert.deepEqual(document.positionAt(4), { line: 2, character: 0 });
		assert.equal(document.recordAt(4), 1);
	});

	it('are not required: an empty text has one line and no record', () => {
		const document = open('');
		assert.equal(document.lineCount, 1);
		assert.equal(document.recordCount, 0);
		assert.equal(document.recordAt(0), -1);
		assert.deepEqual(document.fieldsOf(0), []);
		assert.deepEqual(document.positionAt(7), { line: 0, character: 0 });
	});
});

describe('a byte order mark', () => {
	it('belongs to no field but counts as a unit', () => {
		const document = open('\uFEFFa,b\nc\n');
		assert.deepEqual(document.fieldsOf(0), [
			{ start: 1, end: 2, flags: 0, value: 'a' },
			{ start: 3, end: 4, flags: 0, value: 'b' },
		]);
		assert.deepEqual(document.positionAt(3), { line: 0, character: 3 });
		assert.deepEqual(flagsOf('\uFEFF"a"'), [[QUOTED]]);
	});

	it('is a byte order mark only at the start', () => {
		assert.deepEqual(parse('\uFEFF\uFEFFa\n\uFEFFb'), [['\uFEFFa'], ['\uFEFFb']]);
	});

	it('makes no record when it is the whole text', () => {
		assert.deepEqual(parse('\uFEFF'), []);
		assert.deepEqual(parse('\uFEFF\n'), [['']]);
	});
});

describe('offsets and positions count UTF-16 units', () => {
	it('count two for an astral character', () => {
		const document = open('😀,é\n"😀😀",b');
		assert.deepEqual(
			document.fieldsOf(0).map(({ start, end }) => [start, end]),
			[
				[0, 2],
				[3, 4],
			],
		);
		assert.deepEqual(document.positionAt(document.fieldsOf(1)[1]?.start ?? -1), { line: 1, character: 7 });
		assert.equal(document.offsetAt({ line: 1, character: 7 }), 12);
	});

	it('count one for a lone surrogate, which is kept', () => {
		const document = open('\uD83D,\uDE00\n"\uD83D""",b');
		assert.deepEqual(
			document.fieldsOf(0).map(({ start, value }) => [start, value]),
			[
				[0, '\uD83D'],
				[2, '\uDE00'],
			],
		);
		assert.deepEqual(
			document.fieldsOf(1).map(({ start, value }) => [start, value]),
			[
				[4, '\uD83D"'],
				[10, 'b'],
			],
		);
	});
});
