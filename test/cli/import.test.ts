import assert from 'node:assert/strict';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportOutput } from '../../server/src/cli/importOutput';
import { buildCli, folder, type Ran, type RunOptions, run } from './support';

/** An export with one value that is asked (E of Frl_status) and none that is wrong. */
const export_ =
	'Student ID,Last Name,First Name,Sex,Lunch Status,Migrant\n1,Ash,Bo,Female,Free,N\n2,Fir,Al,M,E,Y\n3,Oak,Cy,M,E,\n';
const settledExport = export_.replaceAll(',E,', ',Paid,');
/** OneRoster's columns of race. */
const flags =
	'americanIndianOrAlaskaNative,asian,blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white';
const roster = 'School_id,Student_id,Last_name,First_name\n5,1,Ash,Bo\n5,2,Fir,Al\n';

async function runImport(
	args: readonly string[],
	options: RunOptions,
): Promise<Ran & { readonly json: ImportOutput }> {
	const ran = await run(['import', ...args, '--format', 'json'], options);
	return { ...ran, json: JSON.parse(ran.stdout) };
}

const read = (cwd: string, path: string): string => readFileSync(join(cwd, path), 'utf8');

describe('CLI: import', () => {
	before(buildCli);

	it('writes both files and exits with 0 where all is settled', async () => {
		const cwd = folder({ 'sis.csv': settledExport });
		const { status, stderr, json } = await runImport(['sis.csv', '--to', 'up/load'], { cwd });
		assert.deepEqual([status, stderr], [0, '']);
		assert.deepEqual(json, {
			system: null,
			columns: [
				{ element: 'Student_id', from: ['Student ID'], how: 'name' },
				{ element: 'Gender', from: ['Sex'], how: 'name' },
				{ element: 'Frl_status', from: ['Lunch Status'], how: 'name' },
				{ element: 'ext.migrant_status', from: ['Migrant'], how: 'name' },
				{ element: 'Last_name', from: ['Last Name'], how: 'name' },
				{ element: 'First_name', from: ['First Name'], how: 'name' },
			],
			open: [],
			problems: [],
			written: ['up/load/students.csv', 'up/load/students_ext.csv'],
		});
		assert.equal(
			read(cwd, 'up/load/students.csv'),
			'Student_id,Last_name,First_name,Gender,Frl_status\n1,Ash,Bo,F,F\n2,Fir,Al,M,N\n3,Oak,Cy,M,N\n',
		);
		assert.match(read(cwd, 'up/load/students_ext.csv'), /^sis_id,.*\n1,,,,,,No,\n2,,,,,,Yes,\n3,,,,,,,\n$/);
		assert.deepEqual(readdirSync(join(cwd, 'up/load')).sort(), ['students.csv', 'students_ext.csv']);
	});

	it('makes no extension file where nothing feeds it', async () => {
		const cwd = folder({ 'sis.csv': 'Student ID,Sex\n1,F\n' });
		const { status, json } = await runImport(['sis.csv', '--to', '.'], { cwd });
		assert.deepEqual([status, json.written], [0, ['students.csv']]);
	});

	it('leaves a value that is not settled, lists it with its rows, and exits with 1', async () => {
		const cwd = folder({ 'sis.csv': export_ });
		const { status, json } = await runImport(['sis.csv', '--to', 'out'], { cwd });
		assert.equal(status, 1);
		assert.deepEqual(json.open, [{ element: 'Frl_status', value: 'E', rows: 2 }]);
		assert.deepEqual(json.written, ['out/students.csv', 'out/students_ext.csv']);
		assert.match(read(cwd, 'out/students.csv'), /\n2,Fir,Al,M,E\n3,Oak,Cy,M,E\n$/);
	});

	it('takes 1 and 0 for no yes and no among other numbers', async () => {
		const cwd = folder({ 'sis.csv': 'Student ID,ELL\n1,1\n2,2\n3,0\n' });
		const { status, json } = await runImport(['sis.csv', '--to', '.'], { cwd });
		assert.deepEqual([status, json.open.map(({ value }) => value).sort()], [1, ['0', '1', '2']]);
		assert.equal(read(cwd, 'students.csv'), 'Student_id,Ell_status\n1,1\n2,2\n3,0\n');
	});

	it('lists a column that is not settled with the value null', async () => {
		const cwd = folder({ 'sis.csv': 'Student ID,Sex,Special Education\n1,F,Y\n2,M,N\n' });
		const { status, json } = await runImport(['sis.csv', '--to', 'out'], { cwd });
		assert.equal(status, 1);
		assert.ok(
			json.open.some(({ element, value, rows }) => element === 'IEP_status' && value === null && rows === 2),
		);
		assert.ok(!json.columns.some(({ element }) => element === 'IEP_status'));
	});

	it('writes nothing without a settled Student_id and exits with 2', async () => {
		const cwd = folder({ 'sis.csv': settledExport.replace('Student ID', 'personID') });
		const { status, stderr, json } = await runImport(
			['sis.csv', '--to', 'out', '--system', 'Infinite Campus'],
			{ cwd },
		);
		assert.equal(status, 2);
		assert.deepEqual(json.open[0], { element: 'Student_id', value: null, rows: 3 });
		assert.deepEqual(json.written, []);
		assert.ok(json.columns.some(({ element }) => element === 'Gender'));
		assert.match(
			stderr,
			/^error: sis\.csv: Student_id is not settled, so nothing was written\. .*"personID"/,
		);
		assert.ok(!existsSync(join(cwd, 'out')));
	});

	it('lists rows that are not as they should be, and exits with 1', async () => {
		const cwd = folder({ 'sis.csv': 'Student ID,Last Name,Sex\n1,"Reyes" Jr,F\n2,Fir\n3,Oak,M\n' });
		const { status, json } = await runImport(['sis.csv', '--to', 'out'], { cwd });
		assert.equal(status, 1);
		assert.deepEqual(
			json.problems.map(({ row }) => row),
			[2, 3],
		);
		assert.equal(json.written.length, 1);
	});

	for (const existing of ['students.csv', 'students_ext.csv']) {
		it(`writes nothing where ${existing} exists, unless it may be replaced`, async () => {
			const cwd = folder({ 'sis.csv': settledExport, [`out/${existing}`]: 'old' });
			const args = ['sis.csv', '--to', 'out'];
			const { status, stderr, json } = await runImport(args, { cwd });
			assert.equal(status, 2);
			assert.deepEqual(json.written, []);
			assert.match(
				stderr,
				new RegExp(`^error: out/${existing} already exists\\. Add --force to replace it\n$`),
			);
			assert.deepEqual(readdirSync(join(cwd, 'out')), [existing]);
			assert.equal(read(cwd, `out/${existing}`), 'old');
			assert.equal((await runImport([...args, '--force'], { cwd })).status, 0);
			assert.notEqual(read(cwd, `out/${existing}`), 'old');
		});
	}

	it('never replaces the export itself, also by a link', async () => {
		const cwd = folder({ 'students.csv': settledExport });
		mkdirSync(join(cwd, 'out'));
		symlinkSync('../students.csv', join(cwd, 'out/students.csv'));
		for (const to of ['.', 'out']) {
			for (const more of [[], ['--force']]) {
				const { status, stderr, json } = await runImport(['students.csv', '--to', to, ...more], { cwd });
				assert.deepEqual([status, json.written], [2, []]);
				assert.match(stderr, /students\.csv is the export itself, which is never changed\. .*--to/);
			}
		}
		assert.equal(read(cwd, 'students.csv'), settledExport);
		assert.ok(!existsSync(join(cwd, 'students_ext.csv')));
		assert.ok(lstatSync(join(cwd, 'out/students.csv')).isSymbolicLink());
	});

	it('says that a file of an earlier import is still there', async () => {
		const cwd = folder({
			'sis.csv': 'Student ID,Sex\n1,F\n',
			'out/students_ext.csv': 'old',
			'ext.json': '{ "files": ["students_ext.csv"] }',
			'two/students.csv': 'old',
			'ext.csv': 'Student ID,Migrant\n1,Y\n',
		});
		const { status, json } = await runImport(['sis.csv', '--to', 'out'], { cwd });
		assert.equal(status, 1);
		assert.deepEqual([json.written, json.problems.length], [['out/students.csv'], 1]);
		assert.equal(json.problems[0]?.row, null);
		assert.match(json.problems[0]?.message ?? '', /^out\/students_ext\.csv was there before, /);
		assert.equal(read(cwd, 'out/students_ext.csv'), 'old');
		const ext = await runImport(['ext.csv', '--to', 'two', '--mapping', 'ext.json'], { cwd });
		assert.deepEqual([ext.status, ext.json.written], [1, ['two/students_ext.csv']]);
		const text = await run(['import', 'sis.csv', '--to', 'out', '--force'], { cwd });
		assert.equal(text.status, 1);
		assert.match(text.stdout, /\n- out\/students_ext\.csv was there before, /);
	});

	it('says how many students of the file that it replaces are gone', async () => {
		const cwd = folder({
			'sis.csv': settledExport,
			'some/students.csv': 'Student_id,Gender\n1,F\n8,M\n9,M\n',
			'none/students.csv': 'Student_id,Gender\n001,F\n',
			'same/students.csv': 'Student_id,Gender\n2,F\n',
		});
		const said = async (to: string): Promise<string> => {
			const { status, stderr } = await runImport(['sis.csv', '--to', to, '--force'], { cwd });
			assert.equal(status, 0);
			return stderr;
		};
		assert.equal(
			await said('some'),
			'warning: some/students.csv: 2 of its 3 students are not in the new one, which has 2 others\n',
		);
		assert.equal(
			await said('none'),
			'warning: none/students.csv: none of its 1 student is in the new one. Look at Student_id\n',
		);
		assert.equal(await said('same'), '');
	});

	it('asks for a folder where its path is empty', async () => {
		const cwd = folder({ 'sis.csv': settledExport });
		const { status, stderr } = await runImport(['sis.csv', '--to', ''], { cwd });
		assert.deepEqual([status, readdirSync(cwd)], [2, ['sis.csv']]);
		assert.equal(stderr, 'error: --to needs the path of a folder. Write . for this one\n');
	});

	it('counts rows that are no student, in the JSON too', async () => {
		const cwd = folder({
			'demographics.csv': `sourcedId,status,sex,${flags},hispanicOrLatinoEthnicity\nu1,active,female,false,false,true,false,false,false\nu2,tobedeleted,male,false,true,false,false,false,false\n`,
		});
		const { status, stderr, json } = await runImport(['demographics.csv', '--to', 'out'], { cwd });
		assert.deepEqual([status, json.leftOut?.map(({ rows }) => rows)], [0, [1]]);
		assert.match(json.leftOut?.[0]?.what ?? '', /tobedeleted/);
		assert.match(stderr, /^warning: 1 row left out: .*tobedeleted/m);
	});

	it('takes a right file as it is', async () => {
		const right = `${roster.trimEnd()}\n`;
		const cwd = folder({ 'right.csv': right });
		const { status } = await runImport(['right.csv', '--to', 'out'], { cwd });
		assert.deepEqual([status, read(cwd, 'out/students.csv')], [0, right]);
	});

	it('joins the names of OneRoster in the same folder', async () => {
		const cwd = folder({
			'or/demographics.csv': `sourcedId,status,sex,${flags},hispanicOrLatinoEthnicity\nu1,active,female,false,false,true,false,false,false\n`,
			'or/users.csv':
				'sourcedId,status,orgSourcedIds,role,givenName,familyName\nu1,active,5,student,Bo,Ash\nt1,active,5,teacher,Al,Fir\n',
		});
		const { status, json } = await runImport(['or/demographics.csv', '--to', 'out'], { cwd });
		assert.deepEqual([status, json.system], [0, 'OneRoster']);
		assert.match(read(cwd, 'out/students.csv'), /\b(u1).*\bAsh\b.*\bBo\b/);
		assert.doesNotMatch(read(cwd, 'out/students.csv'), /\bt1\b|,Fir\b/);
	});
});

