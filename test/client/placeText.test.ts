import assert from 'node:assert/strict';
import { cellText, placeText } from '../../client/src/status/placeText';

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

describe('the active cell of a table in the status bar', () => {
	const text = (column: string, cells = 1): string => cellText({ column, letter: 'F', row: 2400 }, cells);

	it('is named as in a spreadsheet, with the header if there is one', () => {
		assert.equal(text('ext.migrant_status'), 'Row 2,400, column F (ext.migrant_status)');
		assert.equal(text(''), 'Row 2,400, column F');
	});

	it('comes with the number of selected cells', () => {
		assert.equal(text('Race', 1200), 'Row 2,400, column F (Race) · 1,200 cells selected');
	});

	it('draws no icon, and is short', () => {
		assert.doesNotMatch(text('$(error) x'), /\$\(/);
		assert.ok(text('x'.repeat(5000), 1200).length < 90);
	});
});
