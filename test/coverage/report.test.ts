import assert from 'node:assert/strict';
import { countStudents } from '../../server/src/coverage/counting/count';
import { reportOf } from '../../server/src/coverage/report';
import { suppressed } from '../../server/src/coverage/suppression/suppressReport';
import { firstProblem } from '../../server/src/features/navigation/firstProblem';
import type { CoverageReport } from '../../server/src/protocol/report';
import { genderCodes } from '../../server/src/spec/optionSets/gender';
import { Random } from '../csv/random';
import { checkerOf } from '../support/checking';
import { checked, rangeOfText } from '../support/features';
import { fileText, SECRETS } from './district';

function report(roster: string, extension?: string): CoverageReport {
	const files = {
		roster: checked('students.csv', roster),
		...(extension !== undefined && { extension: checked('students_ext.csv', extension) }),
	};
	const steps = countStudents(files);
	for (;;) {
		const { done, value } = steps.next();
		if (done) return reportOf(value, Object.values(files));
	}
}

describe('the coverage report', () => {
	it('holds no name, ID or wrong value of any student', () => {
		for (let seed = 0; seed < 100; seed++) {
			const random = new Random(seed);
			const made = report(fileText(random, 'roster', 60), fileText(random, 'extension', 60));
			for (const text of [made, suppressed(made)].map((each) => JSON.stringify(each))) {
				for (const secret of SECRETS) assert.ok(!text.includes(secret), `${secret} in seed ${seed}`);
				assert.doesNotMatch(text, /77\d{3}/, `seed ${seed}`);
			}
		}
	});

	it('counts codes, what is no code, and what is empty', () => {
		const made = report(
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

	it('has every category once, even one that no file has', () => {
		const { categories } = report('Student_id,Gender,ext.title_i\n1,F,Yes\n', 'sis_id,ext.title_i\n1,No\n');
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
		const { problems, unread } = report(
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

	it('knows where the first problem of a rule is', () => {
		const text = 'Student_id,School_id,Last_name,First_name,Gender\n1,5,Reyes,Ana,F\n2,5,Reyes,Ana,Female\n';
		const found = firstProblem(checked('students.csv', text), 'field/unknown-code');
		assert.deepEqual(found?.range, rangeOfText(text, 'Female'));
		assert.equal(firstProblem(checkerOf('students.csv', text), 'field/null-word'), null);
	});
});
