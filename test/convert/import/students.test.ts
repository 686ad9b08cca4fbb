/** Several rows of one student in an export. */
import assert from 'node:assert/strict';
import { check } from '../../support/checking';
import { entered, importedFiles } from './support';

const header = 'Student_id,School_id,Last_name,First_name';

describe('rows of one student', () => {
	it('that say the same become one row', async () => {
		const { text, report } = await entered(
			`${header},Program\n1,5,Ash,Bo,ESL\n2,5,Lee,Al,\n1,5,Ash ,Bo,Gifted\n`,
		);
		assert.equal(text('students.csv'), `${header}\n1,5,Ash,Bo\n2,5,Lee,Al\n`);
		assert.deepEqual(report.problems, []);
		assert.equal(report.students, 2);
	});

	it('with different contacts stay where they are', async () => {
		const rows = '1,5,Ash,Bo,Mom\n2,5,Lee,Al,Aunt\n1,5,Ash,Bo,Dad\n';
		const { text, report } = await entered(`${header},Contact_name\n${rows}`);
		assert.equal(text('students.csv'), `${header},Contact_name\n${rows}`);
		assert.deepEqual(report.problems, []);
	});

	it('that differ in contacts and in race are a row for each contact, with one race', async () => {
		const { text } = await entered(
			`${header},Race,Contact_name\n1,5,Ash,Bo,W,Mom\n1,5,Ash,Bo,W,Dad\n1,5,Ash,Bo,A,Mom\n1,5,Ash,Bo,A,Dad\n`,
		);
		assert.equal(text('students.csv'), `${header},Race,Contact_name\n1,5,Ash,Bo,M,Mom\n1,5,Ash,Bo,M,Dad\n`);
	});

	it('need no row for a blank contact', async () => {
		const { text } = await entered(`${header},Contact_name\n1,5,Ash,Bo, \n1,5,Ash,Bo,Mom\n1,5,Ash,Bo,\n`);
		assert.equal(text('students.csv'), `${header},Contact_name\n1,5,Ash,Bo,Mom\n`);
	});

	it('have five contacts at most, and the sixth is listed', async () => {
		const rows = Array.from({ length: 6 }, (_, index) => `1,5,Ash,Bo,C${index}`).join('\n');
		const { records, report } = await entered(`${header},Contact_name\n${rows}\n`);
		assert.deepEqual(
			records('students.csv').map(({ Contact_name }) => Contact_name),
			['C0', 'C1', 'C2', 'C3', 'C4'],
		);
		assert.deepEqual(
			report.problems.map(({ row }) => row),
			[7],
		);
		assert.match(report.problems[0]?.message ?? '', /Clever takes no more/);
	});

	it('that differ in nothing but race are multiracial', async () => {
		const { records, report } = await entered(
			'Student_id,Race,Gender,Migrant\n1,White,F,Y\n1,Asian,F,\n1,Black,,Y\n2,W,M,\n2,W,M,\n',
		);
		assert.deepEqual(
			records('students.csv').map(({ Race, Gender }) => [Race, Gender]),
			[
				['M', 'F'],
				['W', 'M'],
			],
		);
		assert.deepEqual(report.problems, []);
	});

	it('that differ in race and more may be of two students, so nothing is joined', async () => {
		const { records, report } = await entered('Student_id,Last_name,Race\n1,Ash,W\n1,Birch,A\n');
		assert.deepEqual(records('students.csv'), [{ Student_id: '1', Last_name: 'Ash', Race: 'W' }]);
		assert.deepEqual(report.problems, [
			{
				row: 3,
				message:
					'Last_name differs from row 2 of the same student. Row 2 was used: correct the one that is wrong.',
			},
			{
				row: 3,
				message:
					'Race is A here, but W in row 2 of the same student. Row 2 was used: correct the one that is wrong.',
			},
		]);
	});

	it('with a race that was not recognized are not joined', async () => {
		const { records, report } = await entered('Student_id,Race\n1,W\n1,Zzz\n');
		assert.deepEqual(records('students.csv'), [{ Student_id: '1', Race: 'W' }]);
		assert.equal(report.problems.length, 1);
		assert.deepEqual(report.open, [{ element: 'Race', value: 'Zzz', rows: 1 }]);
	});

	it('that differ otherwise have the first value in every row, and both rows are named', async () => {
		const { text, report } = await entered(
			`${header},Gender,Contact_name\n1,5,Ash,Bo,,Mom\n1,5,Ash,Bo,F,Dad\n1,5,Ash,Bo,M,Aunt\n`,
		);
		const made = text('students.csv');
		assert.equal(
			made,
			`${header},Gender,Contact_name\n1,5,Ash,Bo,F,Mom\n1,5,Ash,Bo,F,Dad\n1,5,Ash,Bo,F,Aunt\n`,
		);
		assert.deepEqual(report.problems, [
			{
				row: 4,
				message:
					'Gender is M here, but F in row 3 of the same student. Row 3 was used: correct the one that is wrong.',
			},
		]);
		assert.deepEqual(check('students.csv', made), []);
	});

	it('never put a blank before a value', async () => {
		const { records, report } = await entered('Student_id,ext.color\n1," "\n1,blue\n1,\n');
		assert.equal(records('students_ext.csv')[0]?.['ext.color'], 'blue');
		assert.equal(records('students_ext.csv').length, 1);
		assert.deepEqual(report.problems, []);
	});

	it('never put what a blank means before a value', async () => {
		const columns = { Student_id: 'id', IEP_status: 'iep', Gender: 'sex' };
		const { records, report } = await importedFiles('id,iep,sex\n1,,M\n1,Y,\n2, ,F\n2,,F\n', {
			columns,
			codes: { IEP_status: { '': 'N' } },
		});
		assert.deepEqual(
			records('students.csv').map(({ IEP_status, Gender }) => [IEP_status, Gender]),
			[
				['Y', 'M'],
				['N', 'F'],
			],
		);
		assert.deepEqual(report.problems, []);
		assert.deepEqual(report.translated, [{ element: 'IEP_status', value: '', code: 'N', rows: 1 }]);
	});

	it('are listed in short sentences, whatever their values are', async () => {
		const { report } = await entered(`Student_id,Race\n1,W\n1,"${'Zz\n'.repeat(50)}"\n`);
		const [{ message } = { message: '' }] = report.problems.filter(({ message: each }) => /^Race/.test(each));
		assert.ok(message.length > 0 && message.length < 250, message);
		assert.doesNotMatch(message, /\n/);
	});

	it('never show a password or a name in a problem', async () => {
		const { report } = await importedFiles('id,p,n\n1,hunter2,Ash\n1,letmein,Birch\n', {
			columns: { Student_id: 'id', Password: 'p', Last_name: 'n' },
		});
		assert.equal(report.problems.length, 2);
		assert.doesNotMatch(JSON.stringify(report), /hunter2|letmein|Ash|Birch/);
	});
});
