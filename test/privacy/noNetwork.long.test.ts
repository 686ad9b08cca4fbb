/** That the programs reach no network, seen in their system calls and by taking the network away. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { folder, run } from '../cli/support';
import { Client } from '../server/client';
import { markedFiles } from './district';
import { watchNetwork, withoutNetwork } from './networkWatch';

const ROSTER = 'file:///district/students.csv';

/** Enough rows for the command line to share them among workers. */
const MANY_ROWS = 130_000;

/** Opens both files of the district, waits for their findings, and asks what an editor asks. */
async function workWith(client: Client): Promise<string> {
	const files = markedFiles();
	client.open(ROSTER.replace('.csv', '_ext.csv'), files['students_ext.csv']);
	client.open(ROSTER, files['students.csv']);
	// The last row has the only character that cannot be read, so this list is of the whole file.
	const found = await client.published(ROSTER, 1, (all) => all.some(({ code }) => code === 'csv/encoding'));
	const position = { line: 1, character: 3 };
	const answers: unknown[] = [found.map(({ code }) => code)];
	for (const feature of ['hover', 'completion', 'definition'])
		answers.push(await client.at(feature, ROSTER, position));
	answers.push(await client.actions(ROSTER, { start: position, end: position }));
	await client.stop();
	return JSON.stringify(answers);
}

describe('the network', () => {
	it('is seen by the watch where a program uses it', () => {
		const script = "require('node:net').connect(9, '127.0.0.1').on('error', () => {})";
		const { runBy = [], env, seen } = watchNetwork();
		const [command = '', ...args] = [...runBy, process.execPath, '-e', script];
		spawnSync(command, args, { env: { ...process.env, ...env } });
		assert.equal(
			seen().some(({ call }) => call.includes('AF_INET')),
			runBy.length > 0,
		);
		assert.ok(seen().some(({ call }) => call === 'connect(9)'));
		const refused = withoutNetwork();
		const [tool = '', ...words] = [...(refused.runBy ?? []), process.execPath, '-e', script];
		assert.equal(spawnSync(tool, words, { env: { ...process.env, ...refused.env } }).status, 1);
	});

	it('is not touched by the command line and its workers', async () => {
		const cwd = folder(markedFiles(MANY_ROWS));
		for (const format of ['text', 'json']) {
			const { runBy, env, seen } = watchNetwork();
			const { status, stdout } = await run(['check', '--format', format], { cwd, runBy, env });
			assert.equal(status, 1);
			assert.ok(stdout.length > 1000);
			assert.deepEqual(seen(), []);
		}
	});

	it('is not touched by the server', async () => {
		const { runBy, env, seen } = watchNetwork();
		await workWith(await Client.start({ runBy, env }));
		assert.deepEqual(seen(), []);
	});

	it('is not needed: the command line prints the same where there is none', async () => {
		const cwd = folder(markedFiles());
		const [usual, offline] = [
			await run(['check'], { cwd }),
			await run(['check'], { cwd, ...withoutNetwork() }),
		];
		assert.deepEqual(offline, usual);
		assert.equal(usual.status, 1);
	});

	it('is not needed: the server answers the same where there is none', async () => {
		assert.equal(await workWith(await Client.start(withoutNetwork())), await workWith(await Client.start()));
	});
});
