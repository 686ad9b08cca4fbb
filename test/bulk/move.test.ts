import assert from 'node:assert/strict';
import { moveToRoster } from '../../server/src/bulk/moveToRoster';
import { splitFromRoster } from '../../server/src/bulk/splitFromRoster';
import { moved, split } from './moving';
import { extension, problemOf, roster } from './support';

describe('moving ext columns into the roster', () => {
	it('puts each value into every row of its student, and removes the rows from the other file', () => {
		const answer = moved(
			'Student_id,Contact_name\r\n1,"Ann, Bo"\r\n2,Cy\r\n1,Di\r\n',
			'sis_id,ext.title_i,ext.club\r\n1,Yes,"a, b"\r\n2,No,\r\n',
		);
		assert.equal(
			answer.rosterText,
			'Student_id,Contact_name,ext.title_i,ext.club\r\n1,"Ann, Bo",Yes,"a, b"\r\n2,Cy,No,\r\n1,Di,Yes,"a, b"\r\n',
		);
		assert.equal(answer.extensionText, 'sis_id,ext.title_i,ext.club\r\n');
		assert.deepEqual([answer.moved, answer.kept, answer.unknown, answer.conflicts], [2, 0, 0, 0]);
	});

	it('fills the empty fields of a column that the roster has in any spelling', () => {
		const answer = moved(
			'ext.TitleI,StudentID,Gender\n,1,F\nYes,2,M\n',
			'sis_id,ext.title_i\n 1 ,No\n2,Yes\n',
		);
		assert.equal(answer.rosterText, 'ext.TitleI,StudentID,Gender\nNo,1,F\nYes,2,M\n');
		assert.equal(answer.extensionText, 'sis_id,ext.title_i\n');
	});

	it('lists a conflict, and keeps both values and the row', () => {
		const answer = moved(
			'Student_id,ext.title_i\n1,Yes\n2,\n',
			'sis_id,ext.title_i,ext.club\n1,No,Chess\n2,Yes,\n',
		);
		assert.equal(answer.rosterText, 'Student_id,ext.title_i,ext.club\n1,Yes,Chess\n2,Yes,\n');
		assert.equal(answer.extensionText, 'sis_id,ext.title_i,ext.club\n1,No,Chess\n');
		assert.deepEqual(answer.listed, [
			{ fileName: 'students.csv', row: 2, id: '1', column: 'ext.title_i', values: ['Yes', 'No'] },
		]);
		assert.deepEqual([answer.moved, answer.kept], [1, 1]);
	});

	it('treats rows of one student that disagree as a conflict', () => {
		const answer = moved('Student_id\n1\n', 'sis_id,ext.title_i\n1,Yes\n1,No\n');
		assert.equal(answer.rosterText, 'Student_id,ext.title_i\n1,\n');
		assert.equal(answer.extensionText, 'sis_id,ext.title_i\n1,Yes\n1,No\n');
		assert.deepEqual(answer.listed, [
			{ fileName: 'students_ext.csv', row: 3, id: '1', column: 'ext.title_i', values: ['No', 'Yes'] },
		]);
	});

	it('keeps rows of unknown students, rows that cannot be read, and values of other columns', () => {
		const before = 'sis_id,ext.title_i,note\n9,Yes,\n1,Yes,No,x\n2,Yes,mind\n3,Yes,\n';
		const answer = moved('Student_id,Gender\n1,F\n2,M\n3,M,x\n\n3,F\n', before);
		assert.equal(answer.rosterText, 'Student_id,Gender,ext.title_i\n1,F,\n2,M,Yes\n3,M,x,\n\n3,F,Yes\n');
		assert.equal(answer.extensionText, before.replace('3,Yes,\n', ''));
		assert.deepEqual([answer.moved, answer.kept, answer.unknown, answer.unreadable], [1, 3, 1, 2]);
	});

	it('removes neighboring rows, up to a last one without a line break, and keeps a blank line between', () => {
		const roster = 'Student_id\n1\n2\n3\n';
		const left = (rows: string): string => moved(roster, `sis_id,ext.title_i\n${rows}`).extensionText;
		assert.equal(left('9,Yes\n1,Yes\n2,No\n3,No'), 'sis_id,ext.title_i\n9,Yes');
		assert.equal(left('1,Yes\n\n2,No'), 'sis_id,ext.title_i\n\n');
		assert.equal(left('1,Yes\n2,No'), 'sis_id,ext.title_i');
	});

	it('counts no blank row among the rows that it keeps', () => {
		const answer = moved('Student_id\n1\n', 'sis_id,ext.title_i\n1,Yes\n\n,\n9,No\n');
		assert.equal(answer.extensionText, 'sis_id,ext.title_i\n\n,\n9,No\n');
		assert.deepEqual([answer.moved, answer.kept, answer.unknown], [1, 1, 1]);
	});

	it('counts every conflict, but lists no more than 10,000', () => {
		const file = (header: string, value: string): string =>
			`${header},ext.title_i\n${Array.from({ length: 10_001 }, (_, id) => `${id},${value}\n`).join('')}`;
		const answer = moved(file('Student_id', 'Yes'), file('sis_id', 'No'));
		assert.deepEqual([answer.conflicts, answer.listed.length], [10_001, 10_000]);
	});

	it('changes nothing if the roster has none of the students', () => {
		const answer = moved('Student_id\n1\n', 'sis_id,ext.title_i\n2,Yes\n');
		assert.deepEqual([answer.rosterEdits, answer.extensionEdits], [[], []]);
	});

	it('says why it cannot move the columns', () => {
		const problem = (rosterText: string, extensionText: string): string =>
			problemOf(moveToRoster(roster(rosterText), extension(extensionText)));
		assert.equal(
			problem('', 'sis_id,ext.a\n'),
			'students.csv has no header. Add a first row with the column names.',
		);
		assert.equal(
			problem('"Student_id\n', 'sis_id,ext.a\n'),
			'The header of students.csv has a quote in the wrong place. Fix it first.',
		);
		assert.equal(
			problem('Gender\n', 'sis_id,ext.a\n'),
			'students.csv has no Student_id column, so its students are not known. Add the column first.',
		);
		assert.equal(
			problem('Student_id\n', 'sis_id,ext.a,ext.A\n'),
			'ext.A appears twice in the header of students_ext.csv. Delete one of the two columns first.',
		);
		assert.equal(
			problem('Student_id\n', 'sis_id\n'),
			'students_ext.csv has no ext. columns, so there is nothing to move.',
		);
		assert.equal(
			problem('Student_id\n1\n"2\n', 'sis_id,ext.a\n1,x\n'),
			'Row 3 of students.csv opens a quote that is never closed. Close it first.',
		);
		assert.equal(
			problem('Student_id\n1\n', 'sis_id,ext.a\n2,x\n1,"y\n'),
			'Row 3 of students_ext.csv opens a quote that is never closed. Close it first.',
		);
	});
});

