import assert from 'node:assert/strict';
import { DOUBLED, QUOTE_IN_FIELD, QUOTED, TEXT_AFTER_QUOTE } from '../../server/src/csv/scan';
import { flagsOf, parse } from './support';

describe('RFC 4180, section 2', () => {
	it('1: each record is on a separate line, ended by CRLF', () => {
		assert.deepEqual(parse('aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n'), [
			['aaa', 'bbb', 'ccc'],
			['zzz', 'yyy', 'xxx'],
		]);
	});

	it('2: the last record may or may not end with a line break', () => {
		const records = [
			['aaa', 'bbb', 'ccc'],
			['zzz', 'yyy', 'xxx'],
		];
		for (const lineBreak of ['\r\n', '\n', '\r']) {
			const text = `aaa,bbb,ccc${lineBreak}zzz,yyy,xxx`;
			assert.deepEqual(parse(text), records);
			assert.deepEqual(parse(text + lineBreak), records);
		}
	});

	it('3: a header has the format of any record', () => {
		assert.deepEqual(parse('field_name,"field_name","field\r\nname"\r\naaa,bbb,ccc\r\n'), [
			['field_name', 'field_name', 'field\r\nname'],
			['aaa', 'bbb', 'ccc'],
		]);
	});

	it('4: a record has one field or more, separated by commas', () => {
		assert.deepEqual(parse('aaa'), [['aaa']]);
		assert.deepEqual(parse('aaa,bbb,ccc'), [['aaa', 'bbb', 'ccc']]);
		assert.deepEqual(parse(',,'), [['', '', '']]);
	});

	it('4: spaces belong to the field', () => {
		assert.deepEqual(parse(' a , b\t,  \n \n'), [[' a ', ' b\t', '  '], [' ']]);
		assert.deepEqual(flagsOf('"a" ,"b"'), [[QUOTED | TEXT_AFTER_QUOTE, QUOTED]]);
		assert.deepEqual(flagsOf(' "a","b"'), [[QUOTE_IN_FIELD, QUOTED]]);
	});

	it('4: a comma at the end of a record is followed by one more, empty, field', () => {
		assert.deepEqual(parse('a,b,\nc,\n'), [
			['a', 'b', ''],
			['c', ''],
		]);
		assert.deepEqual(parse('a,b,'), [['a', 'b', '']]);
	});

	it('5: a field may or may not be enclosed in quotes', () => {
		const text = '"aaa",bbb,"ccc",""\r\nzzz,"yyy",xxx';
		assert.deepEqual(parse(text), [
			['aaa', 'bbb', 'ccc', ''],
			['zzz', 'yyy', 'xxx'],
		]);
		assert.deepEqual(flagsOf(text), [
			[QUOTED, 0, QUOTED, QUOTED],
			[0, QUOTED, 0],
		]);
	});

	it('5: a field that is not enclosed in quotes may not hold a quote', () => {
		for (const field of ['a"', 'a"b', 'a""', ' ""', 'a"b"']) {
			assert.deepEqual(flagsOf(`x,${field},y`), [[0, QUOTE_IN_FIELD, 0]], field);
			assert.deepEqual(parse(`x,${field},y`), [['x', field, 'y']]);
		}
	});

	it('6: an enclosed field may hold line breaks, quotes and commas', () => {
		assert.deepEqual(parse('"aaa","b\r\nb\nb\rb","c,c"\r\nzzz,"y""y",xxx'), [
			['aaa', 'b\r\nb\nb\rb', 'c,c'],
			['zzz', 'y"y', 'xxx'],
		]);
	});

	it('7: a quote in an enclosed field is doubled', () => {
		assert.deepEqual(parse('"aaa","b""bb","ccc"'), [['aaa', 'b"bb', 'ccc']]);
		assert.deepEqual(parse('"""","""""","a""",""",""",","'), [['"', '""', 'a"', '","', ',']]);
		assert.deepEqual(flagsOf('"""",""'), [[QUOTED | DOUBLED, QUOTED]]);
	});
});
