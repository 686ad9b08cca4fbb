/** The npm package as a user gets it: packed, installed into an empty folder without a network, and run. */

import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { packNpm } from '../../.ci/release/npmPackage';
import { version } from '../../package.json';
import { temporaryFolder } from '../editor/host/cleanup';
import { ROOT, SAMPLES } from '../editor/host/paths';
import { bundle, bundleMetafile } from '../support/bundles';

describe('the npm package', () => {
	const out = temporaryFolder().path;
	const user = join(out, 'user');
	const installed = join(user, 'node_modules', 'clever-demographics');
	const bin = (name: string): string => join(user, 'node_modules', '.bin', name);

	before(async () => {
		const dist = dirname(await bundle('cli.js'));
		const tarball = packNpm({ root: ROOT, dist, out }, await bundleMetafile());
		mkdirSync(user);
		// Nothing listens there, and a cache of its own has nothing: whatever npm wanted to download would fail.
		const env = {
			PATH: process.env.PATH,
			HOME: out,
			npm_config_registry: 'http://127.0.0.1:9',
			npm_config_cache: join(out, 'cache'),
		};
		const args = ['install', '--offline', '--no-audit', '--no-fund', tarball];
		execFileSync('npm', args, { cwd: user, env, stdio: 'pipe' });
	});

	it('has these files and no others', () => {
		const rules = readdirSync(join(ROOT, 'docs/rules')).map((name) => `docs/rules/${name}`);
		const schemas = readdirSync(join(ROOT, 'schemas')).map((name) => `schemas/${name}`);
		const files = readdirSync(installed, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name).slice(installed.length + 1));
		const expected = [
			'CHANGELOG.md',
			'LICENSE',
			'NOTICE',
			'README.md',
			'THIRD-PARTY-NOTICES.txt',
			'dist/cli.js',
			'dist/json.d.ts',
			'dist/server.js',
			'docs/automation.md',
			'docs/automation/nightly.ps1',
			'docs/automation/nightly.sh',
			'package.json',
			...rules,
			...schemas,
		];
		assert.deepEqual(files.sort(), expected.sort());
	});

	it('installs nothing else', () => {
		const folders = readdirSync(join(user, 'node_modules')).filter((name) => !name.startsWith('.'));
		assert.deepEqual(folders, ['clever-demographics']);
	});

	it('checks files', () => {
		const { status, stdout } = spawnSync(bin('clever-demographics'), ['check', SAMPLES], {
			encoding: 'utf8',
		});
		assert.equal(status, 1);
		assert.match(stdout, /^.*students\.csv:\d+:\d+ error \S+ /m);
	});

	it('serves an editor', async () => {
		const server = spawn(bin('clever-demographics-server'), ['--stdio'], {
			stdio: ['pipe', 'pipe', 'ignore'],
		});
		const ended = new Promise<number | null>((resolve) => server.once('exit', resolve));
		const { stdout, stdin } = server;
		const connection = createMessageConnection(
			new StreamMessageReader(stdout),
			new StreamMessageWriter(stdin),
		);
		connection.listen();
		const params = { processId: process.pid, rootUri: null, capabilities: {} };
		const { serverInfo } = await connection.sendRequest<{
			readonly serverInfo: { readonly version: string };
		}>('initialize', params);
		assert.equal(serverInfo.version, version);
		await connection.sendRequest('shutdown');
		await connection.sendNotification('exit');
		assert.equal(await ended, 0);
		connection.dispose();
	});

	it('has types that the JSON of a check fits', () => {
		const { stdout } = spawnSync(bin('clever-demographics'), ['check', SAMPLES, '--format', 'json'], {
			encoding: 'utf8',
		});
		const { files } = JSON.parse(stdout) as {
			readonly files: readonly { readonly findings: readonly object[] }[];
		};
		assert.ok(files.some(({ findings }) => findings.length > 0));
		const entry = join(user, 'report.ts');
		// As a literal, each of its fields must be known to the type, and each that the type demands must be there.
		writeFileSync(
			entry,
			`import type { CheckOutput } from 'clever-demographics';\nexport const output: CheckOutput = ${stdout};\n`,
		);
		const program = ts.createProgram([entry], {
			module: ts.ModuleKind.NodeNext,
			target: ts.ScriptTarget.ES2022,
			lib: ['lib.es5.d.ts'],
			skipDefaultLibCheck: true,
			strict: true,
			noEmit: true,
			types: [],
		});
		const problems = ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText);
		assert.deepEqual(problems, []);
	});

	it('has a command line that is one file', () => {
		const alone = join(out, 'alone');
		mkdirSync(alone);
		copyFileSync(join(installed, 'dist/cli.js'), join(alone, 'cli.js'));
		const { status, stdout } = spawnSync(join(alone, 'cli.js'), ['check', SAMPLES], { encoding: 'utf8' });
		assert.equal(status, 1);
		assert.match(stdout, /students\.csv/);
	});

	it('is not packed from the root, whose package.json is that of the extension', () => {
		const { status, stderr } = spawnSync('npm', ['pack', '--dry-run'], { cwd: ROOT, encoding: 'utf8' });
		assert.notEqual(status, 0);
		assert.match(stderr, /npm run package:npm/);
	});

	it('has the notices of what it bundles, and of nothing else', () => {
		const notices = readFileSync(join(installed, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
		assert.match(notices, /^commander \d/m);
		assert.match(notices, /^vscode-languageserver \d/m);
		assert.doesNotMatch(notices, /^(slickgrid|vscode-languageclient) \d/m);
	});
});
