import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from '../csv/random';
import { buildCli, folder, rosterHeader } from './support';

const textWith = (gender: string): string =>
	`${rosterHeader}\n${Array.from({ length: 40_000 }, (_, id) => `5,${id},Reyes,Ana,${gender}\n`).join('')}`;
const [old, fixed] = [textWith('Female'), textWith('F')];

/** Starts `check --fix` on a folder. */
async function startFix(cwd: string): Promise<{ readonly kill: () => void; readonly end: Promise<unknown> }> {
	const child = spawn(process.execPath, [await buildCli(), 'check', '--fix', '--format', 'json'], {
		cwd,
		stdio: 'ignore',
	});
	return { kill: () => void child.kill('SIGKILL'), end: once(child, 'exit') };
}

describe('CLI: check --fix, interrupted', () => {
	before(buildCli);

	it('leaves the old file or the new one when it is killed at any moment', async () => {
		const cwd = folder({});
		const path = join(cwd, 'students.csv');
		const random = new Random(1);
		for (let time = 0; time < 12; time++) {
			writeFileSync(path, old);
			const { kill, end } = await startFix(cwd);
			const timer = setTimeout(kill, random.below(2500));
			await end;
			clearTimeout(timer);
			const now = readFileSync(path, 'utf8');
			assert.ok(now === old || now === fixed, `run ${time} left ${now.length} characters`);
			const others = readdirSync(cwd).filter((name) => name !== 'students.csv');
			assert.deepEqual(
				others.filter((name) => !/^\.clever-demographics-[0-9a-f]{16}\.tmp$/.test(name)),
				[],
			);
		}
	});

	it('leaves the new file alone when several run at once', async () => {
		const cwd = folder({ 'students.csv': old });
		const running = await Promise.all([startFix(cwd), startFix(cwd), startFix(cwd)]);
		const statuses = (await Promise.all(running.map(({ end }) => end))).map((exit) => (exit as number[])[0]);
		assert.ok(
			statuses.every((status) => status === 0 || status === 2),
			statuses.join(' '),
		);
		assert.ok(statuses.includes(0), statuses.join(' '));
		assert.equal(readFileSync(join(cwd, 'students.csv'), 'utf8'), fixed);
		assert.deepEqual(readdirSync(cwd), ['students.csv']);
	});
});
