/** The bundles as a person or an editor starts them at a prompt. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import type { InitializeResult } from 'vscode-languageserver';
import { ROOT } from '../editor/host/paths';
import { WINDOWS } from '../editor/host/process';
import { bundle } from '../support/bundles';

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
	readonly version: string;
};

describe('server.js at a prompt', () => {
	const run = async (...args: readonly string[]) =>
		spawnSync(process.execPath, [await bundle('server.js'), ...args], { encoding: 'utf8' });

	it('prints its version and its help, and ends with 0', async () => {
		const told = await run('--version');
		assert.deepEqual([told.status, told.stdout, told.stderr], [0, `${version}\n`, '']);
		const help = await run('--help');
		assert.deepEqual([help.status, help.stderr], [0, '']);
		assert.match(help.stdout, /^Usage: .*--stdio.*--node-ipc/s);
	});

	it('ends with 2 and one line for an argument that it does not know', async () => {
		const { status, stdout, stderr } = await run('--stdoi\u202e\n');
		assert.deepEqual([status, stdout], [2, '']);
		assert.match(stderr, /^error: unknown argument "--stdoi<U\+202E>[^\n]*"\. See --help\n$/);
	});

	for (const args of [
		[],
		['--stdio'],
		[`--clientProcessId=${process.pid}`],
		['--stdio', '--log-level=3', 'students.csv'],
	]) {
		it(`serves over stdio with ${args.join(' ') || 'no argument'}`, async () => {
			const server = spawn(process.execPath, [await bundle('server.js'), ...args], { stdio: 'pipe' });
			const connection = createMessageConnection(
				new StreamMessageReader(server.stdout),
				new StreamMessageWriter(server.stdin),
			);
			connection.listen();
			const params = { processId: process.pid, rootUri: null, capabilities: {} };
			const { serverInfo } = await connection.sendRequest<InitializeResult>('initialize', params);
			assert.equal(serverInfo?.version, version);
			const ended = new Promise((resolve) => server.once('exit', resolve));
			await connection.sendRequest('shutdown', null);
			await connection.sendNotification('exit');
			assert.equal(await ended, 0);
			connection.dispose();
		});
	}
});

describe('a bundle for a prompt', () => {
	for (const name of ['cli.js', 'server.js'] as const) {
		it(`${name} is a file that can be run`, async function () {
			const path = await bundle(name);
			assert.match(readFileSync(path, 'utf8').slice(0, 30), /^#!\/usr\/bin\/env node\n/);
			if (WINDOWS) return this.skip();
			assert.equal(statSync(path).mode & 0o111, 0o111);
			const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
			assert.deepEqual([status, stdout], [0, `${version}\n`]);
		});
	}
});
