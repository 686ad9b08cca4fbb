import assert from 'node:assert/strict';
import { hashesOf, hashOf, hashSecret, useHashSecret } from '../../server/src/hash/textHash';
import { collidingIds, twins } from '../support/collisions';

/**
 * HalfSipHash-1-3 of the bytes 0, 1, 2, …, by the number of bytes, as the Linux kernel's own test has it for the key
 * `KEY` (lib/tests/siphash_kunit.c, 32 bits).
 */
const HALF_SIP_HASH = new Map([
	[0, 1477757078],
	[2, -1135931856],
	[4, 2114297510],
	[6, -1610085531],
	[8, 1467586993],
	[10, -453365041],
	[12, 1797785964],
	[14, 375753340],
	[16, -1959668479],
	[30, 590460579],
]);
const KEY = Int32Array.of(0x03020100, 0x07060504);

/** The bytes 0, 1, 2, … as a text, two to a UTF-16 unit. */
function bytes(count: number): string {
	return Array.from({ length: count / 2 }, (_, at) => String.fromCharCode(2 * at + 256 * (2 * at + 1))).join(
		'',
	);
}

describe('the hashes of a text', () => {
	const secret = hashSecret();
	afterEach(() => useHashSecret(secret));

	it('are HalfSipHash-1-3', () => {
		useHashSecret(KEY);
		for (const [count, expected] of HALF_SIP_HASH) {
			const text = `${'\u0301'.repeat(count % 5)}${bytes(count)};`;
			assert.equal(hashOf(text, count % 5, text.length - 1), expected, `${count} bytes`);
		}
	});

	it('depend on a secret', () => {
		const hashes = [0, 1, 2].map((one) => {
			useHashSecret(Int32Array.of(one, 5));
			return [...hashesOf('1001', 0, 4)];
		});
		for (const which of [0, 1]) assert.equal(new Set(hashes.map((pair) => pair[which])).size, 3);
		useHashSecret(secret);
		assert.deepEqual(hashSecret(), secret);
	});

	it('differ for IDs that were made for a hash without a secret', () => {
		const ids = collidingIds(10);
		assert.equal(new Set(ids).size, 1024);
		// Of 1,024 random numbers of 32 bits, two are the same once in 8,000 runs, and ten never.
		assert.ok(new Set(ids.map((id) => hashOf(id, 0, id.length))).size > 1014);
		const [one, other] = twins().map((id) => [...hashesOf(id, 0, id.length)]);
		assert.notDeepEqual(one, other);
	});
});
