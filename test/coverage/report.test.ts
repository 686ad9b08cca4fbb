import assert from 'node:assert/strict';
import { countStudents } from '../../server/src/coverage/counting/count';
import { reportOf } from '../../server/src/coverage/report';
import { firstProblem } from '../../server/src/features/navigation/firstProblem';
import { genderCodes } from '../../server/src/spec/optionSets/gender';
import { runToEnd } from '../../server/src/work/runToEnd';
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
				valid: 1,
				wrong: 1,
				accepted: 0,
				empty: 1,
				of: 3,
				errors: 1,
			},
		);
		const titleI = made.categories.find(({ column }) => column === 'ext.title_i');
		assert.deepEqual([titleI?.valid, titleI?.empty], [1, 2]);
		assert.deepEqual(made.schools, [
			{ id: '5', students: 2, valid: [1, 1], wrong: [1, 0], of: [2, 2] },
			{ id: '6', students: 1, valid: [0, 0], wrong: [0, 0], of: [1, 1] },
		]);
	});

	const TYPE = 'ext.primary_disability_type';

	it('counts the primary disability among the students with IDEA, whichever file has the columns', () => {
		const idea = ['Yes', 'Yes', 'Yes', 'No', '', 'yes'];
		const type = ['AUT', 'Autism', '', 'SLD', '', 'MD'];
		const rosterWith = (...columns: readonly (readonly string[])[]): string =>
			idea.map((_, at) => `${at},${at % 2},${columns.map((column) => column[at]).join()}\n`).join('');
		const extensionWith = (column: readonly string[]): string =>
			column.map((value, at) => `${at},${value}\n`).join('');
		const districts = [
			[`Student_id,School_id,ext.idea_indicator,${TYPE}\n${rosterWith(idea, type)}`],
			[
				`Student_id,School_id,ext.idea_indicator\n${rosterWith(idea)}`,
				`sis_id,${TYPE}\n${extensionWith(type)}`,
			],
			[
				`Student_id,School_id,${TYPE}\n${rosterWith(type)}`,
				`sis_id,ext.idea_indicator\n${extensionWith(idea)}`,
			],
		] as const;
		for (const [roster, extension] of districts) {
			const { categories, schools } = coverageOf(roster, extension);
			const found = categories.find(({ column }) => column === TYPE);
			const { valid, wrong, accepted, empty, of, ofWhom, outside, codes } = found ?? {};
			// Three students have exactly Yes. Of the others, two have a type.
			assert.deepEqual(
				{ valid, wrong, accepted, empty, of, ofWhom, outside },
				{ valid: 1, wrong: 1, accepted: 0, empty: 1, of: 3, ofWhom: 'students with IDEA', outside: 2 },
			);
			assert.deepEqual(
				codes?.filter(({ students }) => students > 0).map(({ code, students }) => [code, students]),
				[['AUT', 1]],
			);
			const at = categories
				.filter(({ fileName }) => fileName !== undefined)
				.findIndex(({ column }) => column === TYPE);
			assert.deepEqual(
				schools?.map((school) => [school.id, school.valid[at], school.wrong[at], school.of[at]]),
				[
					['0', 1, 0, 2],
					['1', 0, 1, 1],
				],
			);
		}
	});

	it('counts the primary disability among all students where no file has the column of IDEA', () => {
		const { categories } = coverageOf(`Student_id,${TYPE}\n1,AUT\n2,\n`);
		const { of, ofWhom, outside } = categories.find(({ column }) => column === TYPE) ?? {};
		assert.deepEqual([of, ofWhom, outside], [2, undefined, undefined]);
	});

	it('counts no student who needs a primary disability where none has IDEA', () => {
		const { categories } = coverageOf(`Student_id,ext.idea_indicator,${TYPE}\n1,No,AUT\n2,,\n`);
		const { valid, of, outside } = categories.find(({ column }) => column === TYPE) ?? {};
		assert.deepEqual([valid, of, outside], [0, 0, 1]);
	});

	it('counts accepted values apart from codes and from wrong values', () => {
		const acceptedValues = { 'ext.section_504_status': ['Unknown'] };
		const roster = checked(
			'students.csv',
			'Student_id,School_id,ext.section_504_status\n1,5,Unknown\n2,5,Yes\n3,5,maybe\n4,5,\n',
			{ acceptedValues },
		);
		const made = reportOf(runToEnd(countStudents({ roster })), [roster]);
		const found = made.categories.find(({ column }) => column === 'ext.section_504_status');
		const { valid, wrong, accepted, empty, of, errors } = found ?? {};
		assert.deepEqual([valid, wrong, accepted, empty, of, errors], [1, 1, 1, 1, 4, 1]);
		assert.deepEqual(found?.codes.at(-1), {
			code: 'Unknown',
			label: 'accepted in this district',
			students: 1,
			accepted: true,
		});
		assert.deepEqual(made.schools?.[0], { id: '5', students: 4, valid: [1], wrong: [1], of: [4] });
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

	it('has a heading for each category that names no column', () => {
		const { categories } = coverageOf('Student_id,Ell_status\n1,Y\n');
		const titles = categories.map(({ title }) => title);
		assert.equal(titles[4], 'English learner');
		assert.equal(new Set(titles).size, 14);
		assert.ok(titles.every((title) => title.length <= 30 && !/[._]|student/i.test(title)));
	});

	it('lists the problems by rule, errors first', () => {
		const { problems, unread } = coverageOf(
			'Student_id,School_id,Last_name,First_name,Gender\n1,5,Reyes,Ana,Female\n2,5,Reyes,Ana,Male\n3,5\n4,5,Reyes,Ana,null\n',
		);
		assert.deepEqual(
			problems.map(({ rule, severity, found }) => [rule, severity, found]),
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
