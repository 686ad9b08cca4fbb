import assert from 'node:assert/strict';
import { template } from '../../server/src/convert/template/template';
import { MAX_QUOTED_LINES } from '../../server/src/csv/scan';
import { fileOf, templateText } from './templates';

async function problem(roster: string): Promise<string> {
	const answer = await template(roster);
	assert.ok('problem' in answer, JSON.stringify(answer));
	return answer.problem;
}

describe('the students_ext.csv template', () => {
	it("has each student once, in the order of the students' first rows", async () => {
		const answer = await template('School_id,Student_id\n1,30\n1,10\n1,20\n1,10\n');
		assert.deepEqual(answer, { text: fileOf(['30', '10', '20']), students: 3 });
	});

	it('has one row for a student with a row per contact', async () => {
		const rows = ['7,Ann,mother', '7,Ann,father', '8,Bo,aunt', '7,Ann,"step, father"'];
		assert.equal(
			await templateText(['Student_id,First_name,Contact_type', ...rows].join('\n')),
			fileOf(['7', '8']),
		);
	});

	for (const name of [
		'Student_id',
		'student_id',
		'STUDENT_ID',
		'Student id',
		'StudentID',
		' Student_ID ',
		'"Student_id"',
	]) {
		it(`finds the column ${JSON.stringify(name)}`, async () => {
			assert.equal(await templateText(`School_id,${name}\n1,5\n`), fileOf(['5']));
		});
	}

	it('ignores a byte order mark', async () => {
		assert.equal(await templateText('\ufeffStudent_id,Grade\n5,3\n'), fileOf(['5']));
		assert.equal(await templateText('\ufeff"Student_id",Grade\n5,3\n'), fileOf(['5']));
	});

	for (const lineBreak of ['\r\n', '\n', '\r']) {
		it(`keeps the line break ${JSON.stringify(lineBreak)}`, async () => {
			const roster = ['Student_id,Grade', '5,"3"', '6,"4"'].join(lineBreak);
			assert.equal(await templateText(roster), fileOf(['5', '6'], lineBreak));
		});
	}

	it('reads mixed line breaks and writes the first kind', async () => {
		assert.equal(
			await templateText('Grade,Student_id\r\n3,"5"\n4,6\r\n5,7\r6,"8"'),
			fileOf(['5', '6', '7', '8'], '\r\n'),
		);
	});

	it('quotes an ID only if it must be quoted', async () => {
		const roster = 'Student_id,Grade\n"001",3\n"a,b",3\n"a""b",3\n"a\nb",3\n';
		assert.equal(await templateText(roster), fileOf(['001', '"a,b"', '"a""b"', '"a\nb"']));
		assert.equal(
			await templateText('Student_id,Grade\r\n"a\nb",3\r\n'),
			fileOf(['"a\nb"'], '\r\n'),
			'also where the break is not that of the file',
		);
	});

	it('reads rows with misplaced quotes and with missing or extra fields', async () => {
		const roster =
			'Student_id,Name,Grade\n1,An"n,3\n2,"Lee" Ann,3\n3,"O""B"x"y",3\n4\n5,Last, First,3\n6,z,3\n';
		assert.equal(await templateText(roster), fileOf(['1', '2', '3', '4', '5', '6']));
	});

	it('refuses a row in which an unquoted comma has moved the ID', async () => {
		const message = await problem('Last_name,Student_id,Grade\nLee,1,3\n\nPoe, Jr,2,3\n');
		assert.equal(
			message,
			'Row 4 of students.csv has 4 values, but the header has 3 columns, so its Student_id may be in the wrong one. Fix that row first.',
		);
		assert.equal(await templateText('Last_name,Student_id,Grade\nLee,1,3,,\nPoe,2\n'), fileOf(['1', '2']));
		assert.equal(await templateText('School_id,Student_id,Last_name\n5,1,Poe, Jr\n'), fileOf(['1']));
	});

	it('skips rows without an ID, and empty lines', async () => {
		assert.equal(await templateText('Grade,Student_id\n3,\n\n3,1\n,\n3, \n3\n\n3,2\n'), fileOf(['1', '2']));
	});

	it('ignores spaces around an ID', async () => {
		assert.equal(await templateText('Student_id,Grade\n1,3\n 1 ,3\n'), fileOf(['1']));
	});

	it('keeps surrogate pairs at the border of two chunks', async () => {
		for (let pad = 0; pad < 3; pad++) {
			const id = `${'x'.repeat(0xffff - 'Student_id\n'.length - pad)}\u{1F600}é`;
			assert.equal(await templateText(`Student_id\n${id}\n`), fileOf([id]));
		}
	});

	it('says what is wrong with the roster', async () => {
		assert.equal(await problem(''), 'The file is empty.');
		assert.equal(await problem('\ufeff\n\n'), 'The file is empty.');
		assert.equal(await problem('Student_id,Grade'), 'students.csv has no rows below its header.');
		assert.equal(await problem('Student_id,Grade\n,3\n'), 'No row of students.csv has a Student_id.');
		const noKey =
			'students.csv has no Student_id column, so its students are not known. Add the column first.';
		assert.equal(await problem('School_id,Last_name\n1,2\n'), noKey);
		assert.equal(await problem('Homeroom,School_id\n1,2\n'), noKey, 'one known column is enough');
		assert.equal(
			await problem('sis_id,ext.title_i\n1,Yes\n'),
			'This is students_ext.csv, since it has a sis_id column. Choose students.csv.',
		);
		const notRoster =
			'This is not students.csv: its first row has none of the column names. Choose another file.';
		assert.equal(await problem('1,Lee,Ann\n2,Bo,Li\n'), notRoster);
		assert.equal(await problem('Student_id;Grade\n1;3\n'), notRoster);
	});

	it('refuses a quote that is never closed, and names its row but not its value', async () => {
		const message = await problem('Student_id,Name\n1,a\n\n2,"secret\n3,c\n');
		assert.equal(message, 'Row 4 of students.csv opens a quote that is never closed. Close it first.');
		const rows = (count: number) => `Student_id,Name\n1,a\n2,"secret${'\n3,c'.repeat(count)}"\n4,d\n`;
		assert.equal(
			await problem(rows(MAX_QUOTED_LINES)),
			'Row 3 of students.csv opens a quote that is not closed within 64 lines. Close it first.',
		);
		assert.equal(await templateText(rows(MAX_QUOTED_LINES - 1)), fileOf(['1', '2', '4']));
		const windows = rows(MAX_QUOTED_LINES - 1).replaceAll('\n', '\r\n');
		assert.equal(await templateText(windows), fileOf(['1', '2', '4']).replaceAll('\n', '\r\n'));
	});
});
