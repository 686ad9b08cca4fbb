/** Whole writes by processes that are killed, that may not write, or whose disk is full. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from '../editor/host/paths';

const OLD = 'the old file';

/** Writes 1 MB to the path in its arguments, prints what is said, and can kill itself before or after a step. */
const program = `
import { writeAll } from './server/src/writing/stagedFile';
import { stageFileWith } from './server/src/writing/stageFile';
import { promises } from 'node:fs';
const [path, killedAt] = process.argv.slice(2);
const die = () => process.kill(process.pid, 'SIGKILL');
const disk = { ...promises };
if (killedAt === 'writing') disk.open = async (...args) => {
	const handle = await promises.open(...args);
	const writeFile = (bytes) => handle.write(bytes.subarray(0, 1000)).then(die);
	return Object.assign(handle, { writeFile });
};
if (killedAt === 'renamed') disk.rename = (...args) => promises.rename(...args).then(die);
const stage = () => stageFileWith(disk)(path, new Uint8Array(2 ** 20).fill(65), true);
void writeAll([{ name: 'a.csv', stage }], async () => { if (killedAt === 'staged') die(); })
	.then(({ problem }) => console.log(problem ?? 'saved'));
`;

describe('a whole write by a process', function () {
	this.timeout(60_000);
	let folder: string;
	let place: string;
	let target: string;
	let script: string;

	before(async () => {
		folder = mkdtempSync(join(tmpdir(), 'clever-process-'));
		script = join(folder, 'write.cjs');
		await build({
			stdin: { contents: program, resolveDir: ROOT, loader: 'ts' },
			outfile: script,
			bundle: true,
			platform: 'node',
			format: 'cjs',
			logLevel: 'warning',
		});
		// The process of another user reads it.
		chmodSync(folder, 0o755);
	});

	beforeEach(() => {
		place = join(folder, 'place');
		mkdirSync(place);
		target = join(place, 'a.csv');
		writeFileSync(target, OLD);
	});

	afterEach(() => rmSync(place, { recursive: true, force: true }));
	after(() => rmSync(folder, { recursive: true, force: true }));

	/** Runs the program after shell commands, in which `$0` is the folder. */
	function run(shell: string, { killedAt = '', uid }: { killedAt?: string; uid?: number } = {}): string {
		const command = `${shell} "$1" "$2" "$3" "$4"`;
		const args = ['-c', command, place, process.execPath, script, target, killedAt];
		const { stdout, stderr, error } = spawnSync('/bin/bash', args, { encoding: 'utf8', uid });
		if (error) throw error;
		return stdout.trim() || stderr.trim();
	}

	const listed = (): readonly string[] => readdirSync(place).sort();

	it('keeps the old file, or none, if it is killed before all is written', () => {
		for (const killedAt of ['writing', 'staged']) {
			writeFileSync(target, OLD);
			run('', { killedAt });
			assert.equal(readFileSync(target, 'utf8'), OLD);
			rmSync(target);
			run('', { killedAt });
			// What is left behind has no name that anybody takes for a file of the district.
			assert.equal(listed().length, killedAt === 'writing' ? 2 : 4);
			for (const name of listed()) assert.match(name, /^\.clever-demographics-[0-9a-f]{16}\.tmp$/);
		}
	});

	it('has written all if it is killed after that', () => {
		run('', { killedAt: 'renamed' });
		assert.equal(readFileSync(target, 'utf8'), 'A'.repeat(2 ** 20));
		assert.deepEqual(listed(), ['a.csv']);
	});

	it('keeps the old file where a file may not become as large', () => {
		assert.equal(
			run('ulimit -f 100;'),
			'a.csv was not saved: it is larger than this disk allows. The old file is unchanged.',
		);
		assert.equal(readFileSync(target, 'utf8'), OLD);
		assert.deepEqual(listed(), ['a.csv']);
	});

	/** Runs the program on a disk of 256 kB, mounted with these options, and lists what is there then. */
	function onDisk(options: string): string {
		const mounted = `mount -t tmpfs -o size=256k tmpfs "$0" && printf old > "$0/a.csv" && mount -o remount,${options} "$0"`;
		const inside = `${mounted} && "$1" "$2" "$3" "$4"; cat "$0"/a.csv; ls -A "$0"`;
		return run(`unshare -rm /bin/bash -c '${inside}' "$0"`);
	}

	it('keeps the old file on a disk that is full or read-only, where a test may mount one', () => {
		if (spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', place]).status !== 0) return;
		const unchanged = 'The old file is unchanged.\nolda.csv';
		assert.equal(onDisk('rw'), `a.csv was not saved: the disk is full. ${unchanged}`);
		assert.equal(onDisk('ro'), `a.csv was not saved: the disk is read-only. ${unchanged}`);
	});

	it('keeps the old file where the user may not write the folder, or the file', () => {
		// Root may write anything.
		const uid = process.getuid?.() === 0 ? 65_534 : undefined;
		const refused = 'a.csv was not saved: you may not write there. The old file is unchanged.';
		chmodSync(target, 0o666);
		chmodSync(place, 0o555);
		assert.equal(run('', { uid }), refused);
		chmodSync(place, 0o777);
		assert.equal(run('', { uid }), 'saved');
		if (uid !== undefined) {
			rmSync(target);
			writeFileSync(target, OLD, { mode: 0o644 });
			assert.equal(run('', { uid }), refused);
			assert.equal(readFileSync(target, 'utf8'), OLD);
		}
		assert.deepEqual(listed(), ['a.csv']);
	});
});
