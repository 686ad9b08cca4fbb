import assert from 'node:assert/strict';
import { checkerOf } from '../support/checking';

describe('a file with more columns than a function call can have arguments', () => {
	it('is checked, in the header and below it', () => {
		const columns = 200_000;
		const header = `sis_id${',a"b'.repeat(columns)}`;
		const checker = checkerOf('students_ext.csv', `${header}\n1${',x'.repeat(columns + 1)}\n`);
		assert.ok(checker.run());
		const found = checker.findings().map(({ rule }) => rule.id);
		assert.equal(found.filter((id) => id === 'csv/quote-in-field').length, columns);
		assert.equal(found.filter((id) => id === 'csv/field-count').length, 1);
		assert.equal(checker.active.failed.size, 0);
	});
});
