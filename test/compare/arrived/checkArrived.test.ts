import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { IdIndex } from '../../../server/src/compare/arrived/idIndex';
import { arrive, refuse, tryArriving } from './arriving';

const roster = `School_id,Student_id,Student_number,State_id,Last_name,First_name,Gender,Frl_status
10,001,7101,88001,Ames,Lee,F,N
10,002,7102,88002,Banks,Joy,M,F
20,003,7103,88003,Cruz,Eva,F,R
20,004,7104,88004,Dole,Pat,M,F
`;

describe('the ID of a download', () => {
	it('is the one of ours that it has most of', async () => {
		const cases: readonly (readonly [string, string])[] = [
			['001,F\n002,M\n003,F\n', 'Student_id'],
			['7101,F\n7102,M\n7103,F\n', 'Student_number'],
			['88001,F\n88002,M\n88003,F\n', 'State_id'],
			['88001,F\n7102,M\n7103,F\n', 'Student_number'],
		];
		for (const [rows, expected] of cases) {
			const { report } = await arrive({ roster, download: `Student ID,Gender\n${rows}` });
			assert.equal(report.matchedBy, expected, rows);
		}
	});

	it('is taken from the column that has most of them', async () => {
		const download = 'Student ID,State ID,Gender\nx1,88001,F\nx2,88002,M\nx3,99,F\n';
		const { report } = await arrive({ roster, download });
		assert.deepEqual(
			[report.idColumn, report.matchedBy, report.students.matched],
			['State ID', 'State_id', 2],
		);
	});

	it('may lack its leading zeros where that leads to one student, which is said', async () => {
		const { report, counts } = await arrive({ roster, download: 'Student ID,Gender\n1,F\n02,M\n003,F\n' });
		assert.deepEqual([report.students.matched, report.students.byZeros], [3, 2]);
		assert.deepEqual(counts('Gender'), [3, 0, 0, 0]);
		assert.match(
			report.notes.join(),
			/^2 students were found although the leading zeros of the ID differ\.$/,
		);
	});

	it('leads to nobody where it may be one of two students, or two students of the download are one of ours', async () => {
		const twice = roster.replace('002,7102', '01,7102');
		const one = await arrive({ roster: twice, download: 'Student ID,Gender\n1,F\n003,F\n' });
		assert.deepEqual([one.report.students.matched, one.report.students.unknown], [1, 1]);
		const other = await arrive({ roster, download: 'Student ID,Gender\n1,F\n01,F\n003,F\n' });
		assert.deepEqual([other.report.students.matched, other.report.students.unknown], [1, 2]);
		const exact = await arrive({ roster, download: 'Student ID,Gender\n1,M\n001,F\n003,F\n' });
		assert.deepEqual([exact.report.students.matched, exact.report.students.unknown], [2, 1]);
		assert.deepEqual(exact.counts('Gender'), [2, 0, 0, 0]);
	});

	it('is asked for where no column has its name and one has our IDs', async () => {
		const download = 'Pupil,Sex\n001,F\n002,M\n003,F\n';
		const { problem, idColumns } = await refuse({ roster, download });
		assert.match(problem, /^No column has the name of a student ID\. Choose/);
		assert.deepEqual(idColumns, [
			{ name: 'Pupil', matchedBy: 'Student_id', students: 3, samples: ['001', '002', '003'] },
		]);
		const { report } = await arrive({ roster, download, choices: { idColumn: 'Pupil' } });
		assert.deepEqual([report.idColumn, report.students.matched], ['Pupil', 3]);
	});

	it('is looked for in the columns with its name, and in others only where those have none of ours', async () => {
		const scores = Array.from({ length: 30 }, (_, at) => `Score ${at}`);
		const row = (id: string): string => `${id},F,${scores.map((_, at) => 300 + at).join(',')}\n`;
		const rows = ['001', '002', '003', '004'];
		const find = mock.method(IdIndex.prototype, 'find');
		await arrive({ roster, download: `Student ID,Gender,${scores.join(',')}\n${rows.map(row).join('')}` });
		// Three kinds of ID for each row, and one look-up for each student.
		assert.equal(find.mock.callCount(), 4 * 3 + 4);
		find.mock.restore();
		const strange = `Student ID,Gender,${scores.join(',')},Pupil\n${rows.map((id) => row(`9${id}`).replace('\n', `,${id}\n`)).join('')}`;
		const { problem, idColumns } = await refuse({ roster, download: strange });
		assert.match(problem, /^No ID in Student ID is a Student_id, .*Choose the column/);
		assert.deepEqual(
			idColumns?.map(({ name }) => name),
			['Pupil'],
		);
	});

	it('is not enough where no column has a category, as in an error report', async () => {
		const { problem } = await refuse({
			roster,
			download: 'sis_id,field,status,message\n001,gender,Failure,Wrong\n',
		});
		assert.equal(
			problem,
			'download.csv has no category of yours. Is it an error report? Use Open an Error Report….',
		);
	});

	it('is missed by the names of the columns that are there', async () => {
		const { problem, idColumns } = await refuse({ roster, download: 'Class,Teacher\n1A,Hill\n1B,Wood\n' });
		assert.equal(idColumns, undefined);
		assert.equal(
			problem,
			'No column of the file has a Student_id, Student_number or State_id of yours. Its columns are Class and Teacher. Choose a file with the ID of each student.',
		);
	});

	it('tells a file of another year or district, where it is none of ours', async () => {
		const { problem } = await refuse({ roster, download: 'Student ID,Gender\n501,F\n502,M\n' });
		assert.equal(
			problem,
			'No ID in Student ID is a Student_id, Student_number or State_id of yours. The file may be of another year or another district.',
		);
	});

	it('is sis_id where there is only the extension file', async () => {
		const { report, counts } = await arrive({
			extension: 'sis_id,ext.migrant_status\n1,Yes\n2,No\n',
			download: 'Student ID,Migrant\n1,Y\n2,Y\n',
		});
		assert.equal(report.matchedBy, 'sis_id');
		assert.deepEqual(counts('ext.migrant_status'), [1, 0, 1, 0]);
	});
});

