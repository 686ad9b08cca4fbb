/** Hispanic among the races of an export: it is a column of its own at Clever, and is never lost silently. */
import assert from 'node:assert/strict';
import type { Mapping } from '../../../server/src/convert/mapping/mapping';
import { codes, open, planned, settled, target } from '../understand/support';
import { importedFiles, type Made } from './support';

/** PowerSchool writes H among the races, and a column of yes and no that may say another thing. */
const text = 'Student_id,fedethnicity,ethnicity\n1,0,H\n2,1,W\n3,0,W\n4,,H\n5,,W\n';
const both: Mapping = {
	columns: { Student_id: 'Student_id', Hispanic_Latino: ['fedethnicity', 'ethnicity'], Race: 'ethnicity' },
	codes: { Race: { H: '' } },
};

async function made(content: string, mapping: Mapping): Promise<Made & { rows: readonly unknown[] }> {
	const plan = await planned(content, mapping);
	const files = await importedFiles(content, plan.mapping);
	return { ...files, rows: files.records('students.csv').map((row) => [row.Race, row.Hispanic_Latino]) };
}

describe('Hispanic among the races', () => {
	it('belongs in Hispanic_Latino, and the plan says so', async () => {
		const plan = await planned(text);
		const [value] = target(plan, 'Race').values;
		assert.deepEqual(
			[value?.value, value?.code, value?.belongsIn],
			['H', undefined, { element: 'Hispanic_Latino', code: 'Y' }],
		);
	});

	it('is a yes beside a column that says no, and a race says nothing there', async () => {
		const plan = await planned(text, both);
		assert.deepEqual(open(plan), []);
		assert.deepEqual(codes(plan, 'Race'), { W: 'W', H: '' });
		assert.deepEqual(codes(plan, 'Hispanic_Latino'), { 0: 'N', 1: 'Y', H: 'Y' });
		const { rows, report } = await made(text, both);
		assert.deepEqual(rows, [
			['', 'Y'],
			['W', 'Y'],
			['W', 'N'],
			['', 'Y'],
			['W', ''],
		]);
		assert.deepEqual([report.open, report.problems], [[], []]);
	});

	it('leaves Race with its column though only Hispanic_Latino was decided', async () => {
		const plan = await planned(text, { columns: { Hispanic_Latino: ['fedethnicity', 'ethnicity'] } });
		assert.ok(settled(plan).includes('Race <- ethnicity (name)'), settled(plan).join());
	});

	it('lets a blank of the own column mean what was decided', async () => {
		const { rows } = await made(text, { ...both, codes: { Race: { H: '' }, Hispanic_Latino: { '': 'N' } } });
		assert.deepEqual(rows.slice(3), [
			['', 'Y'],
			['W', 'N'],
		]);
	});

	it('is found by the table of codes that is chosen, whose numbers mean something else in the own column', async () => {
		const content = 'Student_id,hispanicEthnicity,raceEthnicityFed\n1,N,1\n2,Y,6\n3,N,6\n4,2,1\n5,2,3\n';
		const table = 'Infinite Campus federal race (raceEthnicityFed)';
		const decided: Mapping = {
			columns: {
				Hispanic_Latino: ['hispanicEthnicity', 'raceEthnicityFed'],
				Race: 'raceEthnicityFed',
			},
			codeTables: { Race: table },
			codes: { Race: { 1: '' }, Hispanic_Latino: { 2: 'N' } },
		};
		const asked = target(await planned(content, { codeTables: { Race: table } }), 'Race').values[0];
		assert.deepEqual([asked?.value, asked?.belongsIn?.code], ['1', 'Y']);
		const { rows, report } = await made(content, decided);
		assert.deepEqual(rows, [
			['', 'Y'],
			['W', 'Y'],
			['W', 'N'],
			['', 'Y'],
			['A', 'N'],
		]);
		assert.deepEqual(report.open, []);
	});

	it('is no second question where both columns are made of one', async () => {
		const content = 'Student_id,Race\n1,1: Hispanic/Latino\n2,6: White\n3,1: Hispanic/Latino\n';
		const decided = { columns: { Race: 'Race', Hispanic_Latino: 'Race' } };
		assert.deepEqual(open(await planned(content, decided)), []);
		assert.deepEqual((await made(content, decided)).rows, [
			['', 'Y'],
			['W', ''],
			['', 'Y'],
		]);
	});

	it('is listed where it was emptied and no column says it', async () => {
		const emptied: Mapping = { codes: { Race: { H: '' } } };
		const { report } = await made(text, { ...emptied, columns: { Hispanic_Latino: 'fedethnicity' } });
		assert.deepEqual(
			report.problems.map(({ row }) => row),
			[2, 5],
		);
		assert.match(report.problems[0]?.message ?? '', /says Hispanic, but Hispanic_Latino does not/);
		const { report: other } = await made('Student_id,Race\n1,H\n2,W\n3,Hispanic\n', {
			columns: { Hispanic_Latino: null },
			codes: { Race: { H: '', Hispanic: 'W' } },
		});
		assert.deepEqual(
			other.problems.map(({ row }) => row),
			[2, 4],
		);
	});
});
