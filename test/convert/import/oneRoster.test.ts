/** OneRoster: demographics.csv, alone and with users.csv. The right files are worked out by hand. */
import assert from 'node:assert/strict';
import { type ConvertAnswer, convert } from '../../../server/src/convert/import/convert';
import type { Mapping } from '../../../server/src/convert/mapping/mapping';
import { students } from '../../../server/src/spec';
import { utf8, waiting } from './support';

const demographics = [
	'sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity',
	'100,active,,2018-01-02,male,false,false,true,false,false,false,false',
	'101,active,,2017-01-02,female,false,true,false,false,true,true,false',
	'102,tobedeleted,,2016-01-02,female,false,true,false,false,false,false,false',
	'103,,,2015-01-02,unspecified,false,false,false,false,false,false,true',
	'900,active,,1980-01-02,female,false,false,false,false,true,false,false',
].join('\n');

const users = [
	'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password',
	'900,active,,true,5,teacher,t1,,Di,Birch,,,,,,,,secret9',
	'100,active,,true,5,student,u100,,Bo,Ash,,S100,,,,,03,secret1',
	'101,active,,false,5,student,u101,,Al,Lee,Q,S101,,,,,04,secret2',
	'102,active,,true,5,student,u102,,Cy,Oak,,S102,,,,,04,',
	'104,active,,true,6,student,u104,,Flo,Elm,,S104,,,,,KG,',
	'105,tobedeleted,,true,6,student,u105,,Ida,Fir,,S105,,,,,KG,',
].join('\n');

const fromDemographics: Mapping = {
	columns: {
		Student_id: 'sourcedId',
		Gender: 'sex',
		DOB: 'birthDate',
		Hispanic_Latino: 'hispanicOrLatinoEthnicity',
	},
	flags: {
		Race: {
			americanIndianOrAlaskaNative: 'I',
			asian: 'A',
			blackOrAfricanAmerican: 'B',
			nativeHawaiianOrOtherPacificIslander: 'P',
			white: 'W',
			demographicRaceTwoOrMoreRaces: 'M',
		},
	},
};

const withUsers: Mapping = {
	...fromDemographics,
	columns: {
		...fromDemographics.columns,
		School_id: 'orgSourcedIds',
		Last_name: 'familyName',
		Middle_name: 'middleName',
		First_name: 'givenName',
		Grade: 'grades',
		Student_number: 'identifier',
	},
};

async function made(
	text: string,
	mapping: Mapping,
	other?: string,
): Promise<Extract<ConvertAnswer, { readonly files: unknown }>> {
	const source = {
		name: 'demographics.csv',
		bytes: utf8(text),
		users: other === undefined ? undefined : utf8(other),
	};
	const answer = await convert(source, mapping, students, waiting, []);
	assert.ok('files' in answer, JSON.stringify(answer));
	return answer;
}

