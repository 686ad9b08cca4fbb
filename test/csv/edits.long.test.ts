import assert from 'node:assert/strict';
import { assertEditsKeepUp, drawEditedDocument } from './editedDocument';
import { EVENTS, type Kind, long, short } from './events';
import { Random } from './random';

/** Change events per bound. There are 32,000 in all. */
const SHORT_ROUNDS = 8_000;
const LONG_ROUNDS = 4_000;

function assertAllKeepUp(
	seed: number,
	maxQuotedLines: number,
	rounds: number,
	kindOf: (random: Random) => Kind,
): void {
	const counts: Record<string, number> = {};
	for (let round = 0; round < rounds; ) {
		const random = new Random(seed * 1_000_000 + round);
		const one = drawEditedDocument(random, kindOf(random), maxQuotedLines);
		assertEditsKeepUp(one);
		for (const { name } of one.steps) counts[name] = (counts[name] ?? 0) + 1;
		round += one.steps.length;
	}
	for (const name of Object.keys(EVENTS))
		assert.ok((counts[name] ?? 0) > rounds / 80, `${name}: ${counts[name]}`);
}

describe('an edited document equals a new one of the same text', () => {
	for (const bound of [1, 2, 3]) {
		it(`where a quoted field may span ${bound} lines`, () =>
			assertAllKeepUp(bound, bound, SHORT_ROUNDS, short));
	}
	it('where a quoted field may span 3 lines and quotes are rare', () =>
		assertAllKeepUp(4, 3, LONG_ROUNDS, long));
	it('where a quoted field may span 64 lines', () => assertAllKeepUp(64, 64, LONG_ROUNDS, long));
});
