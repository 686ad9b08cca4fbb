import assert from 'node:assert/strict';
import { convert } from '../../../server/src/convert/import/convert';
import { students } from '../../../server/src/spec';
import { converted, entered, importedFiles, sourceOf, utf8, waiting } from './support';

const noExtension = ',,,,,,,'.slice(1);

describe('an import', () => {
	it('makes one row of each student, and one more for each further contact', async () => {
		const { text, report } = await entered(
			[
				'Student ID;Last Name;Sex;Contact name;Migrant;504 Plan',
				'7;Lee;Female;Mother;N;Y',
				'7;Lee;Female;Father;N;',
				'8;Bo;Male;Aunt;;',
			].join('\r\n'),
		);
		assert.equal(
			text('students.csv'),
			'Student_id,Last_name,Gender,Contact_name\r\n7,Lee,F,Mother\r\n7,Lee,F,Father\r\n8,Bo,M,Aunt\r\n',
		);
		assert.equal(
			text('students_ext.csv'),
			[
				'sis_id,ext.idea_indicator,ext.disability_status,ext.primary_disability_type,ext.section_504_status,ext.economic_disadvantage_status,ext.migrant_status,ext.title_i',
				'7,,,,Yes,,No,',
				`8,${noExtension}`,
				'',
			].join('\r\n'),
		);
		assert.equal(report.rows, 3);
		assert.equal(report.students, 2);
		assert.deepEqual(report.problems, []);
	});

	it('leaves a value without a certain meaning unchanged, and counts it', async () => {
		const { records, report } = await entered(
			'Student ID,Lunch Status,Race\n1,Y,H\n2,F,C\n3,Y,Zzz\n4,N/A,W\n5, Y ,\n',
		);
		assert.deepEqual(
			records('students.csv').map(({ Frl_status, Race }) => [Frl_status, Race]),
			[
				['Y', 'H'],
				['F', 'W'],
				['Y', 'Zzz'],
				['', 'W'],
				[' Y ', ''],
			],
		);
		assert.deepEqual(report.open, [
			{ element: 'Race', value: 'H', rows: 1 },
			{ element: 'Race', value: 'Zzz', rows: 1 },
			{ element: 'Frl_status', value: 'Y', rows: 3 },
		]);
		assert.deepEqual(report.translated, [
			{ element: 'Race', value: 'C', code: 'W', rows: 1 },
			{ element: 'Frl_status', value: 'N/A', code: '', rows: 1 },
		]);
	});

	it('prefers the codes of the mapping to the meaning of a value', async () => {
		const { records, report } = await importedFiles(
			'id,lunch,g\n1,Y,Male\n2, y ,Female\n3,Z,Unknown\n4,,\n',
			{
				columns: { Student_id: 'id', Frl_status: 'lunch', Gender: 'g' },
				codes: { Frl_status: { Y: 'F', Z: '' }, Gender: { Male: 'X', Unknown: null } },
			},
		);
		assert.deepEqual(
			records('students.csv').map(({ Frl_status, Gender }) => [Frl_status, Gender]),
			[
				['F', 'X'],
				['F', 'F'],
				['', 'Unknown'],
				['', ''],
			],
		);
		// A value that a person leaves unchanged is settled.
		assert.deepEqual(report.open, []);
	});

	it('takes the first of two codes that a mapping gives to spellings of one value', async () => {
		const { records } = await importedFiles('id,g\n1,MALE\n2,male \n', {
			columns: { Student_id: 'id', Gender: 'g' },
			codes: { Gender: { male: 'X', Male: 'F' } },
		});
		assert.deepEqual(
			records('students.csv').map(({ Gender }) => Gender),
			['X', 'X'],
		);
	});

	it('makes the files that the mapping names, or else those that have a column', async () => {
		const names = async (files: readonly string[] | undefined, columns: Record<string, string>) => {
			const answer = await converted('id,m,g\n1,Y,F\n', { columns: { Student_id: 'id', ...columns }, files });
			return 'files' in answer ? answer.files.map(({ fileName }) => fileName) : answer.problems;
		};
		const both = { Gender: 'g', 'ext.migrant_status': 'm' };
		assert.deepEqual(await names(undefined, both), ['students.csv', 'students_ext.csv']);
		assert.deepEqual(await names(undefined, { Gender: 'g' }), ['students.csv']);
		assert.deepEqual(await names(undefined, { 'ext.migrant_status': 'm' }), ['students_ext.csv']);
		assert.deepEqual(await names(['students_ext.csv'], both), ['students_ext.csv']);
		assert.deepEqual(await names(['students.csv', 'students_ext.csv'], { Gender: 'g' }), ['students.csv']);
		assert.deepEqual(await names(undefined, {}), [
			'The mapping names only Student_id. Add another column to import.',
		]);
	});

	it('keeps rows without an ID in students.csv, and reports that students_ext.csv lacks them', async () => {
		const { records, report } = await entered('Student ID,Sex,Migrant\n1,F,Y\n,M,N\n2,X,N\n');
		assert.equal(records('students.csv').length, 3);
		assert.deepEqual(
			records('students_ext.csv').map(({ sis_id }) => sis_id),
			['1', '2'],
		);
		assert.deepEqual(report.problems, [
			{ row: 3, message: 'This row has no student ID, so Clever cannot match it. Add the ID in your SIS.' },
		]);
		assert.equal(report.students, 2);
	});

	it('makes nothing without the column of the ID, and says what to do', async () => {
		assert.deepEqual(await converted('id,Sex\n1,F\n', { columns: { Student_id: 'ID', Gender: 'Sex' } }), {
			problems: ['The export has no column "ID", which Student_id comes from. Use "id".'],
		});
		assert.deepEqual(await converted('id,Sex\n1,F\n', { columns: { Gender: 'Sex' } }), {
			problems: ['No column is chosen for Student_id. Choose the ID by which Clever knows the student.'],
		});
	});

	it('leaves a column open that the mapping names and the export lacks', async () => {
		const columns = { Student_id: 'id', Gender: 'Sex', Race: 'Ethnicity' };
		const { text, report } = await importedFiles('id,Sex\n1,F\n2,M\n', { columns });
		assert.equal(text('students.csv'), 'Student_id,Gender\n1,F\n2,M\n');
		assert.deepEqual(report.open, [{ element: 'Race', value: null, rows: 2 }]);
	});

	it('says what is wrong with the export', async () => {
		const mapping = { columns: { Student_id: 'id', Gender: 'g' } };
		assert.deepEqual(await converted('', mapping), { problems: ['The file is empty.'] });
		const long = `id,g\n1,"F${'\n'.repeat(64)}"\n`;
		assert.match(JSON.stringify(await converted(long, mapping)), /Row 2 opens a quote/);
	});

	it('quotes only what must be quoted', async () => {
		const { text } = await entered('Student ID\tLast Name\n007\tLee, Ann\n08\tsay "hi"\n9\t=SUM(A1)\n');
		assert.equal(text('students.csv'), 'Student_id,Last_name\n007,"Lee, Ann"\n08,"say ""hi"""\n9,=SUM(A1)\n');
	});

	it('writes CRLF or LF, and never a CR alone', async () => {
		const { text } = await entered('Student_id,School_id,Last_name,First_name\r\r\n1,5,Ash,Bo\r\r\n');
		assert.match(text('students.csv'), /^Student_id,School_id,Last_name,First_name\r?\n1,5,Ash,Bo\r?\n$/);
		const old = await entered('Student_id,School_id\r1,5\r');
		assert.equal(old.text('students.csv'), 'Student_id,School_id\n1,5\n');
	});

	it('joins the texts of several columns with spaces', async () => {
		const columns = { Student_id: 'id', Student_street: ['no', 'street'] };
		const { text } = await importedFiles('id,no,street\n1,12, Main St\n2,,Elm St\n', { columns });
		assert.equal(text('students.csv'), 'Student_id,Student_street\n1,12 Main St\n2,Elm St\n');
	});

	it('takes the spaces around an ID away in both files, and changes no other text', async () => {
		const { text } = await entered('sis_id,Last Name,Migrant\n 7 , Lee ,Y\n\u00a08,\t,N\n');
		assert.equal(text('students.csv'), 'Student_id,Last_name\n7, Lee \n8,\t\n');
		assert.match(text('students_ext.csv'), /^7,/m);
		assert.match(text('students_ext.csv'), /^8,/m);
	});

	it('passes on what a spreadsheet would run, and control characters, as they are', async () => {
		const { text } = await entered('Student ID,Last Name\n1,=cmd|calc\n2,A\u0007B\n');
		assert.equal(text('students.csv'), 'Student_id,Last_name\n1,=cmd|calc\n2,A\u0007B\n');
	});

	it('names the column and the row of letters that could not be read', async () => {
		const { report } = await entered('Student ID,Last Name,Locker\n1,Ash,\ufffd\n2,N\ufffdx,\n');
		assert.deepEqual(report.problems, [
			{
				row: 3,
				message:
					'Last_name has a letter that could not be read. Choose another encoding, or correct it in your SIS.',
			},
		]);
		assert.deepEqual(report.notTaken, ['Locker']);
	});

	it('lists 10,000 problems, and counts the others', async () => {
		const { report } = await entered(`Student ID,Last Name\n${',Ash\n'.repeat(10_002)}`);
		assert.equal(report.problems.length, 10_001);
		assert.deepEqual(report.problems.at(-1), {
			row: null,
			message: '2 more problems are not listed. Fix these in the export first, then import it again.',
		});
	});

	it('reports its progress', async () => {
		const seen: number[] = [];
		const mapping = { columns: { Student_id: 'id', Gender: 'g' } };
		const bytes = utf8(`id,g\n${'1,F\n'.repeat(50_000)}`);
		const callbacks = { ...waiting, onProgress: (done: number) => seen.push(done) };
		await convert(sourceOf(bytes), mapping, students, callbacks, []);
		assert.ok(seen.length > 1);
		assert.equal(seen.at(-1), 1);
	});

	it('stops when it is canceled, also while it writes', async () => {
		const bytes = utf8(`id,g\n${'1,F\n'.repeat(100_000)}`);
		let asked = 0;
		const mapping = { columns: { Student_id: 'id', Gender: 'g' } };
		let isRead = false;
		const whileItWrites = {
			isCanceled: () => isRead,
			onProgress: (done: number) => {
				isRead ||= done === 1;
			},
		};
		const written = await convert(sourceOf(bytes), mapping, students, whileItWrites, []);
		assert.deepEqual(written, { problems: ['Canceled.'] });
		const soon = { ...waiting, isCanceled: () => ++asked > 2 };
		const answer = await convert(sourceOf(bytes), mapping, students, soon, []);
		assert.deepEqual(answer, { problems: ['Canceled.'] });
	});
});
