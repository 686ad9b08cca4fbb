import assert from 'node:assert/strict';
import { ComposedEdits } from '../../server/src/csv/edits/composeEdits';
import type { OffsetEdit } from '../../server/src/csv/edits/edit';
import { applied } from '../support/checking';
import { Random } from './random';

/** Up to four edits of a text, ascending and without overlaps; some delete nothing, some insert nothing. */
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

describe('ComposedEdits', () => {
	it('has no edits at first', () => {
		assert.deepEqual(new ComposedEdits(5).edits(), []);
		assert.deepEqual(new ComposedEdits(0).edits(), []);
		const untouched = new ComposedEdits(5);
		untouched.apply([]);
		assert.deepEqual(untouched.edits(), []);
	});

	it('returns a single set of edits unchanged', () => {
		const edits = [
			{ start: 0, end: 0, text: 'x' },
			{ start: 2, end: 4, text: '' },
			{ start: 6, end: 6, text: 'yy' },
		];
		const composed = new ComposedEdits(6);
		composed.apply(edits);
		assert.deepEqual(composed.edits(), edits);
	});

	it('merges an edit of an edit with it', () => {
		const composed = new ComposedEdits(10);
		composed.apply([{ start: 2, end: 8, text: 'Female' }]);
		composed.apply([{ start: 3, end: 8, text: '' }]);
		assert.deepEqual(composed.edits(), [{ start: 2, end: 8, text: 'F' }]);
	});

	it('makes the same text as applying every set of edits in turn', () => {
		const random = new Random(11);
		for (let round = 0; round < 20_000; round++) {
			const first = random.text(['a', 'b', 'c', '\n'], random.below(12));
			const composed = new ComposedEdits(first.length);
			let now = first;
			for (let step = random.below(5); step >= 0; step--) {
				const edits = randomEdits(random, now.length);
				composed.apply(edits);
				now = applied(now, edits);
				assert.equal(applied(first, composed.edits()), now);
			}
		}
	});
});
