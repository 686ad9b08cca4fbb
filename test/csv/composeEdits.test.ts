import assert from 'node:assert/strict';
import { ComposedEdits } from '../../server/src/csv/edits/composeEdits';
import type { OffsetEdit } from '../../server/src/csv/edits/edit';
import { applied } from '../support/checking';
import { Random } from './random';

/** Up to four edits of a text, ascending and apart; some delete nothing, some write nothing. */
function randomEdits(random: Random, length: number): OffsetEdit[] {
	const edits: OffsetEdit[] = [];
	let at = 0;
	for (let left = random.below(5); left > 0; left--) {
		const start = at + random.below(length - at + 1);
		const end = start + random.below(Math.min(4, length - start) + 1);
		const text = random.text(['A', 'B', ',', '\r\n'], random.below(4));
		const last = edits.at(-1);
		if (start === end && (text === '' || start === last?.end)) continue;
		edits.push({ start, end, text });
		at = end;
	}
	return edits;
}

describe('pieces', () => {
	it('start as the first text, with nothing to change', () => {
		assert.deepEqual(new ComposedEdits(5).edits(), []);
		assert.deepEqual(new ComposedEdits(0).edits(), []);
		const untouched = new ComposedEdits(5);
		untouched.apply([]);
		assert.deepEqual(untouched.edits(), []);
	});

	it('give back one set of edits as it was', () => {
		const edits = [
			{ start: 0, end: 0, text: 'x' },
			{ start: 2, end: 4, text: '' },
			{ start: 6, end: 6, text: 'yy' },
		];
		const pieces = new ComposedEdits(6);
		pieces.apply(edits);
		assert.deepEqual(pieces.edits(), edits);
	});

	it('join an edit of an edit with it', () => {
		const pieces = new ComposedEdits(10);
		pieces.apply([{ start: 2, end: 8, text: 'Female' }]);
		pieces.apply([{ start: 3, end: 8, text: '' }]);
		assert.deepEqual(pieces.edits(), [{ start: 2, end: 8, text: 'F' }]);
	});

	it('say the same as applying round after round, whatever the edits', () => {
		const random = new Random(11);
		for (let round = 0; round < 20_000; round++) {
			const first = random.text(['a', 'b', 'c', '\n'], random.below(12));
			const pieces = new ComposedEdits(first.length);
			let now = first;
			for (let step = random.below(5); step >= 0; step--) {
				const edits = randomEdits(random, now.length);
				pieces.apply(edits);
				now = applied(now, edits);
				assert.equal(applied(first, pieces.edits()), now);
			}
		}
	});
});