describe('OneRoster', () => {
	it('becomes students.csv, with race from the flags and without the rows to be deleted', async () => {
		const { files, report } = await made(demographics, fromDemographics);
		assert.deepEqual(
			files.map(({ fileName, text }) => [fileName, text]),
			[
				[
					'students.csv',
					[
						'Student_id,Gender,DOB,Race,Hispanic_Latino',
						'100,M,2018-01-02,B,N',
						'101,F,2017-01-02,M,N',
						'103,,2015-01-02,,Y',
						'900,F,1980-01-02,W,N',
						'',
					].join('\n'),
				],
			],
		);
		assert.deepEqual(report.leftOut, [{ what: 'marked tobedeleted', rows: 1 }]);
		assert.deepEqual([report.open, report.problems], [[], []]);
	});

	it('takes names, school, grade and number from users.csv, and students only', async () => {
		const { files, report } = await made(demographics, withUsers, users);
		assert.equal(
			files[0]?.text,
			[
				'School_id,Student_id,Student_number,Last_name,Middle_name,First_name,Grade,Gender,DOB,Race,Hispanic_Latino',
				'5,100,S100,Ash,,Bo,03,M,2018-01-02,B,N',
				// A user who cannot sign in is still a student.
				'5,101,S101,Lee,Q,Al,04,F,2017-01-02,M,N',
				',103,,,,,,,2015-01-02,,Y',
				'6,104,S104,Elm,,Flo,KG,,,,',
				'',
			].join('\n'),
		);
		assert.deepEqual(report.leftOut, [
			{ what: 'marked tobedeleted', rows: 2 },
			{ what: 'not a student', rows: 1 },
		]);
		assert.deepEqual(report.problems, [
			{ row: 5, message: 'users.csv has no row for this student, so the name is missing.' },
		]);
		assert.doesNotMatch(JSON.stringify(report), /secret/);
	});

	it('names the row of a student with several schools', async () => {
		const { report } = await made(
			demographics.split('\n').slice(0, 2).join('\n'),
			withUsers,
			users.replace('true,5,student,u100', 'true,"5,6",student,u100'),
		);
		assert.deepEqual(report.problems, [
			{
				row: 2,
				message: 'orgSourcedIds has several values here, and Clever takes one. Choose one in students.csv.',
			},
		]);
	});

	it('can be users.csv alone', async () => {
		const columns = { Student_id: 'sourcedId', Last_name: 'familyName', First_name: 'givenName' };
		const { files, report } = await made(users, { columns });
		assert.equal(
			files[0]?.text,
			'Student_id,Last_name,First_name\n100,Ash,Bo\n101,Lee,Al\n102,Oak,Cy\n104,Elm,Flo\n',
		);
		assert.deepEqual(report.leftOut, [
			{ what: 'not a student', rows: 1 },
			{ what: 'marked tobedeleted', rows: 1 },
		]);
	});

	it('is imported without users.csv where that cannot be read, and says so', async () => {
		const { report } = await made(demographics, fromDemographics, 'PK\u0003\u0004');
		assert.match(report.warnings.join(), /^users\.csv could not be read, so names are missing\. /);
		// A night's job that reads problems must not take it for done.
		assert.deepEqual(
			report.problems,
			report.warnings.map((message) => ({ row: null, message })),
		);
		const other = await made(demographics, fromDemographics, 'a,b\n1,2\n');
		const message = 'users.csv has no column sourcedId, so names are missing.';
		assert.deepEqual([other.report.warnings, other.report.problems], [[message], [{ row: null, message }]]);
		for (const unreadable of ['', 'a\0b\0'])
			assert.equal((await made(demographics, fromDemographics, unreadable)).report.problems.length, 1);
	});

	it('tells the rows of users.csv that cannot be read or have no ID', async () => {
		const { report } = await made(
			demographics.split('\n').slice(0, 2).join('\n'),
			withUsers,
			[
				'sourcedId,status,role,givenName,familyName',
				'100,active,student,Bo,Ash',
				',active,student,No,Id',
				',active,teacher,No,Student',
				'107,active,student',
				'sourcedId,status,role,givenName,familyName',
				'108,active,,Who,Else',
				'109,active,student,"Al,Lee',
			].join('\n'),
		);
		assert.deepEqual(
			report.problems.filter(({ row }) => row === null).map(({ message }) => message),
			[
				'Row 3 of users.csv: The row has no sourcedId, so it is left out.',
				'Row 5 of users.csv: The row has 3 values for 5 columns.',
				'Row 6 of users.csv: The row is the header again.',
				'Row 8 of users.csv: A quote is never closed.',
			],
		);
		assert.deepEqual(
			report.problems.filter(({ row }) => row !== null),
			[
				{
					row: 7,
					message: 'role is empty here, so this may not be a student. Fill it in and export again.',
				},
			],
		);
	});

	it('keeps the student where users.csv has an ID twice, and tells it unless nothing differs', async () => {
		const row = (id: string, role: string, name: string): string => `${id},active,${role},${name},Ash`;
		const { files, report } = await made(
			[
				demographics.split('\n', 1)[0],
				...[1, 2, 3, 4].map((id) => `${id},active,,,male${',false'.repeat(7)}`),
			].join('\n'),
			{ columns: { Student_id: 'sourcedId', First_name: 'givenName', Gender: 'sex' } },
			[
				'sourcedId,status,role,givenName,familyName',
				row('1', 'teacher', 'Bo'),
				row('1', 'student', 'Bo'),
				row('2', 'student', 'Al'),
				row('2', 'student', 'Di'),
				row('3', 'student', 'Cy'),
				row('3', 'student', 'Cy'),
				row('4', 'student', 'Ed'),
				row('4', 'teacher', 'Ed'),
				row('9', 'teacher', 'Flo'),
				row('9', 'aide', 'Flo'),
			].join('\n'),
		);
		assert.equal(files[0]?.text, 'Student_id,First_name,Gender\n1,Bo,M\n2,Al,M\n3,Cy,M\n4,Ed,M\n');
		assert.deepEqual(
			report.problems.map(({ message }) => message),
			[
				'Row 3 of users.csv: It has the sourcedId of row 2, and other values. Row 3 is taken.',
				'Row 5 of users.csv: It has the sourcedId of row 4, and other values. Row 4 is taken.',
				'Row 9 of users.csv: It has the sourcedId of row 8, and other values. Row 8 is taken.',
			],
		);
	});

	it('takes nobody for a student in silence where users.csv has no roles, as in OneRoster 1.2', async () => {
		const withoutRoles =
			'sourcedId,status,enabledUser,givenName,familyName\n100,active,true,Bo,Ash\n900,active,true,Di,Birch';
		const rest = 'has no column role, so people who are no students may be in the new files.';
		const both = await made(demographics, fromDemographics, withoutRoles);
		const message = `users.csv ${rest}`;
		assert.deepEqual(
			[both.report.warnings, both.report.problems.at(-1)],
			[[message], { row: null, message }],
		);
		const alone = await made(withoutRoles, {
			columns: { Student_id: 'sourcedId', Last_name: 'familyName' },
		});
		assert.deepEqual(alone.report.problems, [{ row: null, message: `The export ${rest}` }]);
	});

	it('counts the students who are in users.csv only', async () => {
		const { report } = await made(demographics, withUsers, users);
		assert.deepEqual(report.warnings, [
			'1 student of users.csv has no row in the export, so only the fields of users.csv are filled.',
		]);
	});
});
