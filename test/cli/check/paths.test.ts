import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { buildCli, cleanRoster, folder, run, runJson } from '../support';

async function paths(cwd: string, ...patterns: readonly string[]): Promise<readonly string[]> {
	const { json, stderr } = await runJson(patterns, { cwd });
	assert.equal(stderr, '');
	return json.files.map(({ path }) => path);
}

describe('CLI: globs', () => {
	before(buildCli);

	it('match folders with our files and CSV files, in order', async () => {
		const cwd = folder({
			'north/students.csv': cleanRoster,
			'south/Students.csv': cleanRoster,
			'empty/notes.csv': 'a\n',
			'readme.txt': 'x',
			'students (1).csv': cleanRoster,
			'deep/er/students.csv': cleanRoster,
		});
		assert.deepEqual(await paths(cwd, '*'), ['north/students.csv', 'south/Students.csv', 'students (1).csv']);
		assert.deepEqual(await paths(cwd, '**/students.csv'), ['deep/er/students.csv', 'north/students.csv']);
		assert.deepEqual(await paths(cwd, '{south,north}'), ['north/students.csv', 'south/Students.csv']);
		assert.deepEqual(await paths(cwd, `${cwd}/n*`), [`${cwd}/north/students.csv`]);
		assert.deepEqual(await paths(join(cwd, 'north'), '../s*h'), ['../south/Students.csv']);
	});

	it('are names where a file or a folder has such a name', async () => {
		const cwd = folder({ '[a]/students.csv': cleanRoster, 'a/students.csv': cleanRoster });
		assert.deepEqual(await paths(cwd, '[a]'), ['[a]/students.csv']);
	});

	it('end where links lead back, and take each file once', async () => {
		const cwd = folder({ 'a/students.csv': cleanRoster });
		symlinkSync('..', join(cwd, 'a/up'));
		symlinkSync('.', join(cwd, 'a/same'));
		symlinkSync('gone', join(cwd, 'a/gone'));
		assert.deepEqual(await paths(cwd, '**/*.csv'), ['a/students.csv']);
	});

	it('say which folder they cannot search, and exit with 2', async () => {
		const cwd = folder({ 'a/students.csv': cleanRoster });
		mkdirSync(join(cwd, 'b'));
		chmodSync(join(cwd, 'b'), 0);
		const uid = process.getuid?.() === 0 ? 65534 : undefined;
		const { status, json, stderr } = await runJson(['**/*.csv'], { cwd, uid });
		chmodSync(join(cwd, 'b'), 0o755);
		assert.deepEqual([status, json.files.length], [2, 1]);
		assert.match(stderr, /^error: .*b: not readable: permission denied\n$/);
	});

	it('may match very many files', async () => {
		const names = Array.from({ length: 300 }, (_, index) => `students (${index}).csv`);
		const cwd = folder(Object.fromEntries(names.map((name) => [name, cleanRoster])));
		assert.deepEqual(await paths(cwd, 's*.csv'), names.sort());
	});

	it('name a folder that may not be read', async () => {
		const cwd = folder({ 'a/students.csv': cleanRoster });
		chmodSync(join(cwd, 'a'), 0);
		const uid = process.getuid?.() === 0 ? 65534 : undefined;
		const { status, stderr } = await run(['check', 'a'], { cwd, uid });
		chmodSync(join(cwd, 'a'), 0o755);
		assert.deepEqual([status, stderr], [2, 'error: a: not readable: permission denied\n']);
	});
});
