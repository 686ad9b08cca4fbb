import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '../../package.json';
import { cedsVersion, rulesDate } from '../../server/src/spec/edition';
import { buildCli, cleanExt, cleanRoster, extHeader, folder, rosterHeader, run, runJson } from './support';

const emptyOutput = {
	files: [],
	summary: { files: 0, records: 0, errors: 0, warnings: 0, information: 0, hints: 0 },
	readiness: [],
	tool: { name: 'clever-demographics', version, rulesDate, cedsVersion },
};

/** Asserts that stderr gives these reasons, one line each and without a stack. */
function assertReasons(stderr: string, ...lines: readonly string[]): void {
	assert.equal(stderr, lines.map((line) => `error: ${line}\n`).join(''));
}

describe('CLI: exit status', () => {
	before(buildCli);

	it('is 0 if nothing is wrong', async () => {
		const { status, stdout, stderr } = await run(['check'], { cwd: folder({ 'students.csv': cleanRoster }) });
		assert.deepEqual([status, stderr], [0, '']);
		assert.match(stdout, /^students\.csv: 1 row, no problems\n\.: /);
	});

	it('is 0 for warnings alone', async () => {
		const ran = await runJson([], { cwd: folder({ 'students.csv': `${rosterHeader}\n5,1,Reyes,Ana,f\n` }) });
		assert.equal(ran.status, 0);
		assert.equal(ran.json.summary.warnings, 1);
	});

	it('is 1 for an error', async () => {
		const ran = await run(['check'], {
			cwd: folder({ 'students.csv': `${rosterHeader}\n5,1,Reyes,Ana,Female\n` }),
		});
		assert.equal(ran.status, 1);
		assert.equal(ran.stderr, '');
	});

	it('is 2 for a missing file, with complete JSON', async () => {
		const { status, json, stderr } = await runJson(['nowhere/students.csv'], { cwd: folder({}) });
		assert.equal(status, 2);
		assert.deepEqual(json, emptyOutput);
		assertReasons(stderr, 'nowhere/students.csv: no such file or folder');
	});

	it('is 2 for a folder that has neither file directly in it', async () => {
		const cwd = folder({ 'teachers.csv': 'a\n', 'below/students.csv': cleanRoster });
		const { status, json, stderr } = await runJson([], { cwd });
		assert.equal(status, 2);
		assert.deepEqual(json, emptyOutput);
		assertReasons(stderr, '.: this folder has no students.csv or students_ext.csv directly in it');
	});

	it('is 2 if one of several files is missing or not a file, and the others are reported', async () => {
		const cwd = folder({
			'students.csv': `${rosterHeader}\n5,1,Reyes,Ana,Female\n`,
			'students_ext.csv': cleanExt,
		});
		const { status, json, stderr } = await runJson(['gone.csv', 'students.csv', 'students_ext.csv'], { cwd });
		assert.equal(status, 2);
		assert.deepEqual(
			json.files.map(({ path }) => path),
			['students.csv', 'students_ext.csv'],
		);
		assert.equal(json.summary.errors, 1);
		assertReasons(stderr, 'gone.csv: no such file or folder');
	});

	it('is 2 if the sibling file cannot be read, so that no IDs were compared', async () => {
		const cwd = folder({ 'students_ext.csv': cleanExt });
		mkdirSync(join(cwd, 'students.csv'));
		const { status, json, stderr } = await runJson(['students_ext.csv'], { cwd });
		assert.equal(status, 2);
		assert.deepEqual(
			json.files.map(({ path }) => path),
			['students_ext.csv'],
		);
		const why = 'students.csv: this is a folder, not a file';
		assertReasons(stderr, `${why}. The IDs in students_ext.csv were not compared with it.`);
	});

	it('is 2 for a file without permission to read it', async () => {
		const cwd = folder({ 'students.csv': cleanRoster });
		chmodSync(join(cwd, 'students.csv'), 0);
		const { status, json, stderr } = await runJson([], {
			cwd,
			uid: process.getuid?.() === 0 ? 65534 : undefined,
		});
		assert.equal(status, 2);
		const message = 'students.csv cannot be read, so it was not checked.';
		assert.deepEqual(json, {
			...emptyOutput,
			readiness: [{ path: '.', state: 'review', reasons: [{ id: 'not-compared', message }] }],
		});
		assertReasons(stderr, 'students.csv: not readable: permission denied');
	});

	it('is 2 for a folder, a pipe or a broken link with the name of a file', async () => {
		const cwd = folder({ 'a/students_ext.csv': cleanExt });
		mkdirSync(join(cwd, 'a/students.csv'));
		mkdirSync(join(cwd, 'b'));
		execFileSync('mkfifo', [join(cwd, 'b/students.csv')]);
		mkdirSync(join(cwd, 'c'));
		symlinkSync('gone.csv', join(cwd, 'c/students.csv'));
		symlinkSync('students_ext.csv', join(cwd, 'c/students_ext.csv'));
		const { status, json, stderr } = await runJson(['a', 'b', 'c'], { cwd });
		assert.equal(status, 2);
		assert.deepEqual(
			json.files.map(({ path }) => path),
			['a/students_ext.csv'],
		);
		assertReasons(
			stderr,
			'a/students.csv: this is a folder, not a file',
			'b/students.csv: this is a pipe or a device, not a file',
			'c/students.csv: no such file or folder',
			'c/students_ext.csv: not readable: the link leads back to itself',
		);
	});

	for (const args of [
		['check', '--format', 'xml'],
		['check', '--nonsense'],
		['check', '--settings'],
		['chekc'],
		['--nonsense'],
		[],
	]) {
		it(`is 2 for \`${args.join(' ')}\`, with the reason on stderr`, async () => {
			const ran = await run(args, { cwd: folder({ 'students.csv': cleanRoster }) });
			assert.equal(ran.status, 2);
			assert.equal(ran.stdout, '');
			assert.match(ran.stderr, /^(error: |Usage: clever-demographics)/);
			assert.doesNotMatch(ran.stderr, /\n {4}at /);
		});
	}

	it('is 2 with complete JSON if the arguments are wrong', async () => {
		const { status, json, stderr } = await runJson(['--nonsense']);
		assert.equal(status, 2);
		assert.deepEqual(json, emptyOutput);
		assertReasons(stderr, "unknown option '--nonsense'");
	});

	it('is 0 for --help and --version', async () => {
		for (const args of [['--help'], ['check', '--help'], ['help'], ['help', 'check']]) {
			const ran = await run(args);
			assert.deepEqual([ran.status, ran.stderr], [0, '']);
			assert.match(ran.stdout, /^Usage: clever-demographics /);
		}
		assert.deepEqual(await run(['--version']), { status: 0, stdout: `${version}\n`, stderr: '' });
	});

	it("is the check's if the reader of its output stops early", async () => {
		const rows = Array.from({ length: 20_000 }, (_, row) => `${row},Maybe,No,,No,Yes,No,`);
		const cwd = folder({ 'students_ext.csv': `${extHeader}\n${rows.join('\n')}\n` });
		const command = `"${process.execPath}" "${await buildCli()}" check | head -1; echo "\${PIPESTATUS[0]}"`;
		const { stdout, stderr } = spawnSync('bash', ['-c', command], { cwd, encoding: 'utf8' });
		assert.match(stdout, /^students_ext\.csv:2:3 error field\/unknown-code .*\n1\n$/);
		assert.equal(stderr, '');
	});

	it("is the help's and the version's if their reader is gone", async () => {
		for (const args of ['--version', '--help', 'check --help']) {
			const command = `"${process.execPath}" "${await buildCli()}" ${args} | true; echo "\${PIPESTATUS[0]}"`;
			const { stdout, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
			assert.deepEqual([stdout, stderr], ['0\n', ''], args);
		}
	});

	it("is the check's if the output is closed from the start", async () => {
		const cwd = folder({
			'students.csv': cleanRoster,
			'students_ext.csv': `${extHeader}\n1,Maybe,No,,No,Yes,No,\n`,
		});
		for (const [file, expected] of [
			['students.csv', 0],
			['students_ext.csv', 1],
			['gone.csv', 2],
		] as const) {
			const command = `"${process.execPath}" "${await buildCli()}" check ${file} <&- >&- 2>&-`;
			const { status } = spawnSync('bash', ['-c', command], { cwd });
			assert.equal(status, expected, file);
		}
	});

	it('is 2 with a reason if the output cannot be written', async function () {
		if (!existsSync('/dev/full')) return this.skip();
		const cwd = folder({ 'students_ext.csv': cleanExt });
		for (const args of ['check', 'check --format json', '--version', '--help', 'check --help']) {
			const command = `"${process.execPath}" "${await buildCli()}" ${args} > /dev/full`;
			const { status, stderr } = spawnSync('bash', ['-c', command], { cwd, encoding: 'utf8' });
			assert.equal(status, 2, args);
			assertReasons(stderr, 'the output could not be written: no space left on the device');
		}
	});

	it('stays 2 if the reasons cannot be written either', async function () {
		if (!existsSync('/dev/full')) return this.skip();
		for (const args of ['check nowhere.csv --format json', 'check --nope --format json']) {
			const command = `"${process.execPath}" "${await buildCli()}" ${args} > /dev/full 2>&1`;
			assert.equal(spawnSync('bash', ['-c', command]).status, 2, args);
		}
	});

	it('is not accompanied by any change of files', async () => {
		const text = `\ufeff${rosterHeader}\r\n5,1,Reyes,Ana,Female\n`;
		const cwd = folder({ 'students.csv': text });
		await run(['check'], { cwd });
		assert.deepEqual(readdirSync(cwd), ['students.csv']);
		assert.equal(readFileSync(join(cwd, 'students.csv'), 'utf8'), text);
	});
});
