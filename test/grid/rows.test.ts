import assert from 'node:assert/strict';
import type { GridRange } from '../../server/src/grid/gridTypes';
import { rowNames } from '../../server/src/grid/rowNames';
import { done, problemOf } from '../bulk/support';
import { checkerOf } from '../support/checking';
import { afterAction, petsOf, range, refusal, rowsOf } from './editing';
import { viewOf } from './support';

const insert = (record: number, count: number, below: boolean) =>
	({ type: 'insertRows', record, count, below }) as const;
const remove = (...ranges: readonly GridRange[]) => ({ type: 'deleteRows', ranges }) as const;
/** Rows of the table, which are all of one column here. */
const rows = (first: number, last = first) => range(first, last, 0);

const text = 'Pet_id,Name\r\n1,a\r\n2,b\r\n3,c\r\n';

describe('inserting rows', () => {
	it('adds empty rows next to a row, with its line break', () => {
		assert.deepEqual(afterAction(text, insert(2, 2, false)), {
			text: 'Pet_id,Name\r\n1,a\r\n,\r\n,\r\n2,b\r\n3,c\r\n',
			changed: 2,
			unreadable: 0,
			unmatched: { count: 0, ids: [], hidden: 0 },
		});
		assert.equal(afterAction(text, insert(3, 1, true)).text, `${text},\r\n`);
		assert.equal(afterAction(text, insert(0, 1, true)).text, text.replace('1,a', ',\r\n1,a'));
	});

	it('leaves a file without a line break at its end without one', () => {
		assert.equal(afterAction('Pet_id,Name\r1,a', insert(1, 2, true)).text, 'Pet_id,Name\r1,a\r,\r,');
		assert.equal(afterAction('Pet_id,Name\r1,a', insert(1, 1, false)).text, 'Pet_id,Name\r,\r1,a');
		assert.equal(afterAction('Pet_id,Name', insert(0, 1, true)).text, 'Pet_id,Name\n,');
		assert.equal(afterAction('\uFEFFPet_id,Name\r\n', insert(0, 1, true)).text, '\uFEFFPet_id,Name\r\n,\r\n');
	});

	it('adds no blank line to a file of one column', () => {
		assert.equal(afterAction('Pet_id\n1\n', insert(1, 2, true)).text, 'Pet_id\n1\n""\n""\n');
	});

	it('refuses a place that is none, and too many rows', () => {
		const gone = 'The row is not in the file any more. Select a row again.';
		for (const record of [-1, 4, Number.NaN, 1.5]) assert.equal(refusal(text, insert(record, 1, true)), gone);
		assert.equal(refusal(text, insert(0, 1, false)), 'No row can be above the header. Insert rows below it.');
		for (const count of [0, -1, 100_001, Number.NaN]) {
			assert.equal(
				refusal(text, insert(1, count, true)),
				'Between 1 and 100,000 rows can be inserted at once.',
			);
		}
	});
});

describe('deleting rows', () => {
	it('takes the rows with their line breaks', () => {
		assert.deepEqual(afterAction(text, remove(rows(2), rows(0))), {
			text: 'Pet_id,Name\r\n2,b\r\n',
			changed: 2,
			unreadable: 0,
			unmatched: { count: 0, ids: [], hidden: 0 },
		});
		assert.equal(afterAction(text, remove(rows(0, 2), rows(1))).text, 'Pet_id,Name\r\n');
	});

	it('takes the line break before the last row where it has none', () => {
		const open = text.trimEnd();
		assert.equal(afterAction(open, remove(rows(2))).text, 'Pet_id,Name\r\n1,a\r\n2,b');
		assert.equal(afterAction(open, remove(rows(0), rows(2))).text, 'Pet_id,Name\r\n2,b');
		assert.equal(afterAction(open, remove(rows(0, 2))).text, 'Pet_id,Name');
	});

	it('keeps a blank line above the last rows', () => {
		const blank = 'Pet_id,Name\n1,a\n\n2,b\n3,c';
		assert.equal(afterAction(blank, remove(rows(2, 3))).text, 'Pet_id,Name\n1,a\n\n');
		assert.equal(afterAction(blank, remove(rows(1, 3))).text, 'Pet_id,Name\n1,a');
	});

	it('takes rows that cannot be read, blank ones, and values of several lines', () => {
		const odd = 'Pet_id,Name\n1,"a\nb"\n\n2,"open\n3,x,y\n4,d\n';
		assert.equal(afterAction(odd, remove(rows(0, 3))).text, 'Pet_id,Name\n4,d\n');
		assert.equal(afterAction(odd, remove(rows(2))).text, odd.replace('2,"open\n', ''));
	});

	it('keeps a blank line that would become a part of the line break above', () => {
		const mixed = 'Pet_id,Name\r1,a\n\n2,b\n';
		const { text: now } = afterAction(mixed, remove(rows(0)));
		assert.equal(now, 'Pet_id,Name\n\n2,b\n');
		assert.equal(petsOf(now).records, petsOf(mixed).records - 1);
		assert.equal(
			refusal('Pet_id,Name\r\r1,a\n\n', remove(rows(1))),
			'A blank line next to a deleted row would be lost. Delete the blank line too.',
		);
	});

	it('takes the rows that the view shows', () => {
		const sorted = viewOf({}, { column: 0, descending: true });
		assert.equal(afterAction(text, remove(rows(0, 1)), sorted).text, 'Pet_id,Name\r\n1,a\r\n');
	});

	it('refuses where a quote that is open above would be closed', () => {
		const open = `Pet_id,Name\n1,"a\n${'2,b\n'.repeat(63)}3,"\n4,c\n`;
		assert.equal(petsOf(open).records, 66);
		assert.equal(
			refusal(open, remove(rows(1))),
			'Row 2 of pets.csv opens a quote that is never closed. Close it first.',
		);
		assert.equal(afterAction(open, remove(rows(0, 1))).changed, 2, 'it goes too');
		assert.equal(afterAction(open, remove(rows(65))).changed, 1, 'it is below');
	});
});

describe('the names of rows', () => {
	const students =
		'Student_id,Last_name,First_name\n1001,Reyes,Ana\n1002,Boone,\n,Chu,Li\n1003,O,P,\n1004,Kim,Bo\n';
	const names = (checker: ReturnType<typeof checkerOf>, ...ranges: readonly GridRange[]) =>
		done(rowNames(checker, rowsOf(checker), ranges));

	it('are those of the students of the first three', () => {
		const checker = checkerOf('students.csv', students);
		checker.run();
		assert.deepEqual(names(checker, rows(4), rows(0)), {
			rows: 2,
			names: ['Reyes, Ana (1001)', 'Kim, Bo (1004)'],
		});
		assert.deepEqual(names(checker, rows(1, 4)), { rows: 4, names: ['Boone (1002)', 'row 4', 'row 5'] });
	});

	it('come from the other file where this one has none', () => {
		const checker = checkerOf(
			'students_ext.csv',
			'sis_id,ext.title_i\n1001,Yes\n9,No\n',
			{},
			{ sibling: students },
		);
		checker.run();
		assert.deepEqual(names(checker, rows(0, 1)).names, ['Reyes, Ana (1001)', '9']);
	});

	it('are refused of rows that are not there', () => {
		const checker = petsOf(text);
		assert.equal(
			problemOf(rowNames(checker, rowsOf(checker), [rows(9)])),
			'The selection is not in the table any more. Select the cells again.',
		);
	});
});
