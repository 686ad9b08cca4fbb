import assert from 'node:assert/strict';
import { join } from 'node:path';
import { openForCheck } from '../../server/src/disk/openFile';
import { folder } from '../cli/support';

describe('a file on the disk as text', () => {
	const opened = (bytes: Uint8Array) => openForCheck(join(folder({ 'students.csv': bytes }), 'students.csv'));
	const textOf = (bytes: readonly number[]): string => {
		const { bytes: held, start } = opened(Uint8Array.from(bytes));
		return held.text(start, held.size);
	};

	it('is without its byte order mark', () => {
		assert.equal(textOf([0xef, 0xbb, 0xbf, 0x61]), 'a');
	});

	it('has U+FFFD for bytes that are not UTF-8', () => {
		assert.equal(textOf([0x61, 0xf1, 0x62]), 'a\ufffdb');
	});

	it('is recognized as UTF-16 by its mark', () => {
		assert.deepEqual(opened(Uint8Array.of(0xff, 0xfe, 0x61, 0)).names, ['a']);
		assert.deepEqual(opened(Uint8Array.of(0xfe, 0xff, 0, 0x61)).names, ['a']);
	});
});
