import assert from 'node:assert/strict';
import { CsvDocument } from '../../server/src/csv/document';
import type { OffsetEdit } from '../../server/src/csv/edits/edit';
import { mergeEdits } from '../../server/src/csv/edits/mergeEdits';
import { runToEnd } from '../../server/src/work/runToEnd';
import { applied } from '../support/checking';
import { Random } from './random';

describe('mergeEdits', () => {
	function merged(text: string, edits: readonly OffsetEdit[]): readonly OffsetEdit[] {
		return runToEnd(mergeEdits(new CsvDocument('file:///a.csv', '', 1, text), edits));
	}

	it('merges very many edits into one that makes the same text', () => {
		const random = new Random(7);
		const text = Array.from({ length: 60_000 }, (_, at) => `${at},Yes,No\n`).join('');
		const edits: OffsetEdit[] = [];
		for (let at = 0; at < text.length - 20; at += 1 + random.below(random.chance(0.001) ? 9000 : 60)) {
			const end = at + random.below(12);
			edits.push({ start: at, end, text: random.text(['x', '"', '\n'], random.below(4)) });
			at = end + 1;
		}
		assert.ok(edits.length > 5000);
		const single = merged(text, edits);
		assert.equal(single.length, 1);
		assert.equal(applied(text, single), applied(text, edits));
	});

	it('returns fewer edits as they are', () => {
		const edits = Array.from({ length: 4000 }, (_, at) => ({ start: at * 4, end: at * 4 + 1, text: 'x' }));
		assert.deepEqual(merged('a,b\n'.repeat(4000), edits), edits);
	});
});