describe('CLI: the mapping of an import', () => {
	before(buildCli);
	const mapping = '{ "codes": { "Frl_status": { "E": "N" } } }';

	it('is that of the option', async () => {
		const cwd = folder({
			'sis.csv': export_,
			'my.json': mapping,
			'out/clever-import.json': '{ "codes": { "Frl_status": { "E": "R" } } }',
		});
		const { status, json } = await runImport(['sis.csv', '--to', 'out', '--mapping', 'my.json'], { cwd });
		assert.deepEqual([status, json.open], [0, []]);
		assert.match(read(cwd, 'out/students.csv'), /\n2,Fir,Al,M,N\n/);
	});

	it('is else the one in the folder of the new files, which stays as it is', async () => {
		const text = '{ "columns": { "Student_id": "Student ID" }, "codes": { "Frl_status": { "E": "R" } } }';
		const cwd = folder({ 'sis.csv': export_, 'out/clever-import.json': text });
		assert.equal((await runImport(['sis.csv', '--to', 'out'], { cwd })).status, 0);
		assert.match(read(cwd, 'out/students.csv'), /\n2,Fir,Al,M,R\n/);
		assert.equal(read(cwd, 'out/clever-import.json'), text);
	});

	it('is none where that one is for another export', async () => {
		const text = '{ "columns": { "Student_id": "DCID" }, "codes": { "Frl_status": { "E": "R" } } }';
		const cwd = folder({ 'sis.csv': export_, 'out/clever-import.json': text });
		const { status, stderr, json } = await runImport(['sis.csv', '--to', 'out'], { cwd });
		assert.deepEqual([status, json.open], [1, [{ element: 'Frl_status', value: 'E', rows: 2 }]]);
		assert.match(stderr, /^warning: out\/clever-import\.json is not used: .* another export\n$/);
	});

	it('is none where it has codes alone, which may be those of any export', async () => {
		const cwd = folder({ 'sis.csv': export_, 'out/clever-import.json': mapping });
		const { status, stderr, json } = await runImport(['sis.csv', '--to', 'out'], { cwd });
		assert.deepEqual([status, json.open.length], [1, 1]);
		assert.match(stderr, /^warning: out\/clever-import\.json is not used: it names no column/);
		const made = `${mapping.slice(0, -1)}, "exportColumns": ["Student ID", "Sex", "Lunch Status"] }`;
		const known = folder({ 'sis.csv': export_, 'out/clever-import.json': made });
		assert.equal((await runImport(['sis.csv', '--to', 'out'], { cwd: known })).status, 0);
	});

	it('finds the header anew where it has moved since', async () => {
		const text = `{ "headerRow": 3, "columns": { "Student_id": "Student ID" }, ${mapping.slice(1)}`;
		const cwd = folder({ 'sis.csv': export_, 'out/clever-import.json': text });
		const { status, stderr, json } = await runImport(['sis.csv', '--to', 'out'], { cwd });
		assert.deepEqual([status, json.open], [0, []]);
		assert.match(stderr, /^warning: out\/clever-import\.json: its sheet or header row is not in this export/);
	});

	it('may have a code that the district accepts, with its settings', async () => {
		const cwd = folder({
			'sis.csv': export_,
			'm.json': '{ "codes": { "Frl_status": { "E": "Direct" } } }',
			'settings.json': '{ "cleverDemographics.acceptedValues": { "Frl_status": ["Direct"] } }',
		});
		const args = ['sis.csv', '--mapping', 'm.json', '--to'];
		const accepted = await runImport([...args, 'a', '--settings', 'settings.json'], { cwd });
		assert.deepEqual([accepted.status, accepted.json.open, accepted.json.problems], [0, [], []]);
		assert.match(read(cwd, 'a/students.csv'), /\n2,Fir,Al,M,Direct\n/);
		const { status, json } = await runImport([...args, 'b'], { cwd });
		assert.deepEqual([status, json.open], [1, [{ element: 'Frl_status', value: 'E', rows: 2 }]]);
		assert.deepEqual(
			json.problems.map(({ row }) => row),
			[null],
		);
		assert.match(json.problems[0]?.message ?? '', /^m\.json: Line 1: .*"Direct" is not a code of Frl_status/);
		const gone = await runImport([...args, 'c', '--settings', 'none.json'], { cwd });
		assert.deepEqual([gone.status, gone.json.written], [2, []]);
	});

	it('settles the student ID, and says so', async () => {
		const cwd = folder({
			'sis.csv': settledExport.replace('Student ID', 'Local Number'),
			'm.json': '{ "columns": { "Student_id": "Local Number" } }',
		});
		const { status, json } = await runImport(['sis.csv', '--to', 'out', '--mapping', 'm.json'], { cwd });
		assert.equal(status, 0);
		assert.deepEqual(json.columns[0], { element: 'Student_id', from: ['Local Number'], how: 'mapping' });
	});

	it('leaves a column open that the export lacks', async () => {
		const cwd = folder({ 'sis.csv': settledExport, 'm.json': '{ "columns": { "IEP_status": "Spec" } }' });
		const { status, json } = await runImport(['sis.csv', '--to', 'out', '--mapping', 'm.json'], { cwd });
		assert.deepEqual([status, json.open], [1, [{ element: 'IEP_status', value: null, rows: 3 }]]);
	});

	for (const [what, text, expected] of [
		['no JSON', '{ "columns": ', /^error: m\.json: /],
		['of unknown keys', '{ "column": {} }', /^error: m\.json: .*column/],
	] as const) {
		it(`ends the import with 2 if it is ${what}`, async () => {
			const cwd = folder({ 'sis.csv': settledExport, 'm.json': text });
			const { status, stderr, json } = await runImport(['sis.csv', '--to', 'out', '--mapping', 'm.json'], {
				cwd,
			});
			assert.deepEqual([status, json.written, json.problems.length], [2, [], 1]);
			assert.match(stderr, expected);
			assert.ok(!existsSync(join(cwd, 'out')));
		});
	}

	it('may be helped by a table of codes, and by a system', async () => {
		const cwd = folder({ 'sis.csv': export_ });
		const table = ['sis.csv', '--to', 'out', '--system', 'PowerSchool lunch status'];
		assert.equal((await runImport(table, { cwd })).status, 0);
		assert.match(read(cwd, 'out/students.csv'), /\n2,Fir,Al,M,N\n/);
		const { json } = await runImport(['sis.csv', '--to', 'two', '--system', 'Skyward SIS'], { cwd });
		assert.match(
			json.problems[0]?.message ?? '',
			/^--system has no "Skyward SIS"\. Systems: PowerSchool, Infinite Campus, .* Tables of codes: /,
		);
	});
});
