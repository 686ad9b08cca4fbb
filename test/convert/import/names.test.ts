import assert from 'node:assert/strict';
import { splitName } from '../../../server/src/convert/import/nameParts';
import { importedFiles } from './support';

describe('a name in one column', () => {
	it('is split at its comma', () => {
		assert.deepEqual(splitName('De la Cruz, Ana M.', true), {
			last: 'De la Cruz',
			first: 'Ana',
			middle: 'M.',
		});
		assert.deepEqual(splitName('De la Cruz, Ana M.', false), {
			last: 'De la Cruz',
			first: 'Ana M.',
			middle: '',
		});
		// "Mary Ann" may be one first name.
		assert.deepEqual(splitName('Lee,Mary Ann', true), { last: 'Lee', first: 'Mary Ann', middle: '' });
		assert.deepEqual(splitName('', true), { last: '', first: '', middle: '' });
	});

	it('is not split where its parts are not certain', () => {
		for (const name of ['Ana De la Cruz', 'Smith, Jr., John', 'Smith, John, Jr.', 'Cher']) {
			assert.equal(splitName(name, true), undefined, name);
		}
	});

	it('fills the columns of the name, and is listed where it was not split', async () => {
		const { records, report } = await importedFiles('id,Student\n1,"Ash, Bo T"\n2,Al Lee\n3,\n', {
			columns: { Student_id: 'id', Last_name: 'Student', First_name: 'Student', Middle_name: 'Student' },
		});
		assert.deepEqual(
			records('students.csv').map(({ Last_name, First_name, Middle_name }) => [
				Last_name,
				First_name,
				Middle_name,
			]),
			[
				['Ash', 'Bo', 'T'],
				['Al Lee', '', ''],
				['', '', ''],
			],
		);
		assert.deepEqual(report.problems, [
			{
				row: 3,
				message: 'Student is not "Last, First" here, so it was not split. Split it in students.csv.',
			},
		]);
		assert.deepEqual(report.notTaken, []);
	});

	it('stays as it is in a column that is only the last name', async () => {
		const { text } = await importedFiles('id,n\n1,"Ash, Bo"\n', {
			columns: { Student_id: 'id', Last_name: 'n' },
		});
		assert.equal(text('students.csv'), 'Student_id,Last_name\n1,"Ash, Bo"\n');
	});
});
