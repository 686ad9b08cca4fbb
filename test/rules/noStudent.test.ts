import assert from 'node:assert/strict';
import { countStudents } from '../../server/src/coverage/counting/count';
import { reportOf } from '../../server/src/coverage/report';
import { runToEnd } from '../../server/src/work/runToEnd';
import { check, checkerOf, type Found, faults, only } from '../support/checking';

const STUDENTS = 'students.csv';
const HEADER = 'Student_id,School_id,Last_name,First_name';
const inRoster = (...rows: readonly string[]): readonly Found[] =>
	check(STUDENTS, `${HEADER}\n1,5,Ash,Bo\n${rows.map((row) => `${row}\n`).join('')}2,5,Birch,Di\n`);

describe('a row that is no student', () => {
	it('is a header, a line of dashes or a total, with no other finding on it', () => {
		const text = `${HEADER}\n1,5,Ash,Bo\n${HEADER}\n----------,---------,---------,----------\n2,5,Birch,Di\nTotal: 2,,,\n`;
		const found = check(STUDENTS, text);
		assert.deepEqual(
			found.map(({ rule, severity, record, column }) => [rule, severity, record, column]),
			[
				['record/repeated-header', 'error', 2, 0],
				['record/not-a-student', 'warning', 3, 0],
				['record/not-a-student', 'warning', 5, 0],
			],
		);
		assert.deepEqual(
			found.map(({ fixes }) => fixes.map(({ title, preferred }) => [title, preferred])),
			[[['Remove the Row', true]], [['Remove the Row', true]], [['Remove the Row', false]]],
		);
		assert.equal(found[0]?.fixes[0]?.apply(), text.replace(`Bo\n${HEADER}\n`, 'Bo\n'));
	});

	it('is found with any number of values, quoted or not, and in any case', () => {
		for (const row of [
			HEADER.toUpperCase(),
			'"Student_id","School_id","Last_name","First_name"',
			'Student id,School id,Last name,First name',
			'Student_id,School_id,Last_name',
			`${HEADER},`,
		])
			assert.deepEqual(faults(inRoster(row)), ['record/repeated-header 3:1'], row);
		for (const row of [
			'----------------',
			'==========,====',
			'"-----",---',
			'– – – –',
			'+-----+-----+',
			'Total: 2',
			'Total,,,2400',
			'Grand Total,,,2400',
			'"Total students: 2,400",,,',
			'(2400 rows affected)',
			'"2,400 records",,,',
			'Report generated 11/28/2026 by admin',
			'Generated on 11/28/2026,,,',
			'End of report',
			'*** End of File ***,,,',
			'Page 1 of 3,,,',
			'Springfield School District,,,',
			'EOF',
			'Record count = 2',
		])
			assert.deepEqual(faults(inRoster(row)), ['record/not-a-student 3:1'], row);
	});

	it('is not one with an ID, however little else it has', () => {
		for (const row of [
			'S 1001',
			'T1',
			'TOTAL1',
			'Stud1',
			'Student_id',
			'-1',
			'1-1',
			'G-12',
			'Page',
			'#N/A',
			'="012"',
		]) {
			const found = faults(inRoster(`${row},5,Total,Grand Total`, `${row}x,,,`));
			assert.ok(!found.some((one) => one.startsWith('record/')), `${row}: ${found.join()}`);
		}
		const byName = `Last_name,First_name,Student_id,School_id\nTotal,Ana,1,5\nDe La Cruz,Bo\n`;
		assert.ok(!faults(check(STUDENTS, byName)).some((one) => one.startsWith('record/')));
	});

	it('is found where the ID is none and nothing else says who the student is', () => {
		for (const row of [
			'Count: 2',
			'*** END ***',
			'EOF',
			'Run date: 11/01/2026',
			'Record count = 2',
			'Page 1/3',
			'NULL',
			'N/A',
			'None',
			'-',
			'???',
			'undefined',
			'Err:502',
			'"EOF"',
		])
			assert.deepEqual(faults(inRoster(`${row},,,`)), ['record/not-a-student 3:1'], row);
		for (const row of ['EOF,5,,', 'abc,,Ash,', 'NULL,,,Bo'])
			assert.ok(!faults(inRoster(row)).some((one) => one.startsWith('record/')), row);
		const found = check(
			'students_ext.csv',
			'sis_id,ext.title_i\nabc,\n',
			{},
			{ sibling: `${HEADER}\nabc,5,A,B\n` },
		);
		assert.ok(!faults(found).some((one) => one.startsWith('record/')));
	});

	it('is found below the ID of a school, in the column of the key', () => {
		const header = 'School_id,Student_id,Last_name,First_name';
		const found = (row: string): readonly string[] =>
			faults(check(STUDENTS, `${header}\n5,1,Ash,Bo\n${row}\n5,2,Birch,Di\n`));
		for (const row of [
			'5,Total,,',
			',Grand Total,2398,',
			'Total,,,2400',
			'5,-----,-----,-----',
			',-----,,',
			',EOF,,',
		])
			assert.deepEqual(found(row), ['record/not-a-student 3:1'], row);
		assert.deepEqual(found(header), ['record/repeated-header 3:1']);
		assert.deepEqual(found('5,Student_id,Last_name,First_name'), ['record/repeated-header 3:1']);
		for (const row of ['5,T1,Total,Grand', '5,-1,Ash,Bo', '5,abc,Ash,Bo', '5,TOTAL1,,'])
			assert.ok(!found(row).some((one) => one.startsWith('record/')), row);
	});

	it('is no student of the other file, and none in the report', () => {
		const roster = `${HEADER}\n1,5,Ash,Bo\nTotal: 2,,,\n`;
		const ext = 'sis_id,ext.title_i\n1,Yes\nsis_id,ext.title_i\nTotal: 1,\n';
		const found = check('students_ext.csv', ext, {}, { sibling: roster });
		assert.deepEqual(faults(found), ['record/repeated-header 3:1', 'record/not-a-student 4:1']);
		const checker = checkerOf(STUDENTS, roster);
		checker.run();
		assert.equal(checker.students, 1);
		assert.equal(reportOf(runToEnd(countStudents({ roster: checker })), [checker]).students, 1);
	});

	it('is left to the other rules where these are off', () => {
		const off = { rules: { 'record/not-a-student': 'off' } };
		only(check(STUDENTS, `${HEADER}\nTotal: 2\n`, off), 'csv/field-count');
	});
});
