import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { check, faults, only } from '../support/checking';

const STUDENTS = 'students.csv';
const HEADER = 'Student_id,School_id,Last_name,First_name,Gender,Student_street';
const SOUND = '9,5,Boone,Lee,M,1 Main St';
const RULE = 'csv/swallowed-rows';

const text = (...lines: readonly string[]): string => [HEADER, SOUND, ...lines, SOUND, ''].join('\n');

describe('csv/swallowed-rows', () => {
	it('says which lines look like rows, and closes the quote where it should have closed', () => {
		const found = check(STUDENTS, text('1,5,"Reyes,Ana,F,2 Elm St', '2,5,Boone",Lee,M,3 Oak St'));
		assert.ok(faults(found).includes(`${RULE} 3:3`));
		const { message, text: marked, fixes, severity } = only(found, RULE);
		assert.equal(
			message,
			'Last_name spans 2 lines, and line 2 looks like a row (row 4). Close its quote after "Reyes".',
		);
		assert.deepEqual([marked, severity], ['"', 'warning']);
		assert.deepEqual(
			fixes.map(({ preferred, apply }) => [preferred, apply()]),
			[[false, text('1,5,"Reyes",Ana,F,2 Elm St', '2,5,Boone,Lee,M,3 Oak St')]],
		);
	});

	it('finds several rows, a quote that is no slip at their end, and a comma in the first value', () => {
		const several = only(
			check(
				STUDENTS,
				text('1,5,"Reyes, Jr,Ana,F,2 Elm St', '2,5,Ng,Kim,,', '3,5,"",Kim,F,x', '4,5,Boone",Lee,M,'),
			),
			RULE,
		);
		assert.match(several.message, /spans 4 lines, and lines 2 to 4 look like rows \(rows 4 to 6\)\./);
		assert.equal(
			several.fixes[0]?.apply(),
			text('1,5,"Reyes, Jr",Ana,F,2 Elm St', '2,5,Ng,Kim,,', '3,5,"",Kim,F,x', '4,5,Boone,Lee,M,'),
		);
	});

	it('has no fix where a line is no row', () => {
		const { fixes } = only(
			check(STUDENTS, text('1,5,"Reyes,Ana,F,2 Elm St', '2,5,Ng,Kim,F,x', 'and so on",Lee,M,x')),
			RULE,
		);
		assert.deepEqual(fixes, []);
	});

	it('raises nothing where the value ends with its line break', () => {
		const found = check('students_ext.csv', 'sis_id,"ext.title_i\n"\n1,Yes\n');
		assert.ok(!found.some(({ rule }) => rule === RULE));
	});

	it('raises nothing for an address, a note or a list', () => {
		for (const value of [
			'12 Main St\nApt 1',
			'12 Main St, Apt 1,\nReno, NV, 89501',
			'See: a, b, c, d, e\nand f, g, h, i, j, k',
			'Reyes\n\n\nAna, Lee, Kim, Bo, Di, Jo',
			',,,,,\n,,,,,',
		]) {
			const found = check(STUDENTS, text(`1,5,Reyes,Ana,F,"${value}"`, `2,5,"${value}",Ana,F,x`));
			assert.deepEqual(faults(found), [], value);
		}
		assert.deepEqual(faults(check('students_ext.csv', 'sis_id,ext.note\n1,"Hello,\nbye, now"\n')), []);
	});

	it('leaves text that csv-parse reads as the rows it promises', () => {
		const found = check(STUDENTS, text('1,5,Reyes,Ana,F,"2 Elm St', '2,5,Ng,Kim,F,x', '3,5,Cox,Di,F,y"'));
		const after = only(found, RULE).fixes[0]?.apply() ?? '';
		assert.deepEqual(
			parse(after).map(([id]: string[]) => id),
			['Student_id', '9', '1', '2', '3', '9'],
		);
	});
});
