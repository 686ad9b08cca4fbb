import assert from 'node:assert/strict';
import { deleteQuestion, pasteChoices } from '../../../client/src/grid/editQuestions';

describe('the question before rows are deleted', () => {
	it('names the student', () => {
		assert.equal(
			deleteQuestion({ rows: 1, names: ['Reyes, Ana (1001)'] }),
			'Delete the row of Reyes, Ana (1001)?',
		);
	});

	it('names a row without a student by its number', () => {
		assert.equal(deleteQuestion({ rows: 1, names: ['row 1,200'] }), 'Delete row 1,200?');
	});

	it('names the first of many and counts the others', () => {
		const names = ['Reyes, Ana (1001)', 'Boone, Lee (1002)', 'Adams, Sam (1003)'];
		assert.equal(
			deleteQuestion({ rows: 1200, names }),
			'Delete 1,200 rows: Reyes, Ana (1001), Boone, Lee (1002), Adams, Sam (1003) and 1,197 more?',
		);
		assert.equal(
			deleteQuestion({ rows: 2, names: names.slice(0, 2) }),
			'Delete 2 rows: Reyes, Ana (1001), Boone, Lee (1002)?',
		);
	});
});

describe('the ways to paste a block', () => {
	const byId = { matched: 298, unmatched: 2, columns: ['Gender', 'Race'] };

	it('need no choice where it has no IDs', () => {
		assert.deepEqual(pasteChoices({ rows: 300, columns: 3, cells: 900 }), []);
	});

	it('are at the active cell and by ID, with the counts and the columns of both', () => {
		assert.deepEqual(pasteChoices({ rows: 300, columns: 3, cells: 870, byId }), [
			{
				title: 'Paste from the Active Cell',
				detail: '300 rows and 3 columns; 870 values change.',
				byId: false,
			},
			{ title: 'Match Rows by ID (298 of 300 found)', detail: 'Into Gender, Race', byId: true },
		]);
	});

	it('are by ID alone where it does not fit at the active cell', () => {
		const choices = pasteChoices({ rows: 300, columns: 3, cells: 0, problem: 'Too many rows.', byId });
		assert.deepEqual(
			choices.map((choice) => choice.byId),
			[true],
		);
	});
});
