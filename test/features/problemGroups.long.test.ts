import assert from 'node:assert/strict';
import { drawEditedPair } from '../check/editedPair';
import { Random } from '../csv/random';
import { assertGroupsAreExact } from './problemGroups';

describe('the problems by value of random districts', () => {
	it('are exact after random edits, keep their ids, and are fixed as promised', () => {
		let fixes = 0;
		for (let seed = 1; seed <= 40; seed++) fixes += assertGroupsAreExact(drawEditedPair(new Random(seed)));
		assert.ok(fixes > 60, `${fixes} fixes`);
	});
});
