/** Downloads in the form of mCLASS: expected lists are worked out by hand. */

import assert from 'node:assert/strict';
import { arrive } from './arriving';

const roster = `School_id,Student_id,Student_number,State_id,Last_name,First_name,Gender,Race,Hispanic_Latino,Home_language,Ell_status,Frl_status,IEP_status
10,1,7101,S1,Ames,Lee,F,W,N,English,N,N,N
10,2,7102,S2,Banks,Joy,M,B,N,English,N,F,Y
20,3,7103,S3,Cruz,Eva,F,W,Y,Spanish,Y,R,N
20,4,7104,S4,Dole,Pat,M,A,N,Korean,N,,N
30,5,7105,S5,Eng,Sam,X,,N,,,F,Y
`;
const extension = `sis_id,ext.idea_indicator,ext.disability_status,ext.primary_disability_type,ext.section_504_status,ext.economic_disadvantage_status,ext.migrant_status,ext.title_i
1,No,No,,No,No,No,No
2,Yes,Yes,AUT,No,Yes,No,Yes
3,No,No,,No,Yes,No,Yes
4,No,No,SLD,No,No,No,No
`;
const now = `School Year,School Name,Student Last Name,Student First Name,Enrollment Grade,Student Primary ID,Gender,Race,Special Education,Disability,Specific Disability,Section 504,Economically Disadvantaged,Meal Status,Title 1,Migrant,English Proficiency,ELL Status,Home Language,Alternate Assessment,Approved Accommodations
2026-2027,Oak,Ames,Lee,1,7101,F,W,N,N,Non,N,N,N,N,N,Native,N,Eng,N,N
2026-2027,Oak,Banks,Joy,1,7102,M,W,N,Y,Aut,N,Y,Red,Y,N,NS,N,Eng,N,N
2026-2027,Elm,Cruz,Eva,2,7103,F,H,N,N,N/A,N,Y,Red,UN,N,LEP,,Span,N,N
2026-2027,Elm,Dole,Pat,2,7104,NS,NS,N,N,Non,N/A,N,N/A,N,N/A,Redes,Y,HLNE,N,N
2026-2027,Elm,New,Kid,2,7999,F,W,N,N,N/A,N/A,N,N/A,N,N/A,Redes,N,HLNE,N,N
`;
const old = `Student ID (State ID),GENDER,RACE,SPECIAL_ED,DISABILITY,SPEC_DISAB,SEC_504,ECON_DISADV,FREE_LUNCH,TITLE_1,MIGRANT,ENGPROF,LANGUAGE
S1,F,W,N,N,N/A,N,N,N,N,N,Native,Eng
S2,M,B,Y,Y,Aut,N,Y,Free,Y,N,Fluent,Eng
S3,F,AS,N,N,N/A,N,Y,Red,Y,N,LEP,Span
S4,M,AS,N,N,Spec,N,N,,N,N,Redes,Rus
`;

