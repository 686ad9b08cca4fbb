import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { Readable } from 'node:stream';
import { readInput } from '../../../server/src/cli/check/standardInput';
import { CannotCheck } from '../../../server/src/disk/cannotCheck';
import { buildCli, cleanExt, cleanRoster, extHeader, folder, rosterHeader, run, runJson } from '../support';

describe('CLI: standard input', () => {
	before(buildCli);

	const bad = `${rosterHeader}\n5,1,Reyes,Ana,Female\n`;

	it('is checked like a file with the name of --as, alone', async () => {
		const cwd = folder({ 'students.csv': cleanRoster, '.clever-demographics.json': '{}' });
		const { status, json, stderr } = await runJson(['-', '--as', 'students.csv'], { cwd, input: bad });
		const file = await runJson(['students.csv'], { cwd: folder({ 'students.csv': bad }) });
		assert.deepEqual([status, stderr], [1, '']);
		const [found, expected] = [json.files[0], file.json.files[0]];
		assert.ok(found && expected);
		assert.deepEqual(found, { ...expected, settings: '.clever-demographics.json' });
		assert.deepEqual([json.readiness, json.summary], [[], file.json.summary]);
	});

	it('is compared with no file of the current folder', async () => {
		const cwd = folder({ 'students.csv': cleanRoster });
		const { status, json } = await runJson(['-', '--as', 'students_ext.csv'], {
			cwd,
			input: cleanExt.replace('\n1,', '\n9,'),
		});
		assert.deepEqual([status, json.files[0]?.findings], [0, []]);
	});

	it('may be UTF-16, empty or closed, as a file may', async () => {
		const cwd = folder({});
		const utf16 = Buffer.from(`\ufeff${extHeader}\n`, 'utf16le');
		const rules = async (input: Uint8Array | string): Promise<unknown> => {
			const { json } = await runJson(['-', '--as', 'students_ext.csv'], { cwd, input });
			return json.files[0]?.findings.map(({ rule }) => rule);
		};
		assert.deepEqual(await rules(utf16), ['csv/encoding']);
		assert.deepEqual(await rules(''), ['csv/empty-file']);
		const command = `"${process.execPath}" "${await buildCli()}" check - --as students.csv <&-`;
		assert.equal(spawnSync('bash', ['-c', command], { cwd }).status, 1);
	});

	it('that is a folder is named', async () => {
		const command = `"${process.execPath}" "${await buildCli()}" check - --as students.csv < /`;
		const { status, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
		assert.equal(status, 2);
		assert.equal(stderr, 'error: standard input: this is a folder, not a file\n');
	});

	it('without an end is given up', async () => {
		const command = `yes | "${process.execPath}" "${await buildCli()}" check - --as students.csv; echo "\${PIPESTATUS[1]}"`;
		const { stdout, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
		assert.equal(stdout, '2\n');
		assert.equal(stderr, 'error: standard input has more than 256 MB. Save it as a file, and check that\n');
	});

	it('that does not end is left with Ctrl+C, which leaves nothing behind', async () => {
		const cwd = folder({});
		const args = ['check', '-', '--as', 'students.csv', '--output-file', 'out.txt'];
		const child = spawn(process.execPath, [await buildCli(), ...args], { cwd });
		// More than a pipe holds: once all is written, the check has begun to read, and waits for more.
		await new Promise((resolve) => child.stdin.write('x'.repeat(1024 * 1024), resolve));
		const ended = once(child, 'close');
		child.kill('SIGINT');
		assert.deepEqual(await ended, [null, 'SIGINT']);
		assert.deepEqual(readdirSync(cwd), []);
	});

	it('is taken up to the limit', async () => {
		const input = (size: number) => Readable.from([Buffer.alloc(size), Buffer.alloc(1)]);
		assert.equal((await readInput(input(1023), 1024)).length, 1024);
		await assert.rejects(readInput(input(1024), 1024), CannotCheck);
	});

	it('obeys the rules of the arguments', async () => {
		const ran = await run(['check', '-', '--as', 'students.csv', '--rule', 'field/unknown-code=off'], {
			input: bad,
		});
		assert.equal(ran.status, 0);
	});
});
