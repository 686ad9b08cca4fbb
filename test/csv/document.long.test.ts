import assert from 'node:assert/strict';
import { Random } from './random';
import { open, parse, valuesOf } from './support';

const TEXT = Array.from({ length: 400 }, (_, row) => `${row},"a ""${row}""",b\n`).join('');

describe('an edit of a document', () => {
	it('keeps the blocks near their size', () => {
		const random = new Random(7);
		const document = open(TEXT, { blockSize: 500 });
		for (let round = 0; round < 3_000; round++) {
			const line = random.below(document.lineCount);
			if (random.chance(0.5))
				document.update(
					[
						{
							range: { start: { line, character: 0 }, end: { line, character: 0 } },
							text: '1,"2",3\n'.repeat(random.below(9)),
						},
					],
					round,
				);
			else {
				const range = { start: { line, character: 0 }, end: { line: line + random.below(9), character: 0 } };
				document.update([{ range, text: '' }], round);
			}
			const most = Math.max(...document.blocks.map((block) => block.text.length));
			assert.ok(most <= 1_500, `a block of ${most}`);
			assert.ok(
				document.blocks.length <= 2 + (document.length / 500) * 3,
				`${document.blocks.length} blocks`,
			);
		}
		assert.deepEqual(valuesOf(document), parse(document.getText()));
	});
});
