import assert from 'node:assert/strict';
import { setField } from '../../server/src/csv/edits/setField';

describe('setField', () => {
	const field = (flags: number) => ({ start: 3, end: 8, flags });

	it('quotes a value that needs it, or that was quoted correctly', () => {
		assert.deepEqual(setField(field(0), 'F'), { start: 3, end: 8, text: 'F' });
		assert.equal(setField(field(0), 'a,b').text, '"a,b"');
		assert.equal(setField(field(0), 'a"b').text, '"a""b"');
		assert.equal(setField(field(0), 'a\rb').text, '"a\rb"');
		assert.equal(setField(field(1), 'F').text, '"F"');
		assert.equal(setField(field(1 | 2), '').text, '""');
		assert.equal(setField(field(1 | 8), 'F').text, 'F');
		assert.equal(setField(field(4), 'F').text, 'F');
	});
});
