import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { temporaryFolder } from '../editor/host/cleanup';
import { ROOT } from '../editor/host/paths';
import type { SuiteResult } from '../editor/host/suiteResult';

const MOCHA = createRequire(__filename).resolve('mocha/bin/mocha.js');

/** As `npm test` runs it. */
const PARALLEL = ['--parallel', '--jobs', '2'];

/** Runs mocha on files with these texts, and returns its exit code and the result that it leaves. */
function mocha(flags: readonly string[], ...texts: readonly string[]) {
	const { path, remove } = temporaryFolder();
	const files = texts.map((text, at) => {
		const file = join(path, `made-up${at}.test.ts`);
		writeFileSync(file, text);
		return file;
	});
	const resultFile = join(path, 'result.json');
	const { status, signal, stderr } = spawnSync(
		process.execPath,
		[
			...[MOCHA, '--no-config', '--node-option', 'import=tsx', ...flags],
			...['--reporter', join(ROOT, 'test/support/reporter.cjs'), ...files],
		],
		{ cwd: ROOT, env: { ...process.env, RESULT_FILE: resultFile }, encoding: 'utf8', timeout: 50_000 },
	);
	assert.equal(signal, null, `mocha did not end: ${stderr}`);
	const result = JSON.parse(readFileSync(resultFile, 'utf8')) as SuiteResult;
	remove();
	return { status, result };
}

describe('the run of all tests', () => {
	it('adds up the tests of all processes', () => {
		const { status, result } = mocha(
			PARALLEL,
			"it('passes', () => {}); it('passes too', () => {});",
			"it('fails', () => { throw new Error('on purpose'); }); it('is skipped');",
		);
		assert.equal(status, 1);
		assert.deepEqual(result, {
			passed: 2,
			failed: 2,
			failures: [{ title: 'fails', message: 'on purpose' }],
		});
	});

	it('fails when one of its processes ends, even as if all were well', () => {
		const { status, result } = mocha(
			PARALLEL,
			"it('passes', () => {});",
			"it('dies', () => process.exit(0));",
		);
		assert.notEqual(status, 0);
		const { failures, ...totals } = result;
		assert.deepEqual(totals, { passed: 1, failed: 1 });
		assert.match(failures[0]?.message ?? '', /terminated unexpectedly/i);
	});

	it('ends when a test fails that has started a server', () => {
		const client = JSON.stringify(join(ROOT, 'test/server/client.ts'));
		const { status, result } = mocha(
			[],
			`const { Client } = require(${client});
			it('fails', async () => { await Client.start(); throw new Error('on purpose'); });`,
		);
		assert.equal(status, 1);
		assert.deepEqual(result, {
			passed: 0,
			failed: 1,
			failures: [{ title: 'fails', message: 'on purpose' }],
		});
	});
});
