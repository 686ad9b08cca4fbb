/** Codes that are made of flags, of lists, of several columns and of tables of codes. */
import assert from 'node:assert/strict';
import { convert } from '../../../server/src/convert/import/convert';
import type { Mapping } from '../../../server/src/convert/mapping/mapping';
import { students } from '../../../server/src/spec';
import { planned } from '../understand/support';
import { importedFiles, sourceOf, waiting } from './support';

const raceFlags = {
	Race: { Indian: 'I', Asian: 'A', Black: 'B', Pacific: 'P', White: 'W', 'Two or More': 'M' },
} as const;

async function values(
	text: string,
	mapping: Mapping,
	...columns: readonly string[]
): Promise<readonly (readonly (string | undefined)[])[]> {
	const { records } = await importedFiles(text, mapping);
	return records('students.csv').map((record) => columns.map((column) => record[column]));
}

describe('flags', () => {
	const flagged = (rows: readonly string[]) =>
		`id,Indian,Asian,Black,Pacific,White,Two or More,Hispanic\n${rows.map((row, at) => `${at},${row}\n`).join('')}`;
	const mapping: Mapping = { columns: { Student_id: 'id', Hispanic_Latino: 'Hispanic' }, flags: raceFlags };

	it('of race become one race: its letter, M for more, and an empty field for none', async () => {
		const text = flagged([
			'false,false,true,false,false,false,false',
			'N,Y,N,N,Y,N,Y',
			'0,0,0,0,0,1,1',
			'No,No,No,No,Yes,Yes,No',
			'false,false,false,false,false,false,true',
			',,,,,,',
			',,x,,,,',
			',,,,W,,N/A',
			',Asian,,,,,N',
		]);
		assert.deepEqual(await values(text, mapping, 'Race', 'Hispanic_Latino'), [
			['B', 'N'],
			['M', 'Y'],
			['M', 'Y'],
			['M', 'N'],
			['', 'Y'],
			['', ''],
			['B', ''],
			['W', ''],
			['A', 'N'],
		]);
	});

	it('with another value are open, and decided as yes or no', async () => {
		const text = flagged([',,,,2,,', ',2,,,,,', ',,,,W,,', ',,,W,,,']);
		const { records, report } = await importedFiles(text, mapping);
		assert.deepEqual(report.open, [
			{ element: 'Race', value: '2', rows: 2 },
			{ element: 'Race', value: 'W', rows: 1 },
		]);
		assert.deepEqual(
			records('students.csv').map(({ Race }) => Race),
			['2', '2', 'W', 'W'],
		);
		const decided = { ...mapping, codes: { Race: { 2: 'Yes', W: 'No' } } };
		assert.deepEqual(await values(text, decided, 'Race'), [['W'], ['A'], [''], ['']]);
	});

	it('with a value that was left unchanged tell no race, and are open', async () => {
		const left = { ...mapping, codes: { Race: { maybe: null } } };
		const { records, report } = await importedFiles(flagged(['Y,,,,maybe,,']), left);
		assert.equal(records('students.csv')[0]?.Race, 'maybe');
		assert.deepEqual(report.open, [{ element: 'Race', value: 'maybe', rows: 1 }]);
	});
});

describe('several columns of codes', () => {
	const columns = { Student_id: 'id', Race: ['r1', 'r2'] };

	it('become M where they differ', async () => {
		const text = 'id,r1,r2\n1,W,\n2,White,W\n3,,A\n4,W,Asian\n5,,\n6,N/A,B\n';
		assert.deepEqual(await values(text, { columns }, 'Race'), [['W'], ['W'], ['A'], ['M'], [''], ['B']]);
	});

	it('stay as they are where one is not recognized', async () => {
		const { records, report } = await importedFiles('id,r1,r2\n1,W,600\n', { columns });
		assert.deepEqual(records('students.csv'), [{ Student_id: '1', Race: 'W, 600' }]);
		assert.deepEqual(report.open, [{ element: 'Race', value: '600', rows: 1 }]);
		const codes = { Race: { 600: 'A' } };
		assert.deepEqual(await values('id,r1,r2\n1,W,600\n', { columns, codes }, 'Race'), [['M']]);
	});

	it('are not several races where one of them was left unchanged', async () => {
		const left = { columns, codes: { Race: { Other: null } } };
		const { records, report } = await importedFiles('id,r1,r2\n1,W,Other\n2,,Other\n', left);
		assert.deepEqual(
			records('students.csv').map(({ Race }) => Race),
			['W, Other', 'Other'],
		);
		assert.deepEqual(report.open, [{ element: 'Race', value: 'W, Other', rows: 1 }]);
	});
});

