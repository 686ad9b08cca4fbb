import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
	chmodSync,
	lstatSync,
	readdirSync,
	readFileSync,
	statSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fixFolder } from '../../server/src/cli/fix/fixFolder';
import { writeFixed } from '../../server/src/cli/fix/writeFixed';
import { defaultSettings } from '../../server/src/settings';
import { buildCli, cleanExt, cleanRoster, extHeader, folder, rosterHeader, run, runJson } from './support';

const wrongRoster = `${rosterHeader}\n5,1,Reyes,Ana,Female\n`;
const wrongExt = `${extHeader}\n1 ,No,NO,,no,y,No,\n9,No,No,,No,Yes,No,\n`;
const fixedExt = `${extHeader}\n1,No,No,,No,Yes,No,\n9,No,No,,No,Yes,No,\n`;
const read = (...path: readonly string[]): string => readFileSync(join(...path), 'utf8');
const fix = (cwd: string, ...args: readonly string[]): ReturnType<typeof run> =>
	run(['check', '--fix', ...args], { cwd });

describe('CLI: check --fix', () => {
	before(buildCli);

	it('fixes both files of a folder, and lists and exits by what is left', async () => {
		const cwd = folder({ 'students.csv': wrongRoster, 'students_ext.csv': wrongExt });
		const { status, stdout, stderr } = await fix(cwd, '--format', 'json');
		assert.equal(read(cwd, 'students.csv'), cleanRoster);
		assert.equal(read(cwd, 'students_ext.csv'), fixedExt);
		assert.equal(stderr, 'note: students.csv: fixed 1 problem\nnote: students_ext.csv: fixed 4 problems\n');
		assert.equal(status, 1, 'nobody has the ID 9');
		const after = await runJson([], { cwd });
		const fixed = JSON.parse(stdout);
		assert.deepEqual(
			fixed.files.map(({ fixed: count }: { fixed?: number }) => count),
			[1, 4],
		);
		assert.deepEqual(
			JSON.parse(JSON.stringify(fixed, (key, value) => (key === 'fixed' ? undefined : value))),
			after.json,
		);
		assert.deepEqual(readdirSync(cwd).sort(), ['students.csv', 'students_ext.csv']);
	});

	it('is 0 where nothing is left, and writes nothing a second time', async () => {
		const cwd = folder({ 'students.csv': wrongRoster });
		assert.equal((await fix(cwd)).status, 0);
		const { mtimeMs, ino } = statSync(join(cwd, 'students.csv'));
		const { status, stderr } = await fix(cwd);
		assert.deepEqual([status, stderr], [0, '']);
		const after = statSync(join(cwd, 'students.csv'));
		assert.deepEqual([after.mtimeMs, after.ino], [mtimeMs, ino]);
	});

	it('keeps the byte order mark, the line breaks and the quotes', async () => {
		const text = (gender: string, last: string): string =>
			`\ufeff${rosterHeader}\r\n5,1,"Réyes",Ana,${gender}\n5,2,"Bo, Jr",Lee,"M"\r5,3,Li,${last}`;
		const cwd = folder({ 'students.csv': text('Female', 'Al,"m"') });
		await fix(cwd);
		assert.equal(read(cwd, 'students.csv'), text('F', 'Al,"M"'));
	});

	it('compares a file that is named alone with the students on the disk, and writes only that', async () => {
		const cwd = folder({
			'students.csv':
				'School_id,Student_id,Student_number,Last_name,First_name,Gender\n5,1,77,Reyes,Ana,Female\n',
			'students_ext.csv': 'sis_id,ext.title_i\n77,no\n',
		});
		const roster = read(cwd, 'students.csv');
		await fix(cwd, 'students_ext.csv');
		assert.equal(read(cwd, 'students.csv'), roster);
		assert.equal(read(cwd, 'students_ext.csv'), 'sis_id,ext.title_i\n1,No\n');
	});

	it('keeps permissions, and a link stays a link', async () => {
		const cwd = folder({ 'real/export.csv': wrongRoster });
		chmodSync(join(cwd, 'real/export.csv'), 0o640);
		symlinkSync('real/export.csv', join(cwd, 'students.csv'));
		assert.equal((await fix(cwd)).status, 0);
		assert.ok(lstatSync(join(cwd, 'students.csv')).isSymbolicLink());
		assert.equal(read(cwd, 'real/export.csv'), cleanRoster);
		assert.equal(statSync(join(cwd, 'real/export.csv')).mode & 0o777, 0o640);
	});

	for (const [where, args] of [
		['.clever-demographics.json', []],
		['named.clever-demographics.json', ['--settings', 'named.clever-demographics.json']],
	] as const) {
		it(`fixes nothing where ${where} has a mistake: it may mean to turn the rule off`, async () => {
			const cwd = folder({ 'students.csv': wrongRoster, [where]: '{"rules": {"field/unknwn-code": "off"}}' });
			for (const option of ['--fix', '--diff']) {
				const { status, stdout, stderr } = await run(['check', option, ...args], { cwd });
				assert.equal(status, 2);
				assert.match(stderr, /nothing was fixed in students\.csv: their settings in .* have a mistake\./);
				assert.ok(!stdout.includes('+++'));
				assert.equal(read(cwd, 'students.csv'), wrongRoster);
			}
		});
	}

	it('refuses two files that a link makes one, and leaves it', async () => {
		const cwd = folder({ 'students.csv': wrongRoster });
		symlinkSync('students.csv', join(cwd, 'students_ext.csv'));
		for (const option of ['--fix', '--diff']) {
			const { status, stderr } = await run(['check', option], { cwd });
			assert.equal(status, 2);
			assert.match(
				stderr,
				/^error: students\.csv and students_ext\.csv are one and the same file, by a link\. /,
			);
			assert.equal(read(cwd, 'students.csv'), wrongRoster);
		}
	});

	it('applies only the fixes of rules that are on', async () => {
		const cwd = folder({
			'students.csv': wrongRoster,
			'settings.json': '{"cleverDemographics.rules": {"field/unknown-code": "off"}}',
		});
		await fix(cwd, '--settings', 'settings.json');
		assert.equal(read(cwd, 'students.csv'), wrongRoster);
	});

	for (const [what, bytes, reason] of [
		['UTF-16', Buffer.from(`\ufeff${cleanExt}`, 'utf16le'), 'it is saved as UTF-16'],
		[
			'Windows-1252',
			Buffer.from(`${cleanExt}2,No,N\xf3,,No,Yes,No,\n`, 'latin1'),
			'it is not saved as UTF-8',
		],
	] as const) {
		it(`refuses ${what}, and leaves the other file of the folder too`, async () => {
			const cwd = folder({ 'students.csv': wrongRoster, 'students_ext.csv': bytes });
			const { status, stdout, stderr } = await fix(cwd);
			assert.equal(status, 2);
			assert.equal(
				stderr,
				`error: students_ext.csv: the file cannot be fixed, since ${reason}. Save it as "CSV UTF-8" first\n` +
					'error: nothing was fixed in students.csv and students_ext.csv: the files of a folder are fixed together\n',
			);
			assert.match(stdout, /students_ext\.csv:\d+:\d+ error csv\/encoding/, 'the check goes on');
			assert.equal(read(cwd, 'students.csv'), wrongRoster);
			assert.deepEqual(readFileSync(join(cwd, 'students_ext.csv')), bytes);
		});
	}

	it('refuses a read-only file and leaves the other one, but fixes other folders', async () => {
		const cwd = folder({
			'a/students.csv': wrongRoster,
			'a/students_ext.csv': wrongExt,
			'b/students.csv': wrongRoster,
		});
		chmodSync(join(cwd, 'a/students_ext.csv'), 0o444);
		const { status, stderr } = await fix(cwd, 'a', 'b');
		assert.equal(status, 2);
		assert.match(stderr, /^error: a\/students_ext\.csv was not saved: the file is read-only\. /);
		assert.deepEqual(
			[read(cwd, 'a/students.csv'), read(cwd, 'a/students_ext.csv'), read(cwd, 'b/students.csv')],
			[wrongRoster, wrongExt, cleanRoster],
		);
		assert.deepEqual(readdirSync(join(cwd, 'a')).sort(), ['students.csv', 'students_ext.csv']);
	});

	it('refuses a folder without permission to write, and a pipe', async () => {
		const cwd = folder({ 'a/students.csv': wrongRoster, 'b/students_ext.csv': wrongExt });
		execFileSync('mkfifo', [join(cwd, 'b/students.csv')]);
		const piped = await fix(cwd, 'b');
		assert.equal(piped.status, 2);
		assert.match(piped.stderr, /b\/students\.csv: this is a pipe or a device, not a file/);
		assert.equal(read(cwd, 'b/students_ext.csv'), wrongExt);
		chmodSync(join(cwd, 'a'), 0o555);
		// Root may write anywhere.
		const uid = process.getuid?.() === 0 ? { uid: 65534 } : {};
		const { status, stderr } = await run(['check', '--fix', 'a'], { cwd, ...uid });
		assert.deepEqual([status, /you may not write there/.test(stderr)], [2, true]);
		assert.equal(read(cwd, 'a/students.csv'), wrongRoster);
	});

	it('leaves the old file where the disk takes no more', async () => {
		const text = wrongRoster + '5,2,Li,Al,M\n'.repeat(2000);
		const cwd = folder({ 'students.csv': text });
		const { status, stderr } = await run(['check', '--fix', '--format', 'json'], {
			cwd,
			runBy: ['bash', '-c', 'ulimit -f 8; exec "$@"', '--'],
		});
		assert.equal(status, 2);
		assert.match(
			stderr,
			/students\.csv was not saved: it is larger than this disk allows\. The old file is unchanged\./,
		);
		assert.equal(read(cwd, 'students.csv'), text);
		assert.deepEqual(readdirSync(cwd), ['students.csv']);
	});

	it('refuses a file that changed after it was read, and leaves the newer one', async () => {
		const cwd = folder({ 'students.csv': wrongRoster, 'students_ext.csv': wrongExt });
		const paths = ['students.csv', 'students_ext.csv'].map((name) => join(cwd, name));
		const files = fixFolder(paths, defaultSettings, assert.fail);
		writeFileSync(paths[1] ?? '', cleanExt);
		await assert.rejects(writeFixed(files), /students_ext\.csv: the file changed while it was checked/);
		assert.deepEqual([read(cwd, 'students.csv'), read(cwd, 'students_ext.csv')], [wrongRoster, cleanExt]);
		assert.deepEqual(readdirSync(cwd).sort(), ['students.csv', 'students_ext.csv']);
	});

	it('removes what a killed run has left', async () => {
		const left = '.clever-demographics-0123456789abcdef.tmp';
		const cwd = folder({ 'students.csv': wrongRoster, [left]: 'rows' });
		const longAgo = Date.now() / 1000 - 7200;
		utimesSync(join(cwd, left), longAgo, longAgo);
		await fix(cwd);
		assert.deepEqual(readdirSync(cwd), ['students.csv']);
	});

	it('refuses a file that would not fit into memory', async () => {
		const long = 'x'.repeat(250);
		const rows = Array.from({ length: 80_000 }, (_, id) => `5,${id},${long},${long},M\n`);
		const text = `${rosterHeader}\n${rows.join('')}`;
		const cwd = folder({ 'students.csv': text });
		const { status, stderr } = await run(['check', '--fix', '--format', 'json'], {
			cwd,
			env: { NODE_OPTIONS: '--max-old-space-size=64' },
		});
		assert.equal(status, 2);
		assert.match(
			stderr,
			/^error: students\.csv: the file has more than \d+ MB, too much to be fixed at once\. /,
		);
		assert.equal(statSync(join(cwd, 'students.csv')).size, text.length);
	});
});

