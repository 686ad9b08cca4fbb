import assert from 'node:assert/strict';
import { escapeFormula, fieldText, fieldValue, rowText } from '../../server/src/csv/quote';
import { DOUBLED, MAX_QUOTED_LINES, QUOTED, UNCLOSED } from '../../server/src/csv/scan';
import { flagsOf, parse } from './support';

describe('fieldValue', () => {
	it('removes the quotes and makes doubled ones single', () => {
		assert.equal(fieldValue('a b', 0), 'a b');
		assert.equal(fieldValue('"a,b"', QUOTED), 'a,b');
		assert.equal(fieldValue('""', QUOTED), '');
		assert.equal(fieldValue('"a""b"', QUOTED | DOUBLED), 'a"b');
		assert.equal(fieldValue('""""""', QUOTED | DOUBLED), '""');
		const [long, raw] = ['"a""b', '""a""""b'].map((part) => part.repeat(50_000));
		assert.equal(fieldValue(`"${raw}"`, QUOTED | DOUBLED), long);
	});

	it('returns the text of a faulty field unchanged', () => {
		for (const raw of ['"a"b', '"a""b"c', '"a"b"', 'a"b', '"a', '"a""'])
			assert.deepEqual(parse(`x,${raw}`), [['x', raw]]);
	});
});

describe('fieldText', () => {
	it('quotes a value if RFC 4180 or the caller requires it', () => {
		const cases: [string, string, string][] = [
			['', '', '""'],
			['abc', 'abc', '"abc"'],
			[' a\tb; ', ' a\tb; ', '" a\tb; "'],
			['a,b', '"a,b"', '"a,b"'],
			['a"b', '"a""b"', '"a""b"'],
			['"', '""""', '""""'],
			['a\nb', '"a\nb"', '"a\nb"'],
			['a\rb', '"a\rb"', '"a\rb"'],
		];
		for (const [given, bare, quoted] of cases) {
			assert.equal(fieldText(given), bare);
			assert.equal(fieldText(given, false), bare);
			assert.equal(fieldText(given, true), quoted);
		}
	});

	it('reads back as the same value up to the most lines that a quoted field may span', () => {
		const longest = 'a\n'.repeat(MAX_QUOTED_LINES - 1);
		assert.deepEqual(parse(fieldText(longest)), [[longest]]);
		assert.deepEqual(flagsOf(fieldText(`${longest}\n`))[0], [UNCLOSED]);
	});
});

describe('rowText', () => {
	it('separates the values with commas and quotes only those that need it', () => {
		assert.equal(rowText(['1', '', 'Reyes, Ana', 'a "b"', ' c;\t']), '1,,"Reyes, Ana","a ""b""", c;\t');
		assert.equal(rowText(['a\nb', 'c\rd', 'e']), '"a\nb","c\rd",e');
		assert.equal(rowText([]), '');
	});
});

describe('escapeFormula', () => {
	it('puts an apostrophe before a value that a spreadsheet could run', () => {
		for (const start of ['=', '+', '-', '@', '\t', '\r', '\uff1d', '\uff0b', '\uff0d', '\uff20'])
			assert.equal(escapeFormula(`${start}1+1`), `'${start}1+1`);
	});

	it('leaves every other value unchanged', () => {
		for (const text of ['', 'a', '1-2', 'x=1', ' =1', '\n=1', "'=1", 'é', '#N/A'])
			assert.equal(escapeFormula(text), text);
	});
});
