import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { buildCli, folder, type RunOptions, run } from './support';

const export_ = 'Student ID,Sex,Migrant\n1,Female,N\n2,M,Y\n';
const rootless = process.getuid?.() === 0 ? 65534 : undefined;

/** Runs an import that must end with 2, write nothing to `out` and print complete JSON. Returns what it says. */
async function failed(
	path: string,
	cwd: string,
	options: RunOptions = {},
	more: readonly string[] = [],
): Promise<string> {
	const before = existsSync(join(cwd, 'out')) ? readdirSync(join(cwd, 'out')) : [];
	const ran = await run(['import', path, '--to', 'out', '--format', 'json', ...more], { cwd, ...options });
	assert.equal(ran.status, 2, ran.stdout + ran.stderr);
	const json = JSON.parse(ran.stdout);
	assert.deepEqual(
		[Object.keys(json), json.written],
		[['system', 'columns', 'open', 'problems', 'written'], []],
	);
	assert.deepEqual(existsSync(join(cwd, 'out')) ? readdirSync(join(cwd, 'out')) : [], before);
	assert.doesNotMatch(ran.stderr, /\n {4}at /);
	return ran.stderr;
}

describe('CLI: an import that cannot be done', () => {
	before(buildCli);

	it('says what is no file', async () => {
		const cwd = folder({ 'dir/x': '' });
		execFileSync('mkfifo', [join(cwd, 'pipe')]);
		assert.equal(await failed('gone.csv', cwd), 'error: gone.csv: no such file or folder\n');
		assert.equal(await failed('dir', cwd), 'error: dir: this is a folder, not a file\n');
		assert.equal(await failed('pipe', cwd), 'error: pipe: this is a pipe or a device, not a file\n');
		if (existsSync('/dev/zero')) {
			assert.equal(
				await failed('/dev/zero', cwd),
				'error: /dev/zero: this is a pipe or a device, not a file\n',
			);
		}
	});

	it('says that a file of 2 GB is too large, without reading it', async () => {
		const cwd = folder({ 'big.csv': '' });
		truncateSync(join(cwd, 'big.csv'), 2 * 1024 ** 3);
		assert.equal(
			await failed('big.csv', cwd),
			'error: big.csv: the file is larger than 200 MB. Export only the columns that you need\n',
		);
	});

	for (const [what, content] of [
		['is empty', ''],
		['has a header alone', 'Student ID,Sex\n'],
		['is no table', '\u0000\u0001\u0002\u0003'],
	] as const) {
		it(`says that the export ${what}`, async () => {
			assert.match(await failed('sis.csv', folder({ 'sis.csv': content })), /^error: sis\.csv: \S/);
		});
	}

	it('writes to no folder that is read-only, and to no file', async () => {
		const cwd = folder({ 'sis.csv': export_, 'a/file': '' });
		mkdirSync(join(cwd, 'out'));
		chmodSync(join(cwd, 'out'), 0o555);
		assert.match(
			await failed('sis.csv', cwd, { uid: rootless }),
			/^error: out\/students\.csv was not saved: you may not write there\. No file was created\. out\/students_ext\.csv was not saved either\.\n$/,
		);
		const ran = await run(['import', 'sis.csv', '--to', 'a/file'], { cwd });
		assert.equal(ran.status, 2);
		assert.match(ran.stderr, /^error: a\/file could not be created: a file has this name\.\n$/);
	});

	it('writes both files or neither', async () => {
		const cwd = folder({ 'sis.csv': export_, 'out/students_ext.csv/x': '', 'out/students.csv': 'old' });
		assert.match(
			await failed('sis.csv', cwd, {}, ['--force']),
			/students_ext\.csv was not saved: a folder has this name\./,
		);
		assert.equal(readFileSync(join(cwd, 'out/students.csv'), 'utf8'), 'old');
	});

	it('leaves the old files where the new ones may not become as large', async () => {
		const rows = Array.from({ length: 5000 }, (_, row) => `${row},F,Y`);
		const cwd = folder({
			'sis.csv': `Student ID,Sex,Migrant\n${rows.join('\n')}\n`,
			'out/students.csv': 'old',
		});
		const command = `ulimit -f 8; "${process.execPath}" "${await buildCli()}" import sis.csv --to out --force`;
		const { status, stderr } = spawnSync('bash', ['-c', command], { cwd, encoding: 'utf8' });
		assert.equal(status, 2);
		assert.match(stderr, /was not saved: it is larger than this disk allows\./);
		assert.deepEqual(readdirSync(join(cwd, 'out')), ['students.csv']);
		assert.equal(readFileSync(join(cwd, 'out/students.csv'), 'utf8'), 'old');
	});

	it('keeps its status and its files if the reader of its output is gone', async () => {
		const cwd = folder({ 'sis.csv': export_ });
		for (const [to, format] of [
			['a', 'text'],
			['b', 'json'],
		] as const) {
			const command = `"${process.execPath}" "${await buildCli()}" import sis.csv --to ${to} --format ${format} | true; echo "\${PIPESTATUS[0]}"`;
			const { stdout, stderr } = spawnSync('bash', ['-c', command], { cwd, encoding: 'utf8' });
			assert.deepEqual([stdout, stderr, readdirSync(join(cwd, to)).length], ['0\n', '', 2]);
		}
	});

	it('prints complete JSON for wrong arguments', async () => {
		for (const args of [
			['import', '--to', 'out'],
			['import', 'sis.csv'],
			['import', 'sis.csv', '--to', 'out', '--nope'],
		]) {
			const { status, stdout } = await run([...args, '--format', 'json'], {
				cwd: folder({ 'sis.csv': export_ }),
			});
			assert.equal(status, 2);
			assert.deepEqual(JSON.parse(stdout), {
				system: null,
				columns: [],
				open: [],
				problems: [],
				written: [],
			});
		}
	});

	it('shows nothing of a file that a terminal would obey', async () => {
		const bad = '\u001b[2J\u202ex';
		const cwd = folder({ [`s${bad}.csv`]: `Student ID,Sex,IEP${bad},Lunch Status\n1,${bad},Y,${bad}\n` });
		for (const format of ['text', 'json']) {
			const { stdout, stderr } = await run(
				['import', `s${bad}.csv`, '--to', 'out', '--force', '--format', format],
				{ cwd },
			);
			assert.ok(!stdout.includes('\u001b') && !stdout.includes('\u202e'), stdout);
			assert.ok(!stderr.includes('\u001b') && !stderr.includes('\u202e'), stderr);
		}
	});
});
