import assert from 'node:assert/strict';
import type { GridLayout } from '../../server/src/grid/gridTypes';
import { gridLayout } from '../../server/src/grid/layout';
import type { Table } from '../../server/src/spec';
import { type CheckOptions, checkerOf } from '../support/checking';
import { pets } from '../support/pets';

/** Of pets, one that has the facts of a roster. */
const people: Table = {
	...pets,
	person: { lastName: 'Family', firstName: 'Name', school: 'Shelter', grade: 'Age' },
	elements: pets.elements.map((element) =>
		element.column === 'Size' ? { ...element, kind: 'demographic' } : element,
	),
};

function layoutOf(table: Table | string, text: string, options?: CheckOptions): GridLayout {
	const checker = checkerOf(table, text, {}, options);
	assert.ok(checker.run());
	return gridLayout(checker);
}

describe('the columns of a grid', () => {
	it('have the role that their table declares', () => {
		const { columns } = layoutOf(
			people,
			'Name,Pet_id,Size,Kind,age,Shelter,x.Family,Pet_id\nR,1,S,D,3,A,B,1\n',
		);
		assert.deepEqual(
			columns.map(({ name, letter, role, hasCodes }) => [name, letter, role, hasCodes]),
			[
				['Name', 'A', 'name', false],
				['Pet_id', 'B', 'key', false],
				['Size', 'C', 'category', true],
				['Kind', 'D', 'other', true],
				['age', 'E', 'grade', false],
				['Shelter', 'F', 'school', false],
				['x.Family', 'G', 'other', false],
				['Pet_id', 'H', 'other', false],
			],
		);
	});

	it('find the names in the extension columns of a district', () => {
		const { columns } = layoutOf('students_ext.csv', 'sis_id,ext.last_name,ext.title_i\n1,a,Yes\n');
		assert.deepEqual(
			columns.map(({ role }) => role),
			['key', 'name', 'category'],
		);
	});

	it('are as wide as the widest of header and first values, without quotes and further lines, up to 60', () => {
		const { columns } = layoutOf(
			pets,
			`Pet_id,Name,Size,Kind\n1,"abcdefg",S,${'x'.repeat(99)}\n2,"ab\nlonger than",S,B\n`,
		);
		assert.deepEqual(
			columns.map(({ width }) => width),
			[6, 7, 4, 60],
		);
	});

	it('do not tell how long passwords are', () => {
		const { columns } = layoutOf('students.csv', 'Student_id,Password\n1,a very long password\n');
		assert.deepEqual([columns[1]?.isSecret, columns[1]?.width], [true, 8]);
	});

	it('count their findings and have the worst severity', () => {
		const { columns, findings, rules } = layoutOf(
			pets,
			'Pet_id,Name,Sise,Size\n1,=A,x,Small\n2,=B,x,Q\n\n3,a\n',
		);
		assert.deepEqual(
			columns.map(({ problems, severity }) => [problems, severity]),
			[
				[0, undefined],
				[2, 'warning'],
				[1, 'warning'],
				[2, 'error'],
			],
		);
		assert.deepEqual(
			findings.map(({ rule, column, about }) => [rule, column, about]),
			[['header/unknown-element', 2, 'field']],
		);
		assert.deepEqual(rules, [
			{ rule: 'field/unknown-code', severity: 'error', count: 2 },
			{ rule: 'csv/field-count', severity: 'error', count: 1 },
			{ rule: 'field/formula', severity: 'warning', count: 2 },
			{ rule: 'csv/blank-line', severity: 'warning', count: 1 },
		]);
	});

	it('leave out what is about the file and not about their first one', () => {
		const { columns, findings } = layoutOf('students_ext.csv', 'sis_id,ext.title_i\n1,Yes\n', {
			file: { name: 'Students_ext.csv' },
		});
		assert.equal(
			columns[0]?.problems,
			findings.filter(({ about, column }) => about === 'field' && column === 0).length,
		);
		assert.ok(findings.some(({ about, rule }) => about === 'file' && rule === 'file/name'));
	});

	it('are none where the file has none, for a reason', () => {
		for (const text of ['', '\n', 'Pet_id;Name;Size\n1;a;S\n', '\ufffdP\0e\0t\0_\0i\0d\0,\0N\0\n']) {
			const { columns, problem, findings } = layoutOf(pets, text);
			assert.deepEqual(columns, [], JSON.stringify(text));
			assert.equal(problem, findings.find(({ severity }) => severity === 'error')?.message);
			assert.match(problem ?? '', /\.$/);
		}
	});

	it('are there below a first row that is no header', () => {
		const { columns, problem, total } = layoutOf(pets, '1,Rex,S,D\n2,Tom,M,C\n');
		assert.deepEqual(
			columns.map(({ name }) => name),
			['1', 'Rex', 'S', 'D'],
		);
		assert.deepEqual([problem, total], [undefined, 1]);
	});

	it('come before the file is read, with what is known so far', () => {
		const checker = checkerOf(pets, `Pet_id,Name\n${'1,a\n'.repeat(5000)}`, {}, { blockSize: 512 });
		checker.followEdits();
		const { columns, isComplete, total, students } = gridLayout(checker);
		assert.equal(columns.length, 2);
		assert.deepEqual([isComplete, students], [false, undefined]);
		assert.ok(total < 5000);
		assert.ok(checker.run());
		const later = gridLayout(checker);
		assert.deepEqual([later.isComplete, later.total, later.students], [true, 5000, 1]);
	});
});
