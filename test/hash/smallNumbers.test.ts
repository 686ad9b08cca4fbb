import assert from 'node:assert/strict';
import { SmallNumbers } from '../../server/src/hash/smallNumbers';

describe('a list of small numbers', () => {
	it('holds numbers of any size at any place, and 0 where none was set', () => {
		const numbers = new SmallNumbers();
		const expected = new Map<number, number>();
		const values = [0, 1, 255, 256, 65_535, 65_536, 4_294_967_295];
		[3, 1023, 1024, 5000, 0, 70_000, 9].forEach((index, at) => {
			numbers.set(index, values[at] as number);
			expected.set(index, values[at] as number);
			for (const [place, value] of expected) assert.equal(numbers.get(place), value);
		});
		assert.equal(numbers.get(4), 0);
		assert.equal(numbers.get(1_000_000), 0);
	});
});
