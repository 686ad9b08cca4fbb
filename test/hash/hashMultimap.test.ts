import assert from 'node:assert/strict';
import { HashMultimap } from '../../server/src/hash/hashMultimap';

describe('HashMultimap', () => {
	it('keeps an owner until its last hash is deleted, even if others are added in between', () => {
		const map = new HashMultimap<string>();
		map.add(1, 'a');
		map.add(2, 'a');
		assert.equal(map.delete(1, 'a'), true);
		map.add(3, 'b');
		assert.deepEqual(map.get(2), ['a']);
		assert.deepEqual(map.get(3), ['b']);
		assert.equal(map.delete(2, 'a'), true);
		assert.deepEqual(map.get(2), []);
	});

	it('reuses the place of an owner without hashes for the next owner', () => {
		const map = new HashMultimap<string>();
		map.add(1, 'a');
		map.delete(1, 'a');
		map.add(1, 'b');
		assert.deepEqual(map.get(1), ['b']);
		assert.equal(map.delete(1, 'a'), false);
	});

	it('returns the owners of a hash, the last one added first, and each once', () => {
		const map = new HashMultimap<string>();
		assert.equal(map.add(7, 'a'), true);
		assert.equal(map.add(7, 'a'), false);
		assert.equal(map.add(7, 'b'), false);
		assert.deepEqual(map.get(7), ['b', 'a']);
		assert.equal(map.delete(7, 'c'), false);
	});

	it('counts different hashes while it grows and shrinks', () => {
		const map = new HashMultimap<number>();
		for (let owner = 0; owner < 2; owner++) for (let hash = 0; hash < 5_000; hash++) map.add(hash, owner);
		assert.equal(map.size, 5_000);
		assert.deepEqual(map.get(4_999), [1, 0]);
		for (let hash = 0; hash < 5_000; hash++) map.delete(hash, 1);
		assert.equal(map.size, 5_000);
		for (let hash = 0; hash < 5_000; hash += 2) map.delete(hash, 0);
		assert.equal(map.size, 2_500);
		assert.equal(map.has(2), false);
		assert.deepEqual(map.get(3), [0]);
	});
});
