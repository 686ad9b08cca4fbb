import assert from 'node:assert/strict';
import type { ContentChange } from '../../server/src/csv/edits/edit';
import {
	DOUBLED,
	MAX_QUOTED_LINES,
	MULTILINE,
	QUOTE_IN_FIELD,
	QUOTED,
	TEXT_AFTER_QUOTE,
	UNCLOSED,
} from '../../server/src/csv/scan';
import { recordOf } from './recordOf';
import { flagsOf, open, parse, valuesOf } from './support';

const TYPED: ContentChange = {
	range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
	text: 'x,',
};

/** Types at the start of a text and asserts that the document follows. */
function assertEditable(text: string): void {
	const document = open(text);
	document.update([TYPED], 2);
	assert.equal(document.getText(), `x,${text}`);
	assert.equal(document.fieldsOf(0)[0]?.value, 'x');
}

describe('an unclosed quote', () => {
	it('ends its record with the line, so that the rest of the file is read as usual', () => {
		assert.deepEqual(parse('"a,b\nc,d\n'), [
			['"a', 'b'],
			['c', 'd'],
		]);
		assert.deepEqual(flagsOf('"a,b\nc,d\n'), [
			[UNCLOSED, 0],
			[0, 0],
		]);
	});

	it('is one that only the quote of another row would close', () => {
		const text = 'a,"b,c\nd,e\n"f",g\n';
		assert.deepEqual(parse(text), [
			['a', '"b', 'c'],
			['d', 'e'],
			['f', 'g'],
		]);
		assert.deepEqual(flagsOf(text), [
			[0, UNCLOSED, 0],
			[0, 0],
			[QUOTED, 0],
		]);
		assertEditable(text);
	});

	it('is none where a quote on a later line is followed by a delimiter, a line break or the end', () => {
		for (const end of [',', '\n', '\r', '\r\n', '', '  ,', ' \n', '  ']) {
			const [flags] = flagsOf(`"a\nb"${end}`);
			const spaces = end.startsWith(' ') ? TEXT_AFTER_QUOTE : 0;
			assert.equal(flags?.[0], QUOTED | MULTILINE | spaces, JSON.stringify(end));
		}
		assert.deepEqual(flagsOf('"a\nb" x\n'), [[UNCLOSED], [QUOTE_IN_FIELD]]);
		assert.deepEqual(flagsOf('"a\nb"\t\n'), [[UNCLOSED], [QUOTE_IN_FIELD]], 'a tab is text');
	});

	it('looks for the delimiter of its own file', () => {
		const flags = (delimiter: string): number[] => recordOf('"a\nb";c\n', 0, 64, delimiter).flags;
		assert.deepEqual(flags(';'), [QUOTED | MULTILINE, 0]);
		assert.deepEqual(flags(','), [UNCLOSED]);
	});

	for (const lineBreak of ['\n', '\r', '\r\n']) {
		it(`is a quoted field of more than ${MAX_QUOTED_LINES} lines that end with ${JSON.stringify(lineBreak)}`, () => {
			const fits = `a${lineBreak}`.repeat(MAX_QUOTED_LINES - 1);
			assert.deepEqual(parse(`"${fits}",b`), [[fits, 'b']]);
			const document = open(`"${fits}${lineBreak}",b`);
			assert.equal(valuesOf(document).length, MAX_QUOTED_LINES + 1);
			assert.deepEqual(document.fieldsOf(0), [{ start: 0, end: 2, flags: UNCLOSED, value: '"a' }]);
		});
	}

	it('leaves all other records as they were when it is typed and deleted again', () => {
		const text = 'a,b\nc,d\n'.repeat(500);
		const document = open(text, { blockSize: 100 });
		document.readAll();
		document.update([{ ...TYPED, text: '"' }], 2);
		assert.equal(document.recordCount, 1_000);
		assert.deepEqual(
			document.fieldsOf(0).map(({ flags }) => flags),
			[UNCLOSED, 0],
		);
		assert.deepEqual(
			document.fieldsOf(1).map(({ flags }) => flags),
			[0, 0],
		);
		document.update(
			[{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }, text: '' }],
			3,
		);
		assert.deepEqual(valuesOf(document), parse(text));
	});

	it('may be the whole text', () => {
		assert.deepEqual(flagsOf('"'), [[UNCLOSED]]);
		assert.deepEqual(flagsOf('a,"'), [[0, UNCLOSED]]);
		assert.deepEqual(flagsOf('"\n'), [[UNCLOSED]]);
		assertEditable('"');
	});
});

describe('recovery from other faults', () => {
	it('adds text after a closing quote to the field, up to the delimiter', () => {
		assert.deepEqual(parse('"a"b"c,d\n"e" \n'), [['"a"b"c', 'd'], ['"e" ']]);
		assert.deepEqual(flagsOf('"a"b,"c""d"e'), [
			[QUOTED | TEXT_AFTER_QUOTE, QUOTED | DOUBLED | TEXT_AFTER_QUOTE],
		]);
	});

	it('does not open a quoted field with a quote inside a field', () => {
		assert.deepEqual(parse('5\'2",b"c\nd"\n'), [['5\'2"', 'b"c'], ['d"']]);
		assert.deepEqual(flagsOf('a"b,c'), [[QUOTE_IN_FIELD, 0]]);
	});

	it('reads an even number of quotes as a quoted field', () => {
		for (let count = 1; count <= 12; count++) {
			const quotes = '"'.repeat(count);
			const flags = count % 2 ? UNCLOSED : count === 2 ? QUOTED : QUOTED | DOUBLED;
			assert.deepEqual(flagsOf(quotes), [[flags]], quotes);
			assert.deepEqual(parse(quotes), [[count % 2 ? quotes : '"'.repeat(count / 2 - 1)]]);
			assertEditable(quotes);
		}
	});

	it('reads NUL and U+FFFD as ordinary characters', () => {
		assert.deepEqual(parse('a\0,\uFFFD\n"\0"\0,"\uFFFD"\n'), [
			['a\0', '\uFFFD'],
			['"\0"\0', '\uFFFD'],
		]);
		assertEditable('\0\uFFFD\0');
	});
});