describe('what arrived', () => {
	it('counts a value of ours that is no code as not comparable, and one that the district accepts as a code', async () => {
		const odd = roster.replace('88001,Ames,Lee,F,N', '88001,Ames,Lee,Female,N').replace('Joy,M,F', 'Joy,Z,F');
		const download = 'Student ID,Gender\n001,F\n002,Z\n';
		const strict = await arrive({ roster: odd, download });
		assert.deepEqual(strict.counts('Gender'), [0, 0, 0, 2]);
		const accepting = await arrive({
			roster: odd,
			download,
			settings: { acceptedValues: { Gender: ['Z'] } },
		});
		assert.deepEqual(accepting.counts('Gender'), [1, 0, 0, 1]);
	});

	it('counts apart what is there and was not sent', async () => {
		const empty = roster.replace('Lee,F,N', 'Lee,,');
		const { category, counts, pairs } = await arrive({
			roster: empty,
			download: 'Student ID,Gender,Lunch Status\n001,F,\n002,M,Free\n',
		});
		assert.deepEqual(counts('Gender'), [1, 0, 0, 0]);
		assert.equal(category('Gender').unsent, 1);
		assert.deepEqual(pairs('Gender'), [['unsent', '', 'F', 1]]);
		assert.equal(category('Frl_status').sent, 1);
	});

	it('says of a column that may be one of several which they are, and takes the one that is chosen', async () => {
		const download = 'Student ID,Gender,Lunch Status,Meal Status\n001,F,N,F\n002,M,F,R\n';
		const open = await arrive({ roster, download });
		assert.deepEqual(open.counts('Frl_status'), [0, 0, 0, 2]);
		assert.deepEqual(open.category('Frl_status').candidates, ['Lunch Status', 'Meal Status']);
		const chosen = await arrive({ roster, download, choices: { columns: { Frl_status: 'Lunch Status' } } });
		assert.deepEqual(chosen.counts('Frl_status'), [2, 0, 0, 0]);
	});

	it('takes a roster with several rows of a student by the first, and a category of both files from the roster', async () => {
		const { counts, category } = await arrive({
			roster: 'School_id,Student_id,Last_name,First_name,Gender,ext.title_i\n1,1,A,B,F,Yes\n1,1,A,B,M,No\n',
			extension: 'sis_id,ext.title_i,ext.migrant_status\n1,No,Yes\n1,No,No\n',
			download: 'Student ID,Gender,Title I,Migrant\n1,F,Y,Y\n',
		});
		for (const element of ['Gender', 'ext.title_i', 'ext.migrant_status'])
			assert.deepEqual(counts(element), [1, 0, 0, 0], element);
		assert.equal(category('ext.title_i').fileName, 'students.csv');
		assert.equal(category('ext.migrant_status').fileName, 'students_ext.csv');
	});

	it('warns of a file that has the columns of our own', async () => {
		const { report } = await arrive({ roster, download: roster });
		assert.match(report.notes.join(), /columns of a file for Clever/);
	});

	it('says what an empty file is', async () => {
		assert.equal((await refuse({ roster, download: '' })).problem, 'The file is empty.');
	});

	it('is nothing where the person cancels, whenever that is', async () => {
		for (const never of [0, 1, 2, 3]) {
			let asked = 0;
			const download = 'Student ID,Gender\n001,F\n';
			const isCanceled = (): boolean => asked++ >= never;
			assert.equal(await tryArriving({ roster, download, isCanceled }), null, `${never}`);
		}
	});
});