describe('CLI: check --diff', () => {
	before(buildCli);

	it('names a file below the current folder so that git takes it, and says so of any other', async () => {
		const cwd = folder({ 'a/students.csv': wrongRoster, 'b/readme': '' });
		const { stdout, stderr } = await run(['check', '--diff', join(cwd, 'a')], { cwd });
		assert.equal(stderr, '');
		execFileSync('git', ['apply', '-p0'], { cwd, input: stdout });
		assert.equal(read(cwd, 'a/students.csv'), cleanRoster);
		writeFileSync(join(cwd, 'a/students.csv'), wrongRoster);
		const outside = await run(['check', '--diff', '../a'], { cwd: join(cwd, 'b') });
		assert.match(outside.stderr, /^note: \.\.\/a\/students\.csv: patch and git apply change no file outside/);
	});

	it('prints what would change, writes nothing, and is 1', async () => {
		const cwd = folder({ 'students.csv': wrongRoster, 'students_ext.csv': cleanExt });
		const { status, stdout, stderr } = await run(['check', '--diff'], { cwd });
		assert.deepEqual([status, stderr], [1, '']);
		assert.equal(
			stdout,
			`--- students.csv\n+++ students.csv\n@@ -1,2 +1,2 @@\n ${rosterHeader}\n-5,1,Reyes,Ana,Female\n+5,1,Reyes,Ana,F\n`,
		);
		assert.equal(read(cwd, 'students.csv'), wrongRoster);
	});

	it('is 0 and prints nothing where nothing would change', async () => {
		const ran = await run(['check', '--diff'], { cwd: folder({ 'students.csv': cleanRoster }) });
		assert.deepEqual([ran.status, ran.stdout, ran.stderr], [0, '', '']);
	});

	it('prints what GNU patch makes into what --fix writes', async () => {
		const lines = Array.from({ length: 40 }, (_, at) => `5,${at},Li,Al,${at % 9 === 0 ? 'female' : 'M'}`);
		const text = `\ufeff${rosterHeader}\r\n${lines.join('\r\n')}\r\n\r\n5,77,Bo,Lee,m`;
		const files = { 'up here/students.csv': text, 'students.csv': text };
		const [cwd, other] = [folder(files), folder(files)];
		const { stdout } = await run(['check', '--diff', '.', 'up here'], { cwd });
		execFileSync('patch', ['-p0', '--binary', '--silent'], { cwd, input: stdout });
		await fix(other, '.', 'up here');
		for (const path of Object.keys(files)) {
			assert.notEqual(read(cwd, path), text);
			assert.equal(read(cwd, path), read(other, path));
		}
	});

	it('is refused with --fix, another format, what judges a list, and standard input', async () => {
		const cwd = folder({ 'students.csv': wrongRoster });
		for (const [args, reason] of [
			[['--diff', '--fix'], /'--diff' cannot be used with option '--fix'/],
			[['--diff', '--require-ready'], /'--diff' cannot be used with option '--require-ready'/],
			[['--max-warnings', '0', '--diff'], /'--diff' cannot be used with option '--max-warnings <number>'/],
			[['--diff', '--fail-on', 'warning'], /'--diff' cannot be used with option '--fail-on <severity>'/],
			[
				['--diff', '--format', 'json'],
				/--diff prints a unified diff, which is not json\. Leave out --format/,
			],
			[
				['--diff', '--redact'],
				/--diff shows the values that it would change\. Leave out --redact, or --diff/,
			],
			[
				['--diff', '-', '--as', 'students.csv'],
				/standard input cannot be fixed\. Save it as a file, and use --diff on that/,
			],
			[
				['--fix', '-', '--as', 'students.csv'],
				/standard input cannot be fixed\. Save it as a file, and use --fix on that/,
			],
		] as const) {
			const { status, stderr } = await run(['check', ...args], { cwd });
			assert.equal(status, 2, args.join(' '));
			assert.match(stderr, reason);
		}
		assert.equal(read(cwd, 'students.csv'), wrongRoster);
	});
});
