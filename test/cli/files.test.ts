import assert from 'node:assert/strict';
import { buildCli, cleanExt, cleanRoster, folder, run, runJson } from './support';

describe('CLI: which files', () => {
	before(buildCli);

	it('are the two files of the current folder by default, without subfolders', async () => {
		const cwd = folder({
			'students_ext.csv': cleanExt,
			'students.csv': cleanRoster,
			'teachers.csv': 'x\n',
			'students.csv.bak': 'x\n',
			'older/students.csv': 'x\n',
		});
		const { status, json } = await runJson([], { cwd });
		assert.equal(status, 0);
		assert.deepEqual(
			json.files.map(({ path, table }) => [path, table]),
			[
				['students.csv', 'students.csv'],
				['students_ext.csv', 'students_ext.csv'],
			],
		);
	});

	it('may have names in another case, which is reported', async () => {
		const { status, json } = await runJson(['upload'], {
			cwd: folder({ 'upload/Students.CSV': cleanRoster, 'upload/STUDENTS_EXT.csv': cleanExt }),
		});
		assert.equal(status, 0);
		assert.deepEqual(
			json.files.map(({ path, table, findings }) => [path, table, findings.map(({ rule }) => rule)]),
			[
				['upload/Students.CSV', 'students.csv', ['file/name']],
				['upload/STUDENTS_EXT.csv', 'students_ext.csv', ['file/name']],
			],
		);
	});

	it('are printed with their path as given', async () => {
		const cwd = folder({ 'up/students.csv': cleanRoster });
		for (const [given, printed] of [
			['up/students.csv', 'up/students.csv'],
			['./up/students.csv', './up/students.csv'],
			[`${cwd}/up/students.csv`, `${cwd}/up/students.csv`],
			['./up/', 'up/students.csv'],
			['up', 'up/students.csv'],
		] as const) {
			assert.equal((await runJson([given], { cwd })).json.files[0]?.path, printed);
		}
	});

	it('are checked once, however often they are given', async () => {
		const cwd = folder({ 'students.csv': cleanRoster });
		const { stdout } = await run(['check', 'students.csv', '.', './students.csv'], { cwd });
		assert.match(stdout, /^students\.csv: 1 row, no problems\n\.: /);
		assert.equal(stdout.split('students.csv: 1 row').length, 2);
	});

	it('are recognized by their header under another name, which is reported', async () => {
		const cwd = folder({
			'students (1).csv': cleanRoster,
			'export.txt': cleanExt,
			'spelled.csv': 'SIS ID,ext.migrant_status\n1,Yes\n',
			'semicolons.csv': 'ext.migrant_status;"sis_id"\nYes;1\n',
			'neither.csv': 'a,b\n1,2\n',
		});
		const files = ['students (1).csv', 'export.txt', 'spelled.csv', 'semicolons.csv', 'neither.csv'];
		const { json } = await runJson(files, { cwd });
		assert.deepEqual(
			json.files.map(({ path, table, findings }) => [path, table, findings[0]?.rule]),
			[
				['students (1).csv', 'students.csv', 'file/name'],
				['export.txt', 'students_ext.csv', 'file/name'],
				['spelled.csv', 'students_ext.csv', 'file/name'],
				['semicolons.csv', 'students_ext.csv', 'file/name'],
				['neither.csv', 'students.csv', 'file/name'],
			],
		);
		assert.equal(json.files[3]?.findings[1]?.rule, 'csv/delimiter');
		assert.match(json.files[0]?.findings[0]?.message ?? '', /"students \(1\)\.csv".*students\.csv/);
	});

	it('are recognized by their name, whatever the header', async () => {
		const { json } = await runJson([], { cwd: folder({ 'students.csv': cleanExt }) });
		assert.equal(json.files[0]?.table, 'students.csv');
		assert.ok(json.files[0]?.findings.some(({ rule }) => rule === 'header/missing-key'));
	});
});
