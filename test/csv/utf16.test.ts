import assert from 'node:assert/strict';
import { detectUtf16 } from '../../server/src/csv/utf16';

const littleEndian = (text: string): Buffer => Buffer.from(text, 'utf16le');
const bigEndian = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

describe('the encoding of a text by its first bytes', () => {
	it('is UTF-16 if a byte order mark says so, even without a NUL byte', () => {
		const text = '\ufeff學生';
		assert.equal(littleEndian(text).includes(0), false);
		assert.equal(detectUtf16(littleEndian(text)), 'utf-16le');
		assert.equal(detectUtf16(bigEndian(text)), 'utf-16be');
	});

	it('is what the mark says, even if the NUL bytes say the opposite', () => {
		assert.equal(detectUtf16(Buffer.concat([littleEndian('\ufeff'), bigEndian('sis_id')])), 'utf-16le');
		assert.equal(detectUtf16(Buffer.concat([bigEndian('\ufeff'), littleEndian('sis_id')])), 'utf-16be');
	});

	it('is not UTF-16 for half of a mark', () => {
		for (const bytes of [[0xff], [0xfe], [0xff, 0x61], [0xfe, 0x61], [0x61, 0xfe], [0x61, 0xff]]) {
			assert.equal(detectUtf16(Uint8Array.from(bytes)), undefined);
		}
	});

	it('is UTF-16 without a mark if every other byte of the column names is NUL', () => {
		assert.equal(detectUtf16(littleEndian('sis_id')), 'utf-16le');
		assert.equal(detectUtf16(bigEndian('sis_id')), 'utf-16be');
	});

	it('is UTF-16 from a quarter of NULs on', () => {
		assert.equal(detectUtf16(Uint8Array.of(0x61, 0, 0x62, 0x63)), 'utf-16le');
		assert.equal(detectUtf16(Uint8Array.of(0, 0x61, 0x62, 0x63)), 'utf-16be');
		assert.equal(detectUtf16(Uint8Array.of(0x61, 0, 0x62, 0x63, 0x64)), undefined);
	});

	it('is not UTF-16 for plain text, or for no text', () => {
		assert.equal(detectUtf16(Buffer.from('sis_id')), undefined);
		assert.equal(detectUtf16(new Uint8Array()), undefined);
	});
});
