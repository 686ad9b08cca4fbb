/** That a check leaves nothing behind: no copy, no cache, no setting, and no file that it changed. */

import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { folder, run } from '../cli/support';
import { temporaryFolder } from '../editor/host/cleanup';
import { Client } from '../server/client';
import { markedFiles, settingsJson } from './district';
import { tracedCalls, traceTo } from './tracing';

/** Calls that create, change or remove a file, or could. */
const WRITES =
	'open,openat,openat2,creat,truncate,ftruncate,mkdir,mkdirat,rmdir,rename,renameat,renameat2,link,linkat,symlink,' +
	'symlinkat,unlink,unlinkat,mknod,mknodat,chmod,fchmod,fchmodat,utimensat,setxattr,memfd_create';

interface Place {
	readonly cwd: string;
	/** Every folder in which programs keep their things. */
	readonly env: Readonly<Record<string, string>>;
	readonly runBy: readonly string[] | undefined;
	/** Fails unless everything is as it was. */
	assertUnchanged(): void;
}

/** A district's folder, a home and a folder for temporary files, which nobody else uses. */
function place(files: Readonly<Record<string, string>>): Place {
	const cwd = folder(files);
	const { path } = temporaryFolder();
	const [home, temporary] = [join(path, 'home'), join(path, 't')];
	for (const created of [home, temporary]) mkdirSync(created);
	const trace = join(temporaryFolder().path, 'trace');
	const before = [snapshot(cwd), snapshot(path)];
	return {
		cwd,
		env: {
			...{ HOME: home, USERPROFILE: home, APPDATA: home, LOCALAPPDATA: home, XDG_CACHE_HOME: home },
			...{ XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, XDG_STATE_HOME: home, XDG_RUNTIME_DIR: home },
			...{ TMPDIR: temporary, TEMP: temporary, TMP: temporary },
		},
		runBy: traceTo(trace, WRITES),
		assertUnchanged: () => {
			assert.deepEqual([snapshot(cwd), snapshot(path)], before);
			assert.deepEqual(
				tracedCalls(trace).filter(({ call }) => isWrite(call)),
				[],
			);
		},
	};
}

/** Everything in a folder: names, content, time of change and rights. */
function snapshot(root: string): readonly string[] {
	return readdirSync(root, { recursive: true, withFileTypes: true })
		.map((entry) => join(entry.parentPath, entry.name))
		.map((path) => {
			const { mtimeMs, mode, size } = statSync(path);
			const content = statSync(path).isFile() ? readFileSync(path, 'base64') : '';
			return [relative(root, path), mtimeMs, mode, size, content].join(' ');
		})
		.sort();
}

function isWrite(call: string): boolean {
	if (/^(execve|clone3?|v?fork|<|\+|-)/.test(call)) return false;
	return !/^open(at2?)?\(/.test(call) || /\bO_(WRONLY|RDWR|CREAT|TRUNC|APPEND|TMPFILE)\b/.test(call);
}

describe('what a check leaves behind', () => {
	it('is nothing after the command line', async () => {
		const at = place({ ...markedFiles(130_000), 'settings.json': settingsJson });
		for (const [args, expected] of [
			[[], 1],
			[['--format', 'json'], 1],
			// Its settings have mistakes.
			[['--settings', 'settings.json'], 2],
		] as const) {
			const { status } = await run(['check', ...args], at);
			assert.equal(status, expected);
		}
		at.assertUnchanged();
	});

	it('is nothing after the server', async () => {
		const files = markedFiles();
		const at = place(files);
		const uri = pathToFileURL(join(at.cwd, 'students.csv')).href;
		const client = await Client.start({
			...at,
			initializationOptions: { status: true, commands: true, files: true, found: [uri] },
		});
		client.open(uri, files['students.csv']);
		await client.published(uri, 1, (diagnostics) => diagnostics.length > 10);
		await client.request('cleverDemographics/template', { text: files['students.csv'] });
		await client.actions(uri, { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } });
		client.close(uri);
		await client.stop();
		at.assertUnchanged();
	});

	it('is seen where a program leaves something', () => {
		const at = place({});
		assert.ok(isWrite('openat(AT_FDCWD, "x", O_WRONLY|O_CREAT|O_CLOEXEC, 0666) = 17'));
		assert.ok(isWrite('unlink("x") = 0'));
		assert.ok(!isWrite('openat(AT_FDCWD, "x", O_RDONLY|O_CLOEXEC) = 17'));
		mkdirSync(join(at.cwd, 'cache'));
		assert.throws(() => at.assertUnchanged());
	});
});
