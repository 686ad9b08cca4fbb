import assert from 'node:assert/strict';
import { cellValue, rangeOfCell } from '../../server/src/grid';
import { gridRows } from '../../server/src/grid/rows';
import { runToEnd } from '../../server/src/work/runToEnd';
import { checkerOf } from '../support/checking';
import { recordsOf, viewOf } from './support';

const HEADER = 'Student_id,School_id,Last_name,Password,First_name,Grade';

/** The text of the first row as the table shows it, and as its cell has it. */
function shownText(row: string, header = HEADER): string {
	const checker = checkerOf('students.csv', `${header}\n${row}\n`);
	const answer = runToEnd(gridRows(checker, viewOf({}), { first: 0, count: 9, columns: [0, 1, 2, 3] }));
	const [first] = answer.rows;
	assert.equal(first?.values, undefined, 'the row can be read');
	const value = cellValue(checker, { record: 1, column: 0 });
	assert.equal(first?.text, value);
	assert.doesNotMatch(JSON.stringify(answer) + value, /canary/i);
	return value ?? '';
}

describe('a row that cannot be read, in a file with passwords', () => {
	it('is shown as it is but for the fields that may hold the password', () => {
		assert.equal(shownText('1,5,Reyes,canary,Ana'), '1,5,•••,•••,•••', 'a field is missing after it');
		assert.equal(shownText('1,5,canary,Ana,3'), '1,5,•••,•••,•••', 'a field is missing before it');
		assert.equal(shownText('1,5,Reyes, Jr,canary,Ana,3'), '1,5,•••,•••,•••,Ana,3', 'a comma before it');
		assert.equal(shownText('1,5,Reyes,canary,Ana, Luz,3'), '1,5,•••,•••,•••, Luz,3', 'a comma after it');
		assert.equal(shownText('1,5,Reyes,can,canary,Ana,3'), '1,5,•••,•••,•••,Ana,3', 'a comma in it');
		assert.equal(shownText('1,5,A,B,C,canary,Ana,3'), '1,•••,•••,•••,•••,•••,Ana,3', 'two commas before it');
		assert.equal(shownText('canary'), '•••', 'anything in a field of its own');
	});

	it('is masked from where quotes may have moved a comma', () => {
		for (const row of [
			'1,5,"Reyes" Jr,canary,Ana,3',
			'1,5,"Rey"es,"canary, x",Ana,3',
			'1,5,"Reyes,canary,Ana,3',
			'1,"5,Reyes,canary,Ana,3',
			'1,5,Rey"es,canary,Ana,3',
			'1,5,Reyes,"canary,Ana,3',
			'1,5,Reyes,"canary"canary,Ana,3',
			'1,5,Reyes,can"canary,Ana,3',
			'1,5,Reyes,canary,"Ana,3',
			'1,5,Reyes,canary,Ana,"3',
			'1,5,Reyes,canary,"Ana" x,3',
			'1,5,Reyes, Jr,canary,"Ana,3',
			'1,Reyes,canary,"Ana, "Lu, B" z",3',
			'1,"canary,\n2",5,Reyes,x" y',
		]) {
			assert.match(shownText(row), /^1,.*•••$/);
		}
		assert.equal(shownText('1,5,"Reyes" Jr,canary,Ana,3'), '1,5,•••,•••,•••,•••');
	});

	it('is masked for each column of passwords, and as a whole where the file has no columns', () => {
		assert.equal(
			shownText(
				'1,canary,a,b,c,canary',
				'Student_id,Password,Last_name,First_name,Grade,School_id,My password',
			),
			'•••,•••,•••,b,c,•••',
		);
		assert.equal(shownText('1;canary', 'Student_id;Password'), '•••');
	});

	it('is found by what is shown of it, and by no password', () => {
		const checker = checkerOf('students.csv', `${HEADER}\n1,5,Reyes, Jr,canary,Ana,3\n2,5,Boone,x,Lee,3\n`);
		const found = (text: string): number[] => recordsOf(checker, viewOf({ text }));
		assert.deepEqual(found('ana'), [1]);
		assert.deepEqual(found('canary'), []);
	});
});

describe('a cell of the table', () => {
	it('is none where a place has no whole numbers', () => {
		const checker = checkerOf('students.csv', `${HEADER}\n1,5,Reyes,canary,Ana,3\n`);
		for (const odd of [undefined, null, 'x', '1', {}, [1], Number.NaN, -1, 0.5]) {
			for (const place of [
				{ record: odd, column: 0 },
				{ record: 1, column: odd },
			]) {
				const asked = place as { readonly record: number; readonly column: number };
				assert.equal(cellValue(checker, asked), undefined);
				assert.equal(rangeOfCell(checker, asked), undefined);
			}
		}
		checker.followEdits();
		assert.equal(cellValue(checker, { record: 1, column: 3 }), undefined, 'a password');
		const sort = { column: '3' as unknown as number, descending: true };
		const two = checkerOf('students.csv', `${HEADER}\n1,5,Reyes,a,Ana,3\n2,5,Boone,b,Lee,3\n`);
		assert.deepEqual(recordsOf(two, viewOf({}, sort)), [1, 2]);
		const values = [{ column: '3' as unknown as number, values: ['a'] }];
		assert.deepEqual(recordsOf(two, viewOf({ values })), []);
	});
});
