import assert from 'node:assert/strict';
import { ValueCache } from '../../server/src/check/record/valueCache';
import { sameBy31 } from '../support/collisions';

/** A text that counts how often one of its characters is read. */
function countingReads(text: string): { readonly text: string; reads: number } {
	const counting = {
		reads: 0,
		text: {
			charCodeAt: (at: number) => {
				counting.reads++;
				return text.charCodeAt(at);
			},
		} as string,
	};
	return counting;
}

describe('the cache of the values of a column', () => {
	it('reads a bounded number of values that were made to collide', () => {
		const cache = new ValueCache<string>(14);
		const values = [...sameBy31(12)];
		for (const value of values) cache.add(value, 0, null);
		for (const value of ['Aa'.repeat(12), 'BB'.repeat(12), `${'Aa'.repeat(11)}C#`]) {
			const counting = countingReads(value);
			cache.find(counting.text, 0, value.length);
			assert.ok(counting.reads < 50 * value.length, `${counting.reads}`);
		}
		assert.equal(cache.find(values.at(-1) as string, 0, 24)?.value, values.at(-1));
	});

	it('keeps fewer values of a column in a file of thousands of them', () => {
		for (const [columns, kept] of [
			[14, 10_000],
			[20_000, 100],
		] as const) {
			const cache = new ValueCache<string>(columns);
			for (let value = 1000; value <= 1000 + kept; value++) cache.add(`${value}`, 0, null);
			assert.equal(cache.find('1000', 0, 4), undefined, `${columns} columns`);
			assert.equal(cache.find(`${1000 + kept}`, 0, `${1000 + kept}`.length)?.value, `${1000 + kept}`);
		}
	});
});
