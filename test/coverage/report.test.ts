import assert from 'node:assert/strict';
import { firstProblem } from '../../server/src/features/navigation/firstProblem';
import { genderCodes } from '../../server/src/spec/optionSets/gender';
import { checkerOf } from '../support/checking';
import { checked, rangeOfText } from '../support/features';
import { coverageOf } from './coverageOf';

describe('the coverage report', () => {
	it('counts codes, what is no code, and what is empty', () => {
		const made = coverageOf(
			'Student_id,School_id,Gender\n1,5,F\n2,5,Female\n3,6,\n',
			'sis_id,ext.title_i\n1,Yes\n',
		);
		const gender = made.categories.find(({ column }) => column === 'Gender');
		assert.deepEqual(
			{ ...gender, title: '' },
			{
				column: 'Gender',
				title: '',
				fileName: 'students.csv',
				codes: genderCodes.options.map(({ code, label }) => ({
					code,
					label,
					students: code === 'F' ? 1 : 0,
				})),
				notCodes: 1,
				empty: 1,
				filled: 2,
				errors: 1,
			},
		);
		const titleI = made.categories.find(({ column }) => column === 'ext.title_i');
		assert.deepEqual([titleI?.filled, titleI?.empty], [1, 2]);
		assert.deepEqual(made.schools, [
			{ id: '5', students: 2, filled: [2, 1] },
			{ id: '6', students: 1, filled: [0, 0] },
		]);
	});

	it('counts only the errors of a column, and only those in its file', () => {
		// Two wrong genders and one wrong Frl_status are errors; null is a warning; Maybe is an error in the other file.
		const { categories } = coverageOf(
			'Student_id,School_id,Gender,Frl_status\n1,5,Female,Maybe\n2,5,Male,null\n3,5,null,N\n',
			'sis_id,ext.title_i\n1,Maybe\n2,Yes\n',
		);
		const errors = (name: string) => categories.find(({ column }) => column === name)?.errors;
		assert.deepEqual([errors('Gender'), errors('Frl_status'), errors('ext.title_i')], [2, 1, 1]);
	});

	it('has every category once, even one that no file has', () => {
		const { categories } = coverageOf(
			'Student_id,Gender,ext.title_i\n1,F,Yes\n',
			'sis_id,ext.title_i\n1,No\n',
		);
		assert.equal(new Set(categories.map(({ column }) => column)).size, categories.length);
		assert.equal(categories.length, 14);
		const found = categories.filter(({ fileName }) => fileName !== undefined);
		assert.deepEqual(
			found.map(({ column, fileName }) => [column, fileName]),
			[
				['Gender', 'students.csv'],
				['ext.title_i', 'students.csv'],
			],
		);
	});

	it('lists the problems by rule, errors first', () => {
		const { problems, unread } = coverageOf(
			'Student_id,School_id,Last_name,First_name,Gender\n1,5,Reyes,Ana,Female\n2,5,Reyes,Ana,Male\n3,5\n4,5,Reyes,Ana,null\n',
		);
		assert.deepEqual(
			problems.map(({ rule, severity, rows }) => [rule, severity, rows]),
			[
				['csv/field-count', 'error', 1],
				['field/unknown-code', 'error', 2],
				['field/null-word', 'warning', 1],
			],
		);
		assert.equal(unread, 1);
	});

	it('returns the place of the first problem of a rule', () => {
		const text = 'Student_id,School_id,Last_name,First_name,Gender\n1,5,Reyes,Ana,F\n2,5,Reyes,Ana,Female\n';
		const found = firstProblem(checked('students.csv', text), 'field/unknown-code');
		assert.deepEqual(found?.range, rangeOfText(text, 'Female'));
		assert.equal(firstProblem(checkerOf('students.csv', text), 'field/null-word'), null);
	});
});
