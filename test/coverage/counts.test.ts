import assert from 'node:assert/strict';
import { columnCoverage } from '../../server/src/coverage/columnCoverage';
import { FIRST_CODE } from '../../server/src/coverage/counting/blockCounts';
import { countStudents } from '../../server/src/coverage/counting/count';
import { genderCodes } from '../../server/src/spec/optionSets/gender';
import { runToEnd } from '../../server/src/work/runToEnd';
import { checkerOf } from '../support/checking';

describe('the counts of the coverage report', () => {
	it('read no block again that an edit left unchanged', () => {
		const text = `Student_id,Gender\n${Array.from({ length: 5000 }, (_, at) => `${10_000 + at},F`).join('\n')}\n`;
		const checker = checkerOf('students.csv', text);
		checker.followEdits();
		assert.equal(runToEnd(countStudents({ roster: checker })).students, 5000);
		const { blocks } = checker.document;
		// Counts how often the text of a block is asked for: once for each record that is read, and more.
		let asked = 0;
		for (const block of blocks) {
			const { text: held } = block;
			Object.defineProperty(block, 'text', {
				get: () => {
					asked++;
					return held;
				},
			});
		}
		const middle = { line: 2500, character: 0 };
		checker.document.update([{ range: { start: middle, end: middle }, text: 'x,M\n' }], 2);
		checker.run();
		asked = 0;
		checker.run();
		const askedForHeader = asked;
		assert.ok(askedForHeader < 5);
		asked = 0;
		assert.equal(runToEnd(countStudents({ roster: checker })).students, 5001);
		assert.equal(asked, askedForHeader);
	});

	it('count a student with several rows once, by the first row', () => {
		const checker = checkerOf('students.csv', 'Student_id,School_id,Gender\n1,5,F\n1,6,M\n"1",5,M\n2,5,\n');
		checker.followEdits();
		const { students, columns, schools } = runToEnd(countStudents({ roster: checker }));
		assert.equal(students, 2);
		assert.deepEqual(schools, [
			{ id: '5', students: 2 },
			{ id: '6', students: 0 },
		]);
		const ofCodes = genderCodes.options.map(({ code }) => (code === 'F' ? 1 : 0));
		assert.deepEqual(columns[0]?.students.slice(0, FIRST_CODE + ofCodes.length), [1, 0, ...ofCodes]);
	});

	it('are those of the extension file if there is no roster', () => {
		const checker = checkerOf('students_ext.csv', 'sis_id,ext.title_i\n1,Yes\n2,\n3,Ja\n');
		checker.followEdits();
		const counts = runToEnd(countStudents({ extension: checker }));
		assert.equal(counts.schools, undefined);
		assert.deepEqual(columnCoverage(counts, 'ext.title_i'), {
			of: 3,
			ofWhom: undefined,
			valid: 1,
			codes: [{ code: 'Yes', label: 'Yes', students: 1 }],
			wrong: 1,
			empty: 1,
		});
	});

	it('list the most frequent code of a column first', () => {
		for (const [text, codes] of [
			['1,No\n2,Yes\n3,Yes', ['Yes', 'No']],
			['1,Yes\n2,No\n3,No', ['No', 'Yes']],
		] as const) {
			const checker = checkerOf('students_ext.csv', `sis_id,ext.title_i\n${text}\n`);
			checker.followEdits();
			const coverage = columnCoverage(runToEnd(countStudents({ extension: checker })), 'ext.title_i');
			assert.deepEqual(
				coverage?.codes.map(({ code, students }) => [code, students]),
				[
					[codes[0], 2],
					[codes[1], 1],
				],
			);
		}
	});

	it('name a column of IDs exactly, however the header is written', () => {
		const checker = checkerOf('students.csv', 'STUDENT_ID\n1000\n');
		checker.followEdits();
		const { idWidths } = runToEnd(countStudents({ roster: checker }));
		assert.equal(idWidths[0]?.column, 'Student_id');
	});

	it('use the column of the roster if both files have it', () => {
		const roster = checkerOf('students.csv', 'Student_id,ext.title_i\n1,Yes\n2,\n');
		const extension = checkerOf('students_ext.csv', 'sis_id,ext.title_i\n1,No\n2,No\n9,No\n');
		roster.followEdits();
		extension.followEdits();
		const { columns } = runToEnd(countStudents({ roster, extension }));
		assert.equal(columns.length, 1);
		assert.equal(columns[0]?.fileName, 'students.csv');
		assert.equal(columns[0]?.students[0], 1);
	});

	it('are 0 if there is no student ID column', () => {
		const checker = checkerOf('students.csv', 'Last_name,Gender\nReyes,F\n');
		checker.followEdits();
		assert.equal(runToEnd(countStudents({ roster: checker })).students, 0);
	});
});
