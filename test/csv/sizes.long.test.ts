import assert from 'node:assert/strict';
import type { ContentChange } from '../../server/src/csv/edits/edit';
import { open } from './support';

const TYPED: ContentChange = {
	range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
	text: 'x,',
};

describe('very large inputs', () => {
	const TEN_MILLION = 10_000_000;

	for (const [name, piece] of [
		['letters', 'a'],
		['quotes', '"'],
		['an unclosed quote', '"'],
	] as const) {
		it(`reads and edits one line of ten million units: ${name}`, () => {
			const text = name === 'an unclosed quote' ? piece + 'a'.repeat(TEN_MILLION) : piece.repeat(TEN_MILLION);
			const document = open(text);
			assert.equal(document.lineCount, 1);
			assert.equal(document.recordCount, 1);
			assert.deepEqual(document.positionAt(TEN_MILLION), { line: 0, character: TEN_MILLION });
			document.update([TYPED], 2);
			assert.deepEqual(
				document.fieldsOf(0).map(({ start, end }) => [start, end]),
				[
					[0, 1],
					[2, text.length + 2],
				],
			);
		});
	}

	it('reads and edits five thousand columns', () => {
		const line = Array.from({ length: 5_000 }, (_, column) =>
			column % 3 ? `${column}` : `"${column}"`,
		).join();
		const document = open(`${line}\n${line}\n`);
		assert.equal(document.fieldsOf(1).length, 5_000);
		assert.equal(document.fieldsOf(1)[4_998]?.value, '4998');
		document.update([TYPED], 2);
		assert.equal(document.fieldsOf(0).length, 5_001);
		assert.equal(document.fieldsOf(1).length, 5_000);
	});
});
