import assert from 'node:assert/strict';
import { placeOf, statusOf } from '../../server/src/features/status';
import { checked, marked } from '../support/features';

const HEADER = 'Student_id,School_id,Last_name,First_name';

describe('the status of a file', () => {
	it('counts rows, findings by severity, and findings that Fix All fixes', () => {
		const text = `${HEADER},GENDER,Race,Section_504_status\n1,5,Reyes,Ana,Female,H,Y\n2,5,=x,Lee,f,w,\n`;
		assert.deepEqual(statusOf(checked('students.csv', text)), {
			uri: 'file:///students.csv',
			version: 1,
			fileName: 'students.csv',
			records: 2,
			counts: { error: 2, warning: 3, information: 1, hint: 1 },
			fixable: 4,
			// H in Race and the formula.
			decisions: 2,
		});
	});

	it('counts every finding, including those that no editor shows', () => {
		const rows = Array.from({ length: 2500 }, (_, id) => `${id},5,Reyes,Ana,Female\n`).join('');
		const { counts, fixable, records } = statusOf(checked('students.csv', `${HEADER},Gender\n${rows}`));
		assert.deepEqual([counts.error, fixable, records], [2500, 2500, 2500]);
	});

	it('counts by the severity that the district set, and leaves out rules that are off', () => {
		const settings = { rules: { 'field/unknown-code': 'hint', 'field/code-spelling': 'off' } };
		const text = `${HEADER},Gender\n1,5,Reyes,Ana,Female\n2,5,Reyes,Ana,f\n`;
		const { counts, fixable } = statusOf(checked('students.csv', text, settings));
		assert.deepEqual(counts, { error: 0, warning: 0, information: 0, hint: 1 });
		assert.equal(fixable, 1);
	});

	it('has an error for an empty file', () => {
		const { records, counts, fixable } = statusOf(checked('students_ext.csv', ''));
		assert.deepEqual([records, counts.error, fixable], [0, 1, 0]);
	});
});

describe('the place of the cursor', () => {
	const place = (textWithMark: string): unknown[] => {
		const { text, position } = marked(textWithMark);
		const { row, column, letter, title } = placeOf(checked('students.csv', text), position);
		return [row, column, letter, title];
	};

	it('is the row and the column as a spreadsheet counts them, with the title of the column', () => {
		assert.deepEqual(place(`${HEADER},GENDER\n1,5,"Re\nyes",Ana,F\n2,5,Bo,Lee,‸M\n`), [
			3,
			'Gender',
			'E',
			"The student's gender",
		]);
		assert.deepEqual(place(`Stu‸dent_id,School_id\n`).slice(0, 3), [1, 'Student_id', 'A']);
		assert.deepEqual(place(`${HEADER}\n1,5,Re‸yes,Ana\n`).slice(0, 3), [2, 'Last_name', 'C']);
	});

	it('is the next row after the last line break, or the header in an empty file', () => {
		assert.deepEqual(place(`${HEADER}\n1,5,Reyes,Ana\n‸`).slice(0, 3), [3, 'Student_id', 'A']);
		assert.deepEqual(place('‸').slice(0, 3), [1, 'column 1', 'A']);
	});

	it('has letters after Z, and a name for a column without a header', () => {
		const names = Array.from({ length: 27 }, (_, index) => `c${index}`).join(',');
		assert.deepEqual(place(`${names}\n${','.repeat(26)}‸\n`), [2, 'c26', 'AA', undefined]);
		assert.deepEqual(place(`${names}\n${','.repeat(30)}‸\n`).slice(1, 3), ['column 31', 'AE']);
	});
});
