/** `npm run release -- --dry-run` from beginning to end. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '../../package.json';
import { temporaryFolder } from '../editor/host/cleanup';
import { ROOT } from '../editor/host/paths';

/** 1.6 MB of 1,048,576 bytes each, in bytes. */
const LARGEST = 1_677_721;

describe('a dry run of the release', function () {
	this.timeout(400_000);
	const out = join(temporaryFolder().path, 'release');
	const names = [
		`clever-demographics-${version}.vsix`,
		`clever-demographics-${version}.tgz`,
		`clever-demographics-${version}.vsix.cdx.json`,
		`clever-demographics-${version}.npm.cdx.json`,
	];
	const run = (
		...args: string[]
	): { readonly status: number | null; readonly stdout: string; readonly stderr: string } =>
		spawnSync(process.execPath, ['--import=tsx', '.ci/release/main.ts', ...args], {
			cwd: ROOT,
			encoding: 'utf8',
		});
	/** What could have been written outside of the folder. */
	const traces = (): unknown => {
		const dist = join(ROOT, 'dist');
		const built = existsSync(dist)
			? readdirSync(dist).map((name) => [name, statSync(join(dist, name)).mtimeMs])
			: [];
		return [spawnSync('git', ['status', '--porcelain'], { cwd: ROOT, encoding: 'utf8' }).stdout, built];
	};
	let earlier: unknown;
	let stdout = '';

	before(() => {
		earlier = traces();
		const ran = run('--dry-run', '--out', out);
		assert.equal(ran.status, 0, ran.stdout + ran.stderr);
		stdout = ran.stdout;
	});

	it('builds both packages and a bill of each, and writes nothing else', () => {
		assert.deepEqual(readdirSync(out).sort(), [...names].sort());
		assert.deepEqual(traces(), earlier);
		assert.ok(statSync(join(out, names[0] ?? '')).size <= LARGEST);
	});

	it('says that two builds give the same bytes, and prints their hashes', () => {
		assert.match(stdout, /Two builds give the same bytes/);
		for (const name of names) {
			const hash = createHash('sha256')
				.update(readFileSync(join(out, name)))
				.digest('hex');
			assert.ok(
				stdout.split('\n').some((line) => line.includes(hash) && line.includes(name)),
				name,
			);
		}
	});

	it('says what it would publish, and what would stop it', () => {
		assert.match(stdout, /^Would publish:\n/m);
		for (const command of ['vsce publish', 'ovsx publish', 'npm publish'])
			assert.ok(stdout.includes(command), command);
		assert.match(stdout, /^Would stop the release: The repository is a placeholder\./m);
	});

	it('stops before it builds if it is not dry', () => {
		const { status, stderr, stdout: printed } = run('--out', join(out, 'none'));
		assert.equal(status, 1);
		assert.match(printed, /^error: The repository is a placeholder\./m);
		assert.match(stderr, /Nothing was built\./);
		assert.ok(!existsSync(join(out, 'none')));
	});

	it('removes nothing from a folder that it did not make', () => {
		const { status, stderr } = run('--dry-run', '--out', out);
		assert.equal(status, 1);
		assert.match(stderr, /release is not empty\. Choose a new folder\./);
		assert.deepEqual(readdirSync(out).sort(), [...names].sort());
	});

	it('says how it is called', () => {
		const { status, stderr } = run('--publish');
		assert.equal(status, 1);
		assert.match(stderr, /--publish[\s\S]*Usage: npm run release -- \[--dry-run\]/);
	});
});
