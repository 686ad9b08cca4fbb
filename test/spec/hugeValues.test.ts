/** Values of a million characters: what reads them takes time in proportion to their length, or nobody could type on. */

import assert from 'node:assert/strict';
import { firstOdd, trimUnseen } from '../../server/src/characters';
import { codeAndLabel } from '../../server/src/spec/codeAndLabel';
import { normalizedValue } from '../../server/src/spec/meaning';

const MILLION = 1_000_000;

describe('a value of a million characters', () => {
	it('is trimmed at both ends only', () => {
		const inside = `a${' '.repeat(MILLION)}b`;
		assert.equal(trimUnseen(`\u200b ${inside}\u{e0041} `), inside);
		assert.equal(normalizedValue(`"'${inside}”`), inside);
		assert.equal(normalizedValue(`a${'"'.repeat(MILLION)}b`).length, MILLION + 2);
		assert.equal(trimUnseen(' '.repeat(MILLION)), '');
		assert.equal(normalizedValue('"'.repeat(MILLION)), '');
		assert.equal(firstOdd(`a${' '.repeat(MILLION)}\u00e9`), undefined);
	});

	it('holds no code and label, which have 200 characters at most', () => {
		assert.deepEqual(codeAndLabel(`W -${' '.repeat(100)}White`), ['W', 'White']);
		assert.deepEqual(codeAndLabel(`W -${' '.repeat(200)}White`), []);
		assert.deepEqual(codeAndLabel(`a${' '.repeat(MILLION)}b`), []);
	});
});