describe('splitting ext columns off the roster', () => {
	it('makes the extension file, with the roster’s line breaks and a row for each student that has values', () => {
		const answer = split(
			'ext.title_i,Student_id,ext.club,Gender\r\nYes,1,"a, b",F\r\n,2,,M\r\n,3,Go,M\r\nYes,1,,F\r\n',
		);
		assert.equal(answer.rosterText, 'Student_id,Gender\r\n1,F\r\n2,M\r\n3,M\r\n1,F\r\n');
		assert.equal(answer.extensionText, 'sis_id,ext.title_i,ext.club\r\n1,Yes,"a, b"\r\n3,,Go\r\n');
		assert.deepEqual([answer.students, answer.columns, answer.kept], [2, ['ext.title_i', 'ext.club'], []]);
	});

	it('fills the empty fields of an existing file, and adds the students that it lacks', () => {
		const answer = split(
			'Student_id,ext.club,ext.title_i\n1,Go,Yes\n2,,No\n3,Go,\n',
			'ext.title_i,sis_id\n,1\nNo,2',
		);
		assert.equal(answer.rosterText, 'Student_id\n1\n2\n3\n');
		assert.equal(answer.extensionText, 'ext.title_i,sis_id,ext.club\nYes,1,Go\nNo,2,\n,3,Go\n');
	});

	it('keeps conflicts in the roster, and moves the rest', () => {
		const answer = split(
			'Student_id,ext.title_i,ext.club\n1,Yes,Go\n2,No,\n3,Yes,\n3,No,\n,Yes,\n',
			'sis_id,ext.title_i\n1,No\n',
		);
		assert.equal(answer.rosterText, 'Student_id,ext.title_i\n1,Yes\n2,\n3,Yes\n3,No\n,Yes\n');
		assert.equal(answer.extensionText, 'sis_id,ext.title_i,ext.club\n1,No,Go\n2,No,\n');
		assert.deepEqual(
			answer.listed.map(({ fileName, row, values }) => [fileName, row, ...values]),
			[
				['students.csv', 5, 'No', 'Yes'],
				['students_ext.csv', 2, 'No', 'Yes'],
			],
		);
		assert.deepEqual(answer.kept, ['ext.title_i']);
	});

	it('keeps the columns if a row cannot be read, and adds no second row for an unreadable one', () => {
		const answer = split('Student_id,ext.title_i\n1,Yes\n2,No,x\n3,No\n', 'sis_id,ext.title_i\n3,,,\n');
		assert.equal(answer.rosterText, 'Student_id,ext.title_i\n1,\n2,No,x\n3,No\n');
		assert.equal(answer.extensionText, 'sis_id,ext.title_i\n3,,,\n1,Yes\n');
		assert.equal(answer.unreadable, 2);
		const shifted = split('Student_id,ext.title_i\n1,Yes\n3,No\n', 'ext.club,sis_id\nChess, Go,3\n');
		assert.equal(shifted.extensionText, 'ext.club,sis_id,ext.title_i\nChess, Go,3,\n,1,Yes\n');
	});

	it('keeps every column of a roster with an unreadable row, and empties what it moves', () => {
		const answer = split('Student_id,ext.title_i,ext.club\n1,Yes,\n2,No,Go,x\n');
		assert.equal(answer.rosterText, 'Student_id,ext.title_i,ext.club\n1,,\n2,No,Go,x\n');
		assert.equal(answer.extensionText, 'sis_id,ext.title_i,ext.club\n1,Yes,\n');
		assert.deepEqual([answer.columns, answer.kept], [[], ['ext.title_i', 'ext.club']]);
	});

	it('keeps a column that has a value in a row without an ID', () => {
		const answer = split('Student_id,ext.title_i,ext.club\n1,Yes,Go\n,No,\n');
		assert.equal(answer.rosterText, 'Student_id,ext.title_i\n1,\n,No\n');
		assert.deepEqual([answer.columns, answer.kept], [['ext.club'], ['ext.title_i']]);
	});

	it('moves a column in which a student with an unreadable row has no value', () => {
		const answer = split('Student_id,ext.title_i,ext.club\n1,Yes,\n3,,Go\n', 'sis_id,ext.title_i\n3,x,y\n');
		assert.equal(answer.rosterText, 'Student_id,ext.club\n1,\n3,Go\n');
		assert.equal(answer.extensionText, 'sis_id,ext.title_i,ext.club\n3,x,y,\n1,Yes,\n');
		assert.deepEqual([answer.columns, answer.kept], [['ext.title_i'], ['ext.club']]);
	});

	it('says why it cannot split the columns', () => {
		const problem = (rosterText: string, extensionText?: string): string =>
			problemOf(
				splitFromRoster(
					roster(rosterText),
					extensionText === undefined ? undefined : extension(extensionText),
				),
			);
		assert.equal(
			problem('Student_id,Gender\n1,F\n'),
			'students.csv has no ext. columns, so there is nothing to move.',
		);
		assert.equal(
			problem('Student_id,ext.a\n1,x\n', 'ext.a\nx\n'),
			'students_ext.csv has no sis_id column, so its students are not known. Add the column first.',
		);
		assert.equal(
			problem('Student_id,ext.a\n1,x\n2,"y\n'),
			'Row 3 of students.csv opens a quote that is never closed. Close it first.',
		);
		assert.equal(
			problem('Student_id,ext.a\n1,x\n', 'sis_id,ext.a\n2,"y\n'),
			'Row 2 of students_ext.csv opens a quote that is never closed. Close it first.',
		);
	});
});
