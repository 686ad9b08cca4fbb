import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { buildCli, cleanRoster, folder, rosterHeader, run } from '../support';

describe('CLI: --output-file', () => {
	before(buildCli);

	const bad = `${rosterHeader}\n5,1,Reyes,Ana,Female\n`;

	it('has what would be printed, without colors, and prints nothing', async () => {
		const cwd = folder({ 'students.csv': bad });
		for (const format of ['text', 'json']) {
			const printed = await run(['check', '--format', format], { cwd });
			const ran = await run(['check', '--format', format, '--output-file', `out.${format}`], { cwd });
			assert.deepEqual([ran.status, ran.stdout, ran.stderr], [1, '', '']);
			assert.equal(readFileSync(join(cwd, `out.${format}`), 'utf8'), printed.stdout);
		}
	});

	it('is replaced with --force only', async () => {
		const cwd = folder({ 'students.csv': bad, 'out.txt': 'old' });
		const ran = await run(['check', '--output-file', 'out.txt'], { cwd });
		assert.deepEqual([ran.status, ran.stdout], [2, '']);
		assert.equal(ran.stderr, 'error: out.txt already exists. Add --force to replace it\n');
		assert.equal(readFileSync(join(cwd, 'out.txt'), 'utf8'), 'old');
		assert.equal((await run(['check', '--output-file', 'out.txt', '--force'], { cwd })).status, 1);
		assert.match(readFileSync(join(cwd, 'out.txt'), 'utf8'), /unknown-code/);
	});

	it('is never a file of the check, under any name, nor one of the two files', async () => {
		const cwd = folder({ 'students.csv': bad, 's.json': '{}' });
		symlinkSync('students.csv', join(cwd, 'link.txt'));
		for (const file of [
			'students.csv',
			'./students.csv',
			'link.txt',
			's.json',
			'students_ext.csv',
			'.clever-demographics.json',
		]) {
			const ran = await run(['check', '--settings', 's.json', '--output-file', file, '--force'], { cwd });
			assert.equal(ran.status, 2, file);
			assert.match(ran.stderr, /^error: --output-file /, file);
		}
		assert.equal(readFileSync(join(cwd, 'students.csv'), 'utf8'), bad);
		assert.deepEqual(readdirSync(cwd).sort(), ['link.txt', 's.json', 'students.csv']);
	});

	it('that cannot be written is named before the check, and leaves nothing behind', async () => {
		const cwd = folder({ 'students.csv': cleanRoster, 'locked/x': '' });
		mkdirSync(join(cwd, 'out'));
		chmodSync(join(cwd, 'locked'), 0o555);
		const uid = process.getuid?.() === 0 ? 65534 : undefined;
		for (const [file, expected] of [
			['out', 'out: this is a folder, not a file'],
			['gone/out.txt', 'gone/out.txt: the folder gone does not exist. Create it first'],
			['/dev/null', '/dev/null: this is a pipe or a device. Print there with > instead'],
			['locked/out.txt', 'out.txt was not saved: you may not write there. No file was created'],
		] as const) {
			const ran = await run(['check', '--output-file', file, '--force'], { cwd, uid });
			assert.deepEqual([ran.status, ran.stdout, ran.stderr], [2, '', `error: ${expected}\n`]);
		}
		assert.deepEqual(readdirSync(cwd).sort(), ['locked', 'out', 'students.csv']);
	});

	it('is as it was where there is no room for the new one', async () => {
		const rows = Array.from({ length: 2000 }, (_, row) => `5,${row},Reyes,Ana,Female\n`);
		const cwd = folder({ 'students.csv': `${rosterHeader}\n${rows.join('')}`, 'out.txt': 'old' });
		// In blocks of 1,024 bytes.
		const command = `trap '' XFSZ; ulimit -f 8; "${process.execPath}" "${await buildCli()}" check --output-file out.txt --force`;
		const { status, stderr } = spawnSync('bash', ['-c', command], { cwd, encoding: 'utf8' });
		assert.equal(status, 2);
		assert.match(stderr, /^error: out\.txt was not saved: .* The old file is unchanged\n$/);
		assert.equal(readFileSync(join(cwd, 'out.txt'), 'utf8'), 'old');
		assert.deepEqual(readdirSync(cwd).sort(), ['out.txt', 'students.csv']);
		assert.ok(!existsSync(join(cwd, 'out.txt.tmp')));
	});
});