describe('the likely cause', () => {
	const all = `School_id,Student_id,Last_name,First_name,Gender,Home_language,Ell_status,Frl_status,IEP_status
10,1,Ames,Lee,F,English,N,N,N
10,2,Banks,Joy,M,English,N,F,Y
20,3,Cruz,Eva,F,Spanish,Y,R,N
`;
	const ids = async (download: string, more: object = {}): Promise<readonly string[]> =>
		(await arrive({ roster: all, download, ...more })).report.causes.map(({ id, elements }) =>
			[id, ...elements].join(' '),
		);
	const header = 'Student ID,Gender,Home Language,ELL Status,Lunch Status,IEP Status\n';

	it('is that the sensitive fields are not shared', async () => {
		const download = `${header}1,F,English,,,\n2,M,English,,N/A,\n3,F,Spanish,,,\n`;
		assert.deepEqual(await ids(download), ['not-shared Ell_status Frl_status IEP_status']);
		const { report } = await arrive({ roster: all, download });
		assert.equal(report.causes[0]?.isAboutSharing, true);
	});

	it('is not that, where one of the values is there', async () => {
		const download = `${header}1,F,English,N,,N\n2,M,English,,N/A,\n3,F,Spanish,,,\n`;
		assert.deepEqual(await ids(download), ['not-shared Frl_status']);
	});

	it('is a field that is not shared or shown', async () => {
		const download = `${header}1,F,,N,N,N\n2,M,,N,F,Y\n3,F,,Y,R,N\n`;
		assert.deepEqual(await ids(download), ['column-missing Home_language']);
	});

	it('is that the extension file was not uploaded or its fields are not shared', async () => {
		const extension = 'sis_id,ext.migrant_status,ext.title_i\n1,No,Yes\n2,No,No\n3,Yes,No\n';
		const download = 'Student ID,Gender,Migrant,Title I\n1,F,,\n2,M,,\n3,F,,\n';
		const roster = 'School_id,Student_id,Gender\n1,1,F\n1,2,M\n1,3,F\n';
		assert.deepEqual(await ids(download, { roster, extension }), [
			'extension-missing ext.migrant_status ext.title_i',
		]);
	});

	it('is a school that is not synced, by its name', async () => {
		const download = `${header}1,F,English,N,N,N\n2,M,English,N,F,Y\n`;
		const { report } = await arrive({ roster: all, download, schoolNames: new Map([['20', 'Elm']]) });
		assert.deepEqual(
			report.causes.map(({ id }) => id),
			['school-absent'],
		);
		assert.match(report.causes[0]?.message ?? '', /^No student of Elm \(1 student\) is there\./);
	});

	it('is a file of another year, by its column or by its students', async () => {
		const rows = '1,F\n2,M\n3,F\n';
		const ofYear = (year: string): string =>
			`School Year,Student ID,Gender\n${rows.replaceAll(/^(?=\d)/gm, `${year},`)}`;
		const roster = 'School_id,Student_id,Gender\n1,1,F\n1,2,M\n1,3,F\n';
		assert.deepEqual(await ids(ofYear('2026-2027'), { roster }), []);
		assert.deepEqual(await ids(ofYear('2026-27'), { roster, today: '2027-07-31' }), []);
		assert.deepEqual(await ids(ofYear('25-26'), { roster }), ['other-year']);
		assert.deepEqual(await ids(ofYear('SY 2026-2027'), { roster, today: '2027-08-01' }), ['other-year']);
		assert.deepEqual(await ids(ofYear('Fall'), { roster }), []);
		const strangers = 'Student ID,Gender\n1,F\n71,M\n72,F\n73,F\n';
		assert.deepEqual(await ids(strangers, { roster }), ['few-in-common']);
	});

	it('is a value of the sync, which goes before that of the uploaded file', async () => {
		const students = Array.from({ length: 20 }, (_, at) => at + 1);
		const roster = `School_id,Student_id,Gender\n${students.map((id) => `1,${id},F\n`).join('')}`;
		const extension = `sis_id,ext.title_i\n${students.map((id) => `${id},Yes\n`).join('')}`;
		const download = `Student ID,Gender,Title I\n${students.map((id) => `${id},F,${id > 10 ? 'Y' : 'N'}\n`).join('')}`;
		assert.deepEqual(await ids(download, { roster, extension }), ['sync-goes-first ext.title_i']);
		const fewer = download.replace('1,F,N', '1,F,Y');
		assert.deepEqual(await ids(fewer, { roster, extension }), []);
	});
});
