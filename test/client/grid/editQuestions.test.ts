import assert from 'node:assert/strict';
import { deleteQuestion, pasteChoices, remarksOn } from '../../../client/src/grid/editQuestions';

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

	it('are by ID and at the active cell, with the counts and the columns of both', () => {
		assert.deepEqual(pasteChoices({ rows: 300, columns: 3, cells: 870, byId }), [
			{ title: 'Match Rows by ID (298 of 300 found)', detail: 'Into Gender, Race', byId: true },
			{
				title: 'Paste from the Active Cell',
				detail: '300 rows and 3 columns; 870 values change.',
				byId: false,
			},
		]);
	});

	it('say how many IDs lost their leading zeros', () => {
		const details = (restored: number) =>
			pasteChoices({ rows: 300, columns: 3, cells: 870, byId: { ...byId, restored } })[0]?.detail;
		assert.equal(details(12), '12 IDs lost their leading zeros. Into Gender, Race');
		assert.equal(details(1), '1 ID lost its leading zeros. Into Gender, Race');
	});

	it('are at the active cell alone where the IDs cannot be matched', () => {
		const unmatchable = { matched: 0, unmatched: 0, columns: [], problem: 'ID 1 is in two rows.' };
		const choices = (problem?: string) =>
			pasteChoices({ rows: 300, columns: 3, cells: 870, problem, byId: unmatchable });
		assert.deepEqual(
			choices().map((choice) => choice.byId),
			[false],
		);
		assert.deepEqual(choices('Too many rows.'), []);
	});

	it('are by ID alone where it does not fit at the active cell', () => {
		const choices = pasteChoices({ rows: 300, columns: 3, cells: 0, problem: 'Too many rows.', byId });
		assert.deepEqual(
			choices.map((choice) => choice.byId),
			[true],
		);
	});
});

describe('what is said after a change', () => {
	const none = { count: 0, ids: [], hidden: 0 };

	it('is nothing where all of it is made', () => {
		assert.equal(remarksOn({ unreadable: 0 }), undefined);
		assert.equal(remarksOn({ unreadable: 0, unmatched: none }), undefined);
	});

	it('names the first IDs that are not in the file, and counts those of hidden rows', () => {
		assert.equal(
			remarksOn({ unreadable: 0, unmatched: { ...none, count: 2, ids: ['40123', 'x 1'] } }),
			'2 IDs are not in this file: 40123, "x 1".',
		);
		assert.equal(
			remarksOn({ unreadable: 0, unmatched: { count: 1200, ids: ['1', ''], hidden: 1 } }),
			'1,200 IDs are not in this file: 1, an empty one and 1,198 more. 1 ID is in hidden rows.',
		);
	});

	it('speaks of one row and of many that cannot be read', () => {
		assert.equal(remarksOn({ unreadable: 1 }), '1 row could not be read and stayed as it was. Fix it first.');
		assert.equal(
			remarksOn({ unreadable: 4 }),
			'4 rows could not be read and stayed as they were. Fix them first.',
		);
	});
});