describe('a list of races', () => {
	it('is one race, or M for more; run-together letters are open', async () => {
		const { records, report } = await importedFiles(
			'id,r\n1,"W,B"\n2,White; Asian\n3,W\n4,WH\n5,"W, W"\n6,"W,H"\n',
			{ columns: { Student_id: 'id', Race: 'r' } },
		);
		assert.deepEqual(
			records('students.csv').map(({ Race }) => Race),
			['M', 'M', 'W', 'WH', 'W', 'W,H'],
		);
		assert.deepEqual(report.open, [
			{ element: 'Race', value: 'WH', rows: 1 },
			{ element: 'Race', value: 'W,H', rows: 1 },
		]);
	});

	it('fills both columns where both are made of it', async () => {
		const text = 'id,r\n1,"W,H"\n2,White; Asian\n3,W\n4,Hispanic\n5,Not Hispanic\n6,\n7,Zzz\n';
		const mapping: Mapping = { columns: { Student_id: 'id', Race: 'r', Hispanic_Latino: 'r' } };
		assert.deepEqual(await values(text, mapping, 'Race', 'Hispanic_Latino'), [
			['W', 'Y'],
			['M', ''],
			['W', ''],
			['', 'Y'],
			['', 'N'],
			['', ''],
			['Zzz', 'Zzz'],
		]);
	});
});

describe('a table of codes', () => {
	const columns = { Student_id: 'id', Race: 'r' };
	const codeTables = { Race: 'Infinite Campus federal race (raceEthnicityFed)' };

	it('translates numbers, and only for the column that it was chosen for', async () => {
		const text = 'id,r,g\n1,6,6\n2,3,F\n3,7,M\n';
		assert.deepEqual(await values(text, { columns, codeTables }, 'Race'), [['W'], ['A'], ['M']]);
		const { report } = await importedFiles(text, { columns });
		assert.equal(report.open.length, 3);
	});

	it('leaves a value open that has no code in it, or that a person must choose for', async () => {
		const { report } = await importedFiles('id,r\n1,1\n2,W\n', { columns, codeTables });
		assert.deepEqual(report.open, [{ element: 'Race', value: '1', rows: 1 }]);
		const lunch = await importedFiles('id,l\n1,T\n2,E\n', {
			columns: { Student_id: 'id', Frl_status: 'l' },
			codeTables: { Frl_status: 'PowerSchool lunch status' },
		});
		assert.deepEqual(lunch.report.open, [{ element: 'Frl_status', value: 'T', rows: 1 }]);
		assert.equal(lunch.records('students.csv')[1]?.Frl_status, 'N');
	});

	it('comes after the codes that a person decided, and before the meaning of a value', async () => {
		const codes = { Race: { 6: 'A' } };
		assert.deepEqual(await values('id,r\n1,6\n2,5\n', { columns, codeTables, codes }, 'Race'), [
			['A'],
			['P'],
		]);
	});
});

describe('a value of an export', () => {
	it('with code and label, and a descriptor of Ed-Fi, is what its label means', async () => {
		const columns = { Student_id: 'id', Race: 'r', Gender: 'g' };
		const text =
			'id,r,g\n1,6: White,Male [M]\n2,uri://ed-fi.org/RaceDescriptor#Asian,uri://ed-fi.org/SexDescriptor#Female\n';
		assert.deepEqual(await values(text, { columns }, 'Race', 'Gender'), [
			['W', 'M'],
			['A', 'F'],
		]);
	});

	it("of Clever's twins becomes that of the extension columns", async () => {
		const { records, report } = await importedFiles(
			'Student_id,Section_504_status,Disability_code\n1,Y,AUT\n2,N,\n',
			{
				columns: {
					Student_id: 'Student_id',
					'ext.section_504_status': 'Section_504_status',
					'ext.primary_disability_type': 'Disability_code',
				},
			},
		);
		assert.deepEqual(
			records('students_ext.csv').map((record) => [
				record.sis_id,
				record['ext.section_504_status'],
				record['ext.primary_disability_type'],
			]),
			[
				['1', 'Yes', 'AUT'],
				['2', 'No', ''],
			],
		);
		assert.deepEqual(report.open, []);
	});

	it('that is 1 or 0 among other numbers is no yes and no no', async () => {
		const text = 'Student_id,ELL,IEP\n1,1,1\n2,2,0\n3,0,Y\n4,1,N\n';
		const plan = await planned(text);
		assert.deepEqual(
			plan.open.map(({ element, value, rows }) => [element, value, rows]),
			[
				['Ell_status', '1', 2],
				['Ell_status', '2', 1],
				['Ell_status', '0', 1],
			],
		);
		const answer = await convert(sourceOf(text), plan.mapping, students, waiting, plan.open);
		assert.ok('files' in answer);
		assert.equal(answer.files[0]?.text, 'Student_id,Ell_status,IEP_status\n1,1,Y\n2,2,N\n3,0,Y\n4,1,N\n');
		assert.deepEqual(answer.report.open, plan.open);
	});

	it('that is blank is what a person decided, and else stays empty', async () => {
		const columns = { Student_id: 'id', IEP_status: 'i' };
		const text = 'id,i\n1,Y\n2,\n3, \n';
		assert.deepEqual(await values(text, { columns }, 'IEP_status'), [['Y'], [''], ['']]);
		const blankIsNo = { columns, codes: { IEP_status: { '': 'N' } } };
		assert.deepEqual(await values(text, blankIsNo, 'IEP_status'), [['Y'], ['N'], ['N']]);
	});
});
