import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { editedText } from '../../server/src/check/fixes/editedText';
import { fixAllEdits } from '../../server/src/check/fixes/fixAll';
import { runToEnd } from '../../server/src/work/runToEnd';
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

describe('a row with a fix in each of thousands of columns', () => {
	const COLUMNS = 3000;
	const columns = (value: (index: number) => string): string[] =>
		Array.from({ length: COLUMNS }, (_, at) => value(at));
	const written = (values: readonly string[]): string => values.map((value) => `,${value}`).join('');

	for (const [where, header, row] of [
		['in the header', (at: number) => `ext.a${at} "b" c`, () => 'x'],
		['below it', (at: number) => `ext.a${at}`, (at: number) => `x${at} "y" z`],
	] as const) {
		it(`is checked and fixed at once, ${where}`, () => {
			const text = `sis_id${written(columns(header))}\n1${written(columns(row))}\n`;
			const checker = checkerOf('students_ext.csv', text);
			const edits = fixAllEdits(checker);
			assert.equal(checker.tally.fixable, COLUMNS);
			const fixed = runToEnd(editedText(checker.document, edits));
			assert.deepEqual(parse(fixed), [
				['sis_id', ...columns(header)],
				['1', ...columns(row)],
			]);
		});
	}
});
