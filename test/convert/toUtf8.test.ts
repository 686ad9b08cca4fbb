import assert from 'node:assert/strict';
import { readForUtf8 } from '../../server/src/convert/toUtf8';

const TEXT = 'Student_id,Last_name,First_name\r\n1,Muñoz,José\r\n2,O’Neil,Zoë\r\n';
/** In Windows-1252 the typographic apostrophe is byte 0x92, and the others are as in Latin-1. */
const windows1252 = (text: string): Buffer => Buffer.from(text.replaceAll('’', '\x92'), 'latin1');

describe('a file that shall be saved as UTF-8', () => {
	const savedAs = (bytes: Uint8Array): readonly [string, string, number] => {
		const answer = readForUtf8(bytes);
		assert.ok('text' in answer);
		return [answer.text, answer.savedAs, answer.lostLetters];
	};

	it('has all its letters, whatever it is saved as', () => {
		assert.deepEqual(savedAs(windows1252(TEXT)), [TEXT, 'Windows-1252', 0]);
		assert.deepEqual(savedAs(Buffer.from(TEXT)), [TEXT, 'UTF-8', 0]);
		assert.deepEqual(savedAs(Buffer.from(`\ufeff${TEXT}`)), [TEXT, 'UTF-8', 0]);
		assert.deepEqual(savedAs(Buffer.from(`\ufeff${TEXT}`, 'utf16le')), [TEXT, 'UTF-16', 0]);
		assert.deepEqual(savedAs(Buffer.from(TEXT, 'utf16le').swap16()), [TEXT, 'UTF-16', 0]);
	});

	it('has the letters of both encodings where two programs have written it', () => {
		const [header = '', ...rows] = TEXT.split(/(?<=\n)/);
		const bytes = Buffer.concat([Buffer.from(header + rows[0]), windows1252(rows[1] as string)]);
		assert.deepEqual(savedAs(bytes), [TEXT, 'a mix of UTF-8 and Windows-1252', 0]);
	});

	it('counts letters that it has lost already', () => {
		assert.deepEqual(savedAs(Buffer.from('1,Mu\ufffdoz\n2,\ufffd\n')), [
			'1,Mu\ufffdoz\n2,\ufffd\n',
			'UTF-8',
			2,
		]);
	});

	it('keeps a letter whose bytes are cut at the end as what each byte is in Windows-1252', () => {
		const bytes = Buffer.from('José').subarray(0, -1);
		assert.deepEqual(savedAs(bytes), ['JosÃ', 'Windows-1252', 0]);
	});

	it('is no workbook', () => {
		assert.ok('problem' in readForUtf8(Buffer.from('PK\x03\x04', 'latin1')));
	});
});
