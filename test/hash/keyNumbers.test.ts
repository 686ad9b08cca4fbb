import assert from 'node:assert/strict';
import { KeyNumbers, NO_NUMBER } from '../../server/src/hash/keyNumbers';
import { Random } from '../csv/random';

describe('numbers of keys', () => {
	it('count up from 0 and stay the same, even beyond the expected size and for hashes that collide', () => {
		for (let seed = 0; seed < 50; seed++) {
			const random = new Random(seed);
			const numbers = new KeyNumbers(random.below(20));
			for (let round = 0; round < 3; round++) {
				const expected = new Map<string, number>();
				for (let step = 0; step < 200; step++) {
					// Few slots for the first hash, and few second hashes: most keys collide in one of the two.
					const key = random.below(12) * 2 ** (random.below(2) * 20) - 6;
					const otherKey = random.below(6) - 3;
					const id = `${key} ${otherKey}`;
					assert.equal(numbers.find(key, otherKey), expected.get(id) ?? NO_NUMBER);
					if (random.chance(0.5)) continue;
					assert.equal(numbers.add(key, otherKey), expected.has(id) ? NO_NUMBER : expected.size);
					if (!expected.has(id)) expected.set(id, expected.size);
					assert.equal(numbers.size, expected.size);
				}
				numbers.clear();
				assert.equal(numbers.size, 0);
			}
		}
	});
});
