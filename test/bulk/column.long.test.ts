import assert from 'node:assert/strict';
import { replaceValue } from '../../server/src/bulk/replaceValue';
import { done, extension } from './support';

describe('replacing a value in a column', () => {
	it('replaces 400,000 values', () => {
		const rows = Array.from({ length: 400_000 }, (_, index) => `${index},Yes`);
		const file = extension(`sis_id,ext.title_i\n${rows.join('\n')}\n`);
		assert.equal(done(replaceValue(file, 1, 'Yes', 'No')).changed, 400_000);
	});
});
