import assert from 'node:assert/strict';
import { type CacheNews, RowCache } from '../../client/src/grid/page/rowCache';
import type { GridRows } from '../../server/src/protocol';

/** A view of many rows whose version can be set, and what was asked of it. */
function view(shown: number) {
	const asked: (readonly [first: number, count: number])[] = [];
	const news: CacheNews[] = [];
	const state = { version: 1, order: 1, value: 'a', shown };
	const cache = new RowCache(
		async (first, count, columns): Promise<GridRows> => {
			asked.push([first, count]);
			const { version, order, value, shown } = state;
			await Promise.resolve();
			const rows = Array.from({ length: Math.min(count, shown - first) }, (_, at) => ({
				record: first + at + 1,
				values: columns.map(() => (first + at === 5 ? value : 'x')),
				findings: [],
			}));
			return { version, order, total: shown, shown, first, rows, isComplete: true };
		},
		(each) => news.push(each),
	);
	cache.setColumns([0, 1, 2]);
	return { asked, news, state, cache };
}

describe('the rows that the page of a table keeps', () => {
	it('are a bounded number, wherever people scroll', async () => {
		const { cache } = view(400_000);
		cache.setColumns(Array.from({ length: 18 }, (_, column) => column));
		let most = 0;
		for (let top = 0; top < 400_000; top += 400) {
			cache.show(top, top + 40, true);
			await cache.settled();
			most = Math.max(most, cache.size);
		}
		assert.ok(most <= Math.floor(150_000 / 18), String(most));
		assert.ok(cache.isFresh(399_600));
	});

	it('come with the first change after which there are some', async () => {
		const { cache, state, asked } = view(0);
		cache.show(0, 9, true);
		await cache.settled();
		cache.show(0, -1, true);
		await cache.settled();
		assert.deepEqual([cache.length, asked.length], [0, 1]);
		state.version = 2;
		state.shown = 2;
		cache.refresh(2);
		await cache.settled();
		assert.deepEqual([cache.length, cache.isFresh(1)], [2, true]);
	});

	it('come with one screen more in the direction of scrolling', async () => {
		const { cache, asked } = view(1000);
		cache.show(0, 9, true);
		await cache.settled();
		cache.show(500, 509, false);
		await cache.settled();
		assert.deepEqual(asked, [
			[0, 10],
			[10, 10],
			[500, 10],
			[490, 10],
		]);
	});

	it('are asked for anew after a change, and only those that differ are told', async () => {
		const { cache, state, news } = view(100);
		cache.show(0, 9, true);
		await cache.settled();
		state.version = 2;
		state.value = 'b';
		cache.refresh(2);
		assert.equal(cache.get(5)?.row.values?.[0], 'a');
		await cache.settled();
		assert.equal(cache.get(5)?.row.values?.[0], 'b');
		assert.deepEqual(
			news.slice(2).flatMap(({ changed }) => changed),
			[5],
		);
	});

	it('are never those of an older version', async () => {
		const { cache, state, news } = view(100);
		cache.show(0, 9, true);
		cache.refresh(2);
		state.version = 2;
		await cache.settled();
		assert.ok(news.every(({ answer }) => answer.version === 2));
	});

	it('are all asked for anew where rows have moved', async () => {
		const { cache, asked, state, news } = view(100);
		cache.show(0, 9, true);
		await cache.settled();
		assert.equal(cache.order, 1);
		state.order = 2;
		// The answer for the next rows tells it.
		cache.show(20, 29, true);
		await cache.settled();
		assert.equal(cache.order, 2);
		assert.deepEqual(
			news.map(({ isReordered }) => isReordered),
			[false, false, true, false],
		);
		assert.ok(!cache.isFresh(5) && cache.isFresh(25));
		cache.show(0, 9, true);
		await cache.settled();
		assert.deepEqual(asked.slice(-2), [
			[0, 10],
			[10, 10],
		]);
	});

	it('are forgotten with their view', async () => {
		const { cache, news } = view(100);
		cache.show(0, 9, true);
		cache.reset();
		assert.equal(cache.length, undefined);
		cache.show(0, 9, true);
		await cache.settled();
		assert.equal(cache.length, 100);
		assert.equal(news.length, 2);
	});
});
