import assert from 'node:assert/strict';
import { placeText } from '../../client/src/status/placeText';

describe('the column and the row in the status bar', () => {
	const text = (column: string): string => placeText({ column, letter: 'C', row: 7 });

	it('are named by the header, or by letter where it has none', () => {
		assert.equal(text('ext.primary_disability_type'), 'ext.primary_disability_type · row 7');
		assert.equal(text(''), 'column C · row 7');
	});

	it('are short, whatever the header', () => {
		const long = text('A header that somebody wrote\nas a whole sentence, with a line break');
		assert.equal(long, 'A header that somebody wrote … · row 7');
		assert.ok(text('x'.repeat(5000)).length < 45);
	});

	it('draw no icon', () => {
		assert.doesNotMatch(text('$(error) x'), /\$\(/);
	});
});
