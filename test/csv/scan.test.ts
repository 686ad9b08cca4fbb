import assert from 'node:assert/strict';
import { Fields, recordReader, UNCLOSED } from '../../server/src/csv/scan';
import { recordOf } from './recordOf';

describe('RecordReader', () => {
	it('finds the start and end of each field, of the record and of the next record', () => {
		const text = 'x\na,"b ""b"" ",\r\nc';
		assert.deepEqual(recordOf(text, 2), {
			starts: [2, 4, 15],
			ends: [3, 14, 15],
			flags: [0, 3, 0],
			end: 15,
			sawEnd: false,
			allFlags: 3,
			next: 17,
		});
	});

	it('leaves sawEnd unset for a record that the text ends for certain', () => {
		for (const text of ['a\n', 'a\r\n', 'a\rb', '"a"\n', '"a\n\n', '"a\r\r']) {
			assert.equal(recordOf(text, 0, 2).sawEnd, false, JSON.stringify(text));
		}
		for (const text of ['', 'a', 'a\r', 'a,', '"a"', '"a\n', '"a""\n']) {
			assert.equal(recordOf(text, 0, 2).sawEnd, true, JSON.stringify(text));
		}
	});

	it('clears what the last record left in the reused arrays', () => {
		const fields = new Fields();
		const text = '"a""b,1,"2"x,3"\nc\n';
		const next = recordReader.read(text, 0, fields);
		assert.notEqual(fields.allFlags, 0);
		recordReader.read(text, next, fields);
		assert.deepEqual(
			[fields.count, fields.allFlags, fields.sawEnd, fields.end],
			[1, 0, false, text.length - 1],
		);
	});

	it('reads files with another delimiter', () => {
		assert.deepEqual(recordOf('a,b;"c;d"', 0, 2, ';').starts, [0, 4]);
		assert.deepEqual(recordOf('a\tb,c', 0, 2, '\t').starts, [0, 2]);
	});

	it('counts CRLF as one line break of a quoted field', () => {
		for (const lineBreak of ['\n', '\r', '\r\n']) {
			assert.equal(recordOf(`"a${lineBreak}b"`, 0, 2).allFlags & UNCLOSED, 0);
			assert.equal(recordOf(`"a${lineBreak}b${lineBreak}"`, 0, 2).allFlags & UNCLOSED, UNCLOSED);
			assert.equal(recordOf(`"a${lineBreak}b${lineBreak}"`, 0, 3).allFlags & UNCLOSED, 0);
		}
	});
});
