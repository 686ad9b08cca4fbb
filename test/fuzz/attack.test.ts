import assert from 'node:assert/strict';
import { attack } from './attack';
import type { Target } from './target';

/** Draws lists of numbers, and fails where one is 20 or more. */
const numbers: Target<readonly number[]> = {
	name: 'numbers',
	draw: (random) => Array.from({ length: random.below(30) }, () => random.below(50)),
	corpus: [],
	check: (list) => {
		assert.ok(list.every((one) => one < 20));
	},
};
const target = (changes: Partial<Target<readonly number[]>> = {}): Target<unknown> => {
	const { check, ...others } = { ...numbers, ...changes };
	return { ...others, check: (one) => check(one as readonly number[]) };
};

describe('an attack', () => {
	it('makes a failing case smaller', async () => {
		for (const seed of [1, 2, 3]) {
			const { failure } = await attack(target(), seed, 10_000);
			assert.ok(failure?.error instanceof assert.AssertionError);
			const list = failure.one as readonly number[];
			assert.equal(list.length, 1, JSON.stringify(list));
			assert.ok((list[0] as number) >= 20 && (list[0] as number) < 40, JSON.stringify(list));
		}
	});

	it('fails in the same run for the same seed', async () => {
		const [one, other] = [await attack(target(), 7, 10_000), await attack(target(), 7, 10_000)];
		assert.deepEqual([one.runs, one.failure?.one], [other.runs, other.failure?.one]);
	});

	it('tries the corpus first', async () => {
		const { runs, failure } = await attack(target({ corpus: [[1], [99]] }), 1, 10_000);
		assert.equal(runs, 2);
		assert.deepEqual(failure?.one, [99]);
	});

	it('ends in time, stops what it has started, and counts its runs', async () => {
		let tried = 0;
		let stops = 0;
		const sound = target({ check: () => void tried++, stop: async () => void stops++ });
		const { runs, seconds, failure } = await attack(sound, 1, 200);
		assert.equal(failure, undefined);
		assert.equal(runs, tried);
		assert.ok(runs > 100 && seconds < 5, `${runs} in ${seconds} s`);
		assert.equal(stops, 1);
	});
});
