import assert from 'node:assert/strict';
import { convert } from '../../../server/src/convert/import/convert';
import { students } from '../../../server/src/spec';
import { converted, entered, importedFiles, utf8, waiting } from './support';

const noExtension = ',,,,,,,'.slice(1);

describe('an import', () => {
	it('writes every row to students.csv, and one row per student to students_ext.csv', async () => {
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
		assert.equal(report.key, 'Student ID');
		assert.equal(report.rows, 3);
		assert.deepEqual(report.conflicts, []);
	});

	it('takes the first of different values of one student, and lists the conflict', async () => {
		const { records, report } = await entered('sis_id,Migrant,Title I\n7,,Y\n8,Y,N\n7,Y,N\n 7 ,N,Y\n');
		assert.deepEqual(
			records('students_ext.csv').map((row) => [row.sis_id, row['ext.migrant_status'], row['ext.title_i']]),
			[
				['7', 'Yes', 'Yes'],
				['8', 'Yes', 'No'],
			],
		);
		assert.equal(report.conflictCount, 2);
		assert.deepEqual(report.conflicts, [
			{ rows: [2, 4], column: 'ext.title_i', values: ['Yes', 'No'] },
			{ rows: [4, 5], column: 'ext.migrant_status', values: ['Yes', 'No'] },
		]);
	});

	it('counts every conflict, including those that it does not list', async () => {
		const rows = Array.from({ length: 1500 }, () => '7,N').join('\n');
		const { report } = await entered(`sis_id,Migrant\n7,Y\n${rows}\n`);
		assert.equal(report.conflictCount, 1500);
		assert.equal(report.conflicts.length, 1000);
	});

	it('leaves a value without a certain meaning unchanged, and counts it', async () => {
		const { records, report } = await entered(
			'Student ID,Lunch Status,Race\n1,Y,H\n2,F,C\n3,Y,Zzz\n4,N/A,W\n',
		);
		assert.deepEqual(
			records('students.csv').map(({ Frl_status, Race }) => [Frl_status, Race]),
			[
				['Y', 'H'],
				['F', 'W'],
				['Y', 'Zzz'],
				['', 'W'],
			],
		);
		assert.deepEqual(report.translated, [
			{ column: 'Race', value: 'H', to: 'H', meant: false, count: 1 },
			{ column: 'Race', value: 'C', to: 'W', meant: true, count: 1 },
			{ column: 'Race', value: 'Zzz', to: 'Zzz', meant: false, count: 1 },
			{ column: 'Frl_status', value: 'Y', to: 'Y', meant: false, count: 2 },
			{ column: 'Frl_status', value: 'N/A', to: '', meant: true, count: 1 },
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
		assert.deepEqual(
			report.translated.filter(({ meant }) => !meant).map(({ value }) => value),
			['Unknown'],
		);
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
		assert.deepEqual(report.rowsWithoutId, [3]);
	});

	it('says which column of the mapping the export lacks, and what to do', async () => {
		const answer = await converted('id,Sex\n1,F\n', {
			columns: { Student_id: 'ID', Gender: 'Sex', Race: 'Ethnicity' },
		});
		assert.deepEqual(answer, {
			problems: [
				'columns."Student_id": the export has no column "ID". Use "id".',
				'columns."Race": the export has no column "Ethnicity". Use a name from the first row of the export, or remove the line.',
			],
		});
	});

	it('says what is wrong with the export', async () => {
		const mapping = { columns: { Student_id: 'id', Gender: 'g' } };
		assert.deepEqual(await converted('', mapping), { problems: ['The file is empty.'] });
		assert.match(JSON.stringify(await converted('id,g\n1,"F\n', mapping)), /Row 2 opens a quote/);
	});

	it('quotes only what must be quoted', async () => {
		const { text } = await entered('Student ID\tLast Name\n007\tLee, Ann\n08\tsay "hi"\n9\t=SUM(A1)\n');
		assert.equal(text('students.csv'), 'Student_id,Last_name\n007,"Lee, Ann"\n08,"say ""hi"""\n9,=SUM(A1)\n');
	});

	it('reports its progress', async () => {
		const seen: number[] = [];
		const mapping = { columns: { Student_id: 'id', Gender: 'g' } };
		const bytes = utf8(`id,g\n${'1,F\n'.repeat(50_000)}`);
		await convert(bytes, mapping, students, { ...waiting, onProgress: (done) => seen.push(done) });
		assert.ok(seen.length > 1);
		assert.equal(seen.at(-1), 1);
	});

	it('stops when it is canceled', async () => {
		const bytes = utf8(`id,g\n${'1,F\n'.repeat(100_000)}`);
		let asked = 0;
		const mapping = { columns: { Student_id: 'id', Gender: 'g' } };
		const answer = await convert(bytes, mapping, students, { ...waiting, isCanceled: () => ++asked > 2 });
		assert.deepEqual(answer, { problems: ['Canceled.'] });
	});
});
