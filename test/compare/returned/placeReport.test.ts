import assert from 'node:assert/strict';
import { students, studentTables } from '../../../server/src/spec';
import { checkedFile, district, EXTENSION, placed, ROSTER, report } from './reports';

/** The lines as "row file column id", in the order of the report. */
const places = ({ lines }: Awaited<ReturnType<typeof report>>): string[] =>
	lines.map(({ row, fileName, column, id, before }) => `${row} ${fileName} ${column} ${id} ${before}`);
const apart = ({ unplaced }: Awaited<ReturnType<typeof report>>): string[] =>
	unplaced.map(({ row, reason, field }) => `${row} ${reason} ${field}`.trim());

describe('an error report', () => {
	it('in the form of Great Minds puts its lines on the fields, and lists apart what it cannot place', async () => {
		const read = await report('sync-report.csv');
		assert.deepEqual(places(read), [
			'2 students.csv Gender 1001 Q',
			'3 students_ext.csv ext.idea_indicator 1002 Perhaps',
			'4 students.csv Race 1002 Z',
		]);
		assert.deepEqual(apart(read), ['5 field middle_name', '6 student gender', '7 no-field']);
		assert.deepEqual(read.notes, ['1 line says that nothing is wrong.']);
		assert.equal(read.lines[0]?.message, 'The value "Q" is not accepted, so the student was not updated.');
	});

	it('is read with semicolons, a BOM and the name of a table before the field', async () => {
		assert.deepEqual(places(await report('upload-report.csv')), [
			'2 students.csv Gender 1001 Q',
			'3 students.csv Home_language 1002 Klingon',
			'4 students.csv Race 1003 W',
		]);
	});

	it('in the form of CALPADS is matched by the ID that most lines have, and its notes stay notes', async () => {
		const read = await report('state-report.csv');
		assert.deepEqual(places(read), [
			'2 students.csv Gender 1001 Q',
			'3 students.csv Home_language 1002 Klingon',
			'4 students.csv Race 1003 W',
		]);
		assert.deepEqual(
			read.lines.map(({ severity }) => severity),
			['warning', 'warning', 'information'],
		);
		assert.deepEqual(read.notes, ['Its IDs are matched with State_id in students.csv.']);
	});

	it('of rows with a column of errors takes the only column that a message names', async () => {
		const read = await report('rows-with-errors.csv');
		assert.deepEqual(places(read), ['2 students.csv Gender 1001 Q', '3 students.csv Race 1002 Z']);
		assert.deepEqual(apart(read), ['4 no-field']);
	});

	it('without a column of IDs names the columns that it has', async () => {
		assert.deepEqual(await placed('file-report.csv'), {
			problem:
				'No column has the IDs of your students. It has File Name, Error Type and Error Message. Choose a report that lists students.',
		});
	});

	it('keeps HTML, links and icons as they are written', async () => {
		const { lines, unplaced } = await report('hostile-report.csv');
		assert.equal(
			lines[0]?.message,
			'<img src=x onerror=alert(1)> [Run](command:workbench.action.quit) $(trash) **bold**',
		);
		assert.deepEqual(
			unplaced.map(({ field, message }) => [field, message]),
			[['<b>Gender</b>', '<script>alert(1)</script>']],
		);
	});

	it('about a column and no student is on the header', async () => {
		const { lines } = await report({
			text: 'Student ID,Field,Message\n,Race,Not mapped\n1001,Gender,Wrong\n,,Nothing\n',
		});
		assert.deepEqual(
			lines.map(({ id, column, before }) => [id, column, before]),
			[
				[null, 'Race', 'Race'],
				['1001', 'Gender', 'Q'],
			],
		);
	});

	it('finds a student by every name of every ID', async () => {
		for (const [name, id] of [
			['sis_id', '1001'],
			['STUDENT ID', '1001'],
			['SIS ID', '1001'],
			['ID', '1001'],
			['sourcedId', '1001'],
			['Student Number', 'N-1'],
			['Local ID', 'N-1'],
			['State ID', '700001'],
			['SSID', '700001'],
		]) {
			const { lines } = await report({ text: `${name},Field,Message\n${id},Gender,Wrong\n` });
			assert.equal(lines[0]?.id, '1001', name);
		}
	});

	it('finds every column of both files by its name, without its prefix and in any spelling', async () => {
		for (const table of studentTables) {
			for (const { column, optionSet } of table.elements) {
				if (!optionSet) continue;
				const bare = column.replace('ext.', '');
				for (const name of [column, column.toUpperCase(), bare, bare.replaceAll('_', ' ')]) {
					const header = table === students ? 'Student_id' : 'sis_id';
					const file = checkedFile(table.fileName, `${header},${column}\n7,x\n`);
					const { lines } = await report({ text: `ID,Field,Message\n7,${name},Wrong\n` }, [file]);
					assert.deepEqual([lines[0]?.column, lines[0]?.before], [column, 'x'], name);
				}
			}
		}
	});

	it('takes an ID without its leading zeros only where one student can be meant, and says so', async () => {
		const roster = 'Student_id,Gender\n0012,Q\n0013,Q\n13,R\n12a,Q\n';
		const read = await report({ text: 'ID,Field,Message\n12,Gender,A\n13,Gender,B\n99,Gender,C\n' }, [
			checkedFile('students.csv', roster),
		]);
		assert.deepEqual(places(read), ['2 students.csv Gender 0012 Q']);
		assert.deepEqual(apart(read), ['3 several Gender', '4 student Gender']);
		assert.deepEqual(read.notes, ['1 line has an ID that differs from students.csv by leading zeros only.']);
	});

	it('goes to the file in which the student has a row', async () => {
		const read = await report({ text: 'ID,Field,Message\n1003,ext.title_i,Wrong\n1001,title_i,Wrong\n' });
		assert.deepEqual(places(read), ['3 students_ext.csv ext.title_i 1001 No']);
		assert.deepEqual(apart(read), ['2 row ext.title_i']);
		const both = district(
			ROSTER.replace('Home_language', 'ext.title_i'),
			EXTENSION.replace('1002,Perhaps,No\n', ''),
		);
		const preferred = await report({ text: 'ID,Field,Message\n1001,ext.title_i,Wrong\n' }, both);
		assert.deepEqual(places(preferred), ['2 students.csv ext.title_i 1001 English']);
		const named = { text: 'ID,File,Field,Message\n1001,students_ext.csv,ext.title_i,Wrong\n' };
		assert.deepEqual(places(await report(named, both)), ['2 students_ext.csv ext.title_i 1001 No']);
	});

	it('asks which column has the IDs, and then the message, where no name says so', async () => {
		const text = 'Kid,Was ist los,Gender\n1001,Falsch,Q\n1002,Auch falsch,M\n';
		const first = await placed({ text });
		assert.deepEqual(first, {
			question: { about: 'id', columns: [{ name: 'Kid', samples: ['1001', '1002'] }] },
		});
		const second = await placed({ text }, undefined, { id: 'Kid' });
		assert.deepEqual(second, {
			question: { about: 'message', columns: [{ name: 'Was ist los', samples: ['Falsch', 'Auch falsch'] }] },
		});
		const read = await report({ text }, undefined, { id: 'Kid', message: 'Was ist los', field: null });
		assert.deepEqual(apart(read), ['2 no-field', '3 no-field']);
	});

	it('cuts a message of 10,000 characters, and joins its lines', async () => {
		const long = `One\ntwo ${'x'.repeat(10_000)}`;
		const { lines } = await report({ text: `ID,Field,Message\n1001,Gender,"${long}"\n1002,Gender,Next\n` });
		assert.match(lines[0]?.message ?? '', /^One two x+…$/);
		assert.equal(lines[0]?.message.length, 1000);
	});

	it('says on which line of its text a row is', async () => {
		const text = 'ID,Field,Message\n1001,Gender,"One\ntwo\nthree"\n\n9999,Gender,Who\n';
		const { unplaced } = await report({ text });
		assert.deepEqual(
			unplaced.map(({ row, textLine }) => [row, textLine]),
			[[4, 5]],
		);
	});

	it('lists apart a row that cannot be read', async () => {
		const read = await report({ text: 'ID,Field,Message\n1001,Gender,Use A, B or C\n1002,Gender,Wrong\n' });
		assert.deepEqual(apart(read), ['2 unreadable']);
	});

	it('shows no message on a password', async () => {
		const files = [checkedFile('students.csv', 'Student_id,Password\n7,hunter2\n')];
		const { lines } = await report({ text: 'ID,Field,Message\n7,Password,hunter2 is weak\n' }, files);
		assert.doesNotMatch(lines[0]?.message ?? 'hunter2', /hunter2/);
	});

	it('shows no message on a password where the line is listed apart, or names no field', async () => {
		const files = [checkedFile('students.csv', 'Student_id,Gender,Password\n7,F,hunter2\n')];
		const text =
			'ID,Field,Message\n9,Password,hunter2\n7,Student Password,hunter2\n7,,Password hunter2 is weak\n';
		const { lines, unplaced } = await report({ text }, files);
		assert.equal(unplaced.length, 3);
		assert.doesNotMatch(JSON.stringify([lines, unplaced]), /hunter2/);
	});

	it('counts a line that is there several times once, and says so', async () => {
		const read = await report({
			text: `ID,Field,Message\n${'1001,Gender,Wrong\n'.repeat(3)}1001,Gender,Other\n`,
		});
		assert.deepEqual(places(read), ['2 students.csv Gender 1001 Q', '5 students.csv Gender 1001 Q']);
		assert.deepEqual(read.notes, ['2 lines repeat what another line says, and count once.']);
	});

	it('is no file of students', async () => {
		const answer = await placed({ text: ROSTER });
		assert.match('problem' in answer ? answer.problem : '', /is one of the files that you send/);
	});
});