describe('a download of mCLASS', () => {
	it('tells what arrived, category by category', async () => {
		const { report, counts, pairs } = await arrive({ roster, extension, download: now });
		assert.deepEqual(
			[report.system, report.idColumn, report.matchedBy],
			['mCLASS download', 'Student Primary ID', 'Student_number'],
		);
		assert.deepEqual(report.students, {
			ours: 5,
			theirs: 5,
			matched: 4,
			byZeros: 0,
			notThere: 1,
			unknown: 1,
		});
		// Arrived, missing, different, not comparable.
		const expected: Readonly<Record<string, readonly [number, number, number, number]>> = {
			Gender: [3, 1, 0, 0],
			Race: [1, 1, 1, 1],
			Hispanic_Latino: [0, 0, 0, 4],
			Home_language: [3, 0, 0, 1],
			Ell_status: [2, 1, 1, 0],
			Frl_status: [2, 0, 1, 0],
			IEP_status: [0, 0, 0, 4],
			'ext.idea_indicator': [0, 0, 0, 4],
			'ext.disability_status': [4, 0, 0, 0],
			'ext.primary_disability_type': [0, 0, 0, 2],
			'ext.section_504_status': [3, 1, 0, 0],
			'ext.economic_disadvantage_status': [4, 0, 0, 0],
			'ext.migrant_status': [3, 1, 0, 0],
			'ext.title_i': [3, 1, 0, 0],
		};
		for (const [element, four] of Object.entries(expected)) assert.deepEqual(counts(element), four, element);
		assert.deepEqual(pairs('Frl_status'), [['different', 'F', 'Red', 1]]);
		assert.deepEqual(new Set(pairs('Ell_status').map(String)), new Set(['missing,Y,,1', 'different,N,Y,1']));
		assert.deepEqual(pairs('Gender'), [['missing', 'M', 'NS', 1]]);
		assert.deepEqual(pairs('ext.title_i'), [['missing', 'Yes', 'UN', 1]]);
	});

	it('never calls a value different whose meaning is not certain', async () => {
		const { pairs, category } = await arrive({ roster, extension, download: now });
		assert.deepEqual(pairs('Home_language'), [['unclear', 'Korean', 'HLNE', 1]]);
		assert.deepEqual(
			new Set(pairs('ext.primary_disability_type').map(String)),
			new Set(['unclear,SLD,Non,1', 'unclear,AUT,Aut,1']),
		);
		assert.ok(pairs('Race').some((pair) => String(pair) === 'unclear,W,H,1'));
		assert.match(
			category('Race').values.find(({ theirs }) => theirs === 'H')?.why ?? '',
			/Hispanic \(H\) as a race/,
		);
		assert.match(category('ext.primary_disability_type').values[0]?.why ?? '', /inferred/);
	});

	it('does not take special education for an IEP, and says so once', async () => {
		const { pairs, category, report } = await arrive({ roster, extension, download: now });
		assert.deepEqual(new Set(pairs('IEP_status').map(String)), new Set(['unclear,N,N,3', 'unclear,Y,N,1']));
		const { notes, values, from } = category('IEP_status');
		assert.deepEqual(from, ['Special Education']);
		assert.match(notes.join(' '), /^The download shows special education, which is not the same as an IEP/);
		assert.ok(values.every(({ why }) => why === undefined));
		assert.ok(report.causes.every(({ elements }) => !elements.includes('IEP_status')));
	});

	it('says that nothing is there where Special Education is empty, unless it is filled for some', async () => {
		const download = (second: string): string =>
			`Student Primary ID,Enrollment Grade,Special Education\n7101,1,N/A\n7102,1,${second}\n`;
		const empty = await arrive({ roster, download: download('') });
		assert.deepEqual(empty.counts('IEP_status'), [0, 2, 0, 0]);
		assert.deepEqual(empty.category('IEP_status').notes, []);
		const notShared = empty.report.causes.find(({ id }) => id === 'not-shared');
		assert.deepEqual(notShared?.elements, ['IEP_status']);
		const some = await arrive({ roster, download: download('Y') });
		assert.deepEqual(some.counts('IEP_status'), [0, 1, 0, 1]);
		assert.equal(
			some.report.causes.find(({ id }) => id === 'not-shared'),
			undefined,
		);
	});

	it('has no column for Hispanic and for IDEA', async () => {
		const { report, category } = await arrive({ roster, extension, download: now });
		for (const element of ['Hispanic_Latino', 'ext.idea_indicator']) {
			const { from, candidates, sent, unclear } = category(element);
			assert.deepEqual([from, candidates, sent, unclear], [[], [], 4, 4]);
		}
		const cause = report.causes.find(({ id }) => id === 'column-not-shown');
		assert.deepEqual(cause?.elements, ['Hispanic_Latino', 'ext.idea_indicator']);
	});

	it('lists the students behind a count', async () => {
		const { check } = await arrive({ roster, extension, download: now });
		const ofFrl = { kind: 'category', element: 'Frl_status', outcome: 'different' } as const;
		assert.deepEqual(check.list(ofFrl, 0, 200), { total: 1, ids: [{ id: '2', school: '10' }], unknown: [] });
		const arrived = { kind: 'category', element: 'Gender', outcome: 'arrived' } as const;
		assert.deepEqual(
			check.list({ ...arrived, pair: { ours: 'F', theirs: 'F' } }, 0, 200).ids.map(({ id }) => id),
			['1', '3'],
		);
		assert.deepEqual(check.list(arrived, 1, 1), { total: 3, ids: [{ id: '2', school: '10' }], unknown: [] });
		assert.deepEqual(check.list({ kind: 'notThere' }, 0, 200).ids, [{ id: '5', school: '30' }]);
		assert.deepEqual(check.list({ kind: 'unknown' }, 0, 200).unknown, [
			{ id: '7999', name: 'New, Kid', school: 'Elm' },
		]);
	});

	it('is understood with its older names, English Proficiency where there is no ELL Status', async () => {
		const { report, counts, pairs } = await arrive({ roster, extension, download: old });
		assert.deepEqual(
			[report.system, report.idColumn, report.matchedBy],
			['mCLASS download', 'Student ID (State ID)', 'State_id'],
		);
		assert.deepEqual(counts('Ell_status'), [4, 0, 0, 0]);
		assert.deepEqual(counts('IEP_status'), [0, 0, 0, 4]);
		assert.deepEqual(counts('ext.primary_disability_type'), [0, 0, 0, 2]);
		assert.deepEqual(pairs('Race'), [['different', 'W', 'AS', 1]]);
		assert.deepEqual(pairs('Home_language'), [['different', 'Korean', 'Rus', 1]]);
	});

	it('says that nothing arrived where ELL Status is empty for all, whatever English Proficiency has', async () => {
		const download = `Student Primary ID,Enrollment Grade,English Proficiency,ELL Status
7101,1,Native,
7102,1,LEP,
`;
		const { report, category, counts } = await arrive({ roster, download });
		assert.deepEqual(category('Ell_status').from, ['ELL Status']);
		assert.deepEqual(counts('Ell_status'), [0, 2, 0, 0]);
		const cause = report.causes.find(({ id }) => id === 'not-shared');
		assert.deepEqual(cause?.elements, ['Ell_status']);
	});

	it('may have a row for each assessment: the first with a value counts, and contradictions are said', async () => {
		const download = `Student Primary ID,Enrollment Grade,Gender,Meal Status,Special Education
7101,1,N/A,,N
7101,1,F,N,Y
7101,1,F,Free,N
7102,1,,Free,Y
7102,1,M,Free,Y
`;
		const { counts, pairs, category, report } = await arrive({ roster, download });
		assert.equal(report.students.theirs, 2);
		assert.deepEqual(counts('Gender'), [2, 0, 0, 0]);
		assert.deepEqual(counts('Frl_status'), [2, 0, 0, 0]);
		assert.deepEqual(counts('IEP_status'), [0, 0, 0, 2]);
		assert.deepEqual(pairs('Frl_status'), []);
		assert.deepEqual(category('Gender').notes, []);
		assert.match(category('Frl_status').notes.join(), /^1 student has rows in the file that disagree/);
		assert.match(category('IEP_status').notes.join(), /1 student has rows/);
	});
});
