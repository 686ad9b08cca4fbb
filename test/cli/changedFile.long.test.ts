import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { truncateSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { CheckOutput, CheckProgress } from '../../server/src/cli/formats/checkOutput';
import { buildCli, cleanExt, folder, type Ran, rosterHeader, runJson } from './support';

const ROW = '5,1000000,Reyes,Ana,F\n';
const rosterOf = (rows: number): string =>
	`${rosterHeader}\n${Array.from({ length: rows }, (_, at) => ROW.replace('1000000', String(1_000_000 + at))).join('')}`;
const bytesOf = (rows: number): number => rosterHeader.length + 1 + rows * ROW.length;
const CHANGED = 'error: students.csv: the file changed while it was checked. Check it again.\n';

/** A module to load before the command line: the first read of a worker finds the file cut. */
const CUT_IN_WORKER = `
	const { isMainThread } = require('node:worker_threads');
	const fs = require('node:fs');
	const { readSync } = fs;
	if (!isMainThread)
		fs.readSync = (...rest) => {
			fs.truncateSync('students.csv', Number(process.env.CUT_TO));
			return readSync(...rest);
		};
`;

/** The reasons for the folder, of which none may call it ready. */
function unchecked({ json }: { readonly json: CheckOutput }): readonly string[] {
	const [inFolder] = json.readiness;
	assert.equal(inFolder?.state, 'review');
	return inFolder?.reasons.map(({ message }) => message) ?? [];
}

describe('CLI: a file that changes while it is checked', () => {
	before(buildCli);

	it('is 500,000 rows, cut to 469,344: status 2, with the reason and no row', async () => {
		const cwd = folder({ 'students.csv': rosterOf(500_000), 'students_ext.csv': cleanExt });
		const ran = await cutAtFirstProgress(cwd, bytesOf(469_344));
		assert.deepEqual([ran.status, ran.stderr.startsWith(CHANGED)], [2, true], ran.stderr);
		const json: CheckOutput = JSON.parse(ran.stdout);
		assert.deepEqual(
			json.files.map(({ path }) => path),
			['students_ext.csv'],
			'the other file is checked all the same',
		);
		assert.deepEqual([json.summary.records, json.summary.errors], [1, 0]);
		assert.ok(
			unchecked({ json }).includes(
				'students.csv changed during the check, so the IDs in students_ext.csv were not compared.',
			),
		);
	});

	it('is cut before a worker reads it', async function () {
		if (availableParallelism() < 2) return this.skip();
		const cwd = folder({ 'students.csv': rosterOf(400_000), 'cut.cjs': CUT_IN_WORKER });
		const env = { NODE_OPTIONS: '--require ./cut.cjs', CUT_TO: String(bytesOf(1)) };
		const { status, json, stderr } = await runJson([], { cwd, env });
		assert.deepEqual([status, json.files, stderr], [2, [], CHANGED]);
		assert.deepEqual(unchecked({ json }), ['students.csv changed during the check, so it was not checked.']);
	});
});

/** Runs the command line, and cuts `students.csv` when it has checked a part of it. */
async function cutAtFirstProgress(cwd: string, length: number): Promise<Ran> {
	const child = fork(await buildCli(), ['check', '--format', 'json'], { cwd, silent: true, execArgv: [] });
	const ran = { status: null as number | null, stdout: '', stderr: '' };
	child.stdout?.on('data', (data) => {
		ran.stdout += data;
	});
	child.stderr?.on('data', (data) => {
		ran.stderr += data;
	});
	child.once('message', (message) => {
		assert.ok((message as CheckProgress).done < 1);
		truncateSync(join(cwd, 'students.csv'), length);
	});
	ran.status = await new Promise((resolve) => child.on('close', resolve));
	return ran;
}
