import assert from 'node:assert/strict';
import { problemList } from '../../server/src/bulk/problemList';
import { spreadsheetCsv } from '../../server/src/convert/spreadsheetCsv';
import { rules } from '../../server/src/rules';
import { exampleText } from '../../server/src/rules/example';
import { checkerOf } from '../support/checking';
import { checked } from '../support/features';
import { done } from './support';

const rowsOf = (name: string, text: string, withValues: boolean): string[][] =>
	done(problemList(checked(name, text), withValues)).map((row) => [...row]);

describe('the list of problems', () => {
	const text = 'Student_id,School_id,Last_name,First_name,Gender\n1,5,Reyes,Ana,Female\n2,5,Boone,Lee,F\n';

	it('has rule, severity, file, row, column and message, with rows and columns as in a spreadsheet', () => {
		const [header, ...rows] = rowsOf('students.csv', text, true);
		assert.deepEqual(header, ['rule', 'severity', 'file', 'row', 'column', 'message', 'value']);
		assert.deepEqual(
			rows.find(([rule]) => rule === 'field/unknown-code'),
			[
				'field/unknown-code',
				'error',
				'students.csv',
				'2',
				'E (Gender)',
				'Gender has no code "Female". Use F (Female).',
				'Female',
			],
		);
	});

	it('without values holds nothing from the file', () => {
		const rows = rowsOf('students.csv', text, false);
		assert.ok(rows.every((row) => row.length === 6));
		assert.ok(rows.some((row) => row[5] === 'The column has no such code'));
		for (const value of ['Female', 'Reyes', 'Ana', 'Boone', 'Lee']) {
			assert.ok(!JSON.stringify(rows).includes(value), value);
		}
	});

	it('without values names no column of a file whose first row is a student', () => {
		const rows = rowsOf('students_ext.csv', 'sis_id,Reyes\n1,=x\n', false);
		assert.ok(rows.length > 2);
		assert.ok(!JSON.stringify(rows).includes('Reyes'));
	});

	it('without values leaves out what tells a value by itself (N13)', () => {
		const text = 'sis_id,ext.idea_indicator,ext.disability_status\n1,Yes,No\n';
		assert.ok(
			rowsOf('students_ext.csv', text, true).some(([rule]) => rule === 'record/idea-without-disability'),
		);
		const rows = rowsOf('students_ext.csv', text, false);
		assert.deepEqual(
			rows.slice(1).map(([rule, , , row]) => [rule, row]),
			[['header/missing-element', '1']],
		);
	});

	it('without values leaves out the example of every rule that tells a value', () => {
		const telling = rules.filter(({ tellsValue }) => tellsValue === true);
		assert.ok(telling.length > 0);
		for (const { id, example } of telling) {
			const text = exampleText(example.bad, example.table);
			const checker = checkerOf(example.table, text, {}, { sibling: example.sibling });
			assert.ok(checker.run());
			const rulesIn = (withValues: boolean) => done(problemList(checker, withValues)).map(([rule]) => rule);
			assert.ok(rulesIn(true).includes(id), id);
			assert.ok(!rulesIn(false).includes(id), id);
		}
	});

	it('without values says nothing of a row in a column that only some students have a value in', () => {
		const text = 'sis_id,ext.primary_disability_type\n1,Autsim\n2,Autism\n3,aut\n4,N/A\n5,"A"x\n6,A"\n';
		assert.equal(rowsOf('students_ext.csv', text, true).filter(([, , , row]) => Number(row) > 1).length, 6);
		assert.ok(rowsOf('students_ext.csv', text, false).every(([, , , row]) => !(Number(row) > 1)));
		const twins =
			'Student_id,School_id,Last_name,First_name,Disability_type,ext.primary_disability_type\n1,5,Reyes,Ana,=x,\n2,5,Reyes,=x,,\n';
		assert.deepEqual(
			rowsOf('students.csv', twins, false)
				.filter(([rule]) => rule === 'field/formula')
				.map(([, , , row]) => row),
			['3'],
		);
	});

	it('without values says nothing of a row in a column that nobody knows, which may be such a one misspelled', () => {
		const ext =
			'sis_id,ext.primary_disability_typ\n1,=Autism\n2,A\u200Butism\n3,"A"x\n4,A"\n5,MuÃ±oz\n6,"A\n7,x"\n';
		const placesOf = (name: string, text: string, withValues: boolean) =>
			rowsOf(name, text, withValues)
				.slice(1)
				.map(([, , , row]) => Number(row))
				.filter((row) => row > 1);
		assert.ok(placesOf('students_ext.csv', ext, true).length >= 5);
		assert.deepEqual(placesOf('students_ext.csv', ext, false), []);
		assert.ok(rowsOf('students_ext.csv', ext, false).some(([rule]) => rule === 'header/unknown-element'));
		const languages =
			'Student_id,School_id,Last_name,First_name,Home_languag\n1,5,Reyes,Ana,EspaÃ±ol\n2,5,=x,Lee,English\n3,5,Fenn\n4,5,Poe,Bo,x,y\n';
		assert.deepEqual(placesOf('students.csv', languages, true), [2, 3, 4, 5]);
		// A value too many is in no column.
		assert.deepEqual(placesOf('students.csv', languages, false), [3, 4, 5]);
	});

	it('without values says of a name that its letters are wrong, and not of a language, which they tell', () => {
		const text =
			'Student_id,School_id,Last_name,First_name,Home_language\n1,5,MuÃ±oz,Ana,English\n2,5,Boone,Lee,EspaÃ±ol\n';
		const placesOf = (withValues: boolean) =>
			rowsOf('students.csv', text, withValues)
				.filter(([rule]) => rule === 'csv/mojibake')
				.map(([, , , row]) => row);
		assert.deepEqual(placesOf(true), ['2', '3']);
		assert.deepEqual(placesOf(false), ['2']);
	});

	it('never holds a password, in its own column or shifted into another one', () => {
		const secret = 'hunter2'.repeat(50);
		const bad = `Student_id,Gender,Password\n1,F,${secret}\n2,${secret},\n3,${secret},x,y\n"4,${secret},\n5,F,"${secret}"x\n`;
		const rows = rowsOf('students.csv', bad, true).filter((row) => row[3] !== '3');
		assert.ok(rows.length > 3);
		assert.ok(!JSON.stringify(rows).includes('hunter2'));
	});

	it('quotes the values of faulty rows if the file has no passwords', () => {
		const rows = rowsOf('students.csv', 'Student_id,Gender\n1,Fe"male\n2,F,x\n', true);
		const lastCellOf = (id: string) => rows.find(([rule]) => rule === id)?.at(-1);
		assert.equal(lastCellOf('csv/quote-in-field'), 'Fe"male');
		assert.equal(lastCellOf('csv/field-count'), 'x');
	});

	it('holds all findings, not only the 1,000 that an editor shows', () => {
		const many = Array.from({ length: 1500 }, (_, index) => `${index},Y`).join('\n');
		const rows = rowsOf('students_ext.csv', `sis_id,ext.title_i\n${many}\n`, false);
		assert.equal(rows.filter(([rule]) => rule === 'field/unknown-code').length, 1500);
	});

	it('starts no formula in a spreadsheet', async () => {
		assert.equal(
			await spreadsheetCsv([['a', '=1+1', '+1', '-1', '@x', '1-1', 'a "b", c']]),
			`a,'=1+1,'+1,'-1,'@x,1-1,"a ""b"", c"\r\n`,
		);
	});
});
