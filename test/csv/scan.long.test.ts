import assert from 'node:assert/strict';
import { Random } from './random';
import { recordOf } from './recordOf';

const PIECES = ['a', ',', ';', '"', '"', '""', '\n', '\r', '\r\n', ' '];

describe('RecordReader', () => {
	it('sets sawEnd if more text could change the record', () => {
		const random = new Random(1);
		let mattered = 0;
		for (let round = 0; round < 50_000; round++) {
			const bound = 1 + random.below(4);
			const text = random.text(PIECES, 1 + random.below(14));
			const longer = text + random.text(PIECES, 1 + random.below(8));
			const record = recordOf(text, 0, bound);
			const where = JSON.stringify({ text, longer, bound });
			if (!record.sawEnd) assert.deepEqual(recordOf(longer, 0, bound), record, where);
			else if (recordOf(longer, 0, bound).next !== record.next) mattered++;
		}
		assert.ok(mattered > 5_000, `${mattered}`);
	});
});
