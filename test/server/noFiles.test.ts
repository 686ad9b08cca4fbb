/** What has the name of a file and is none, beside sound files. */
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LARGEST_FILE, type Status, statusNotification } from '../../server/src/protocol';
import { temporaryFolder } from '../editor/host/cleanup';
import { Client } from './client';

const ROSTER = 'Student_id,School_id,Last_name,First_name\n1,5,Ash,Bo\n';
const EXT = 'sis_id,ext.migrant_status\n2,Yes\n';
const SOUND = ['a', 'b', 'c', 'd'];

describe('what is no file', () => {
	let folder: string;
	let remove: () => void;
	let client: Client;
	const path = (name: string): string => join(folder, name);
	const uri = (name: string): string => pathToFileURL(path(name)).href;
	const write = (name: string, text: string): void => {
		mkdirSync(join(path(name), '..'), { recursive: true });
		writeFileSync(path(name), text);
	};
	const status = (of: string, fits: (status: Status) => boolean, from = 0): Promise<Status> =>
		client.until(({ method, params }) => {
			const found = params as Status;
			return method === statusNotification && found.uri === of && fits(found) ? found : undefined;
		}, from);
	const notCompared = ({ readiness }: Status): readonly string[] =>
		(readiness?.reasons ?? []).flatMap(({ id, message }) => (id === 'not-compared' ? [message] : []));
	beforeEach(() => {
		({ path: folder, remove } = temporaryFolder());
	});
	afterEach(async () => {
		await client.stop();
		remove();
	});

	it('delays no file beside it, nor in other folders', async function () {
		if (process.platform !== 'linux') return this.skip();
		const noFiles: Readonly<Record<string, (at: string) => void>> = {
			pipe: (at) => execFileSync('mkfifo', [at]),
			device: (at) => symlinkSync('/dev/zero', at),
			kernel: (at) => symlinkSync('/proc/kmsg', at),
			folder: (at) => mkdirSync(at),
			circle: (at) => symlinkSync('students.csv', at),
		};
		for (const name of Object.keys(noFiles)) write(`${name}/students_ext.csv`, EXT);
		for (const [name, make] of Object.entries(noFiles)) make(path(`${name}/students.csv`));
		for (const name of SOUND) {
			write(`${name}/students.csv`, ROSTER);
			write(`${name}/students_ext.csv`, EXT);
		}
		const names = [...Object.keys(noFiles), ...SOUND].flatMap((name) => [
			`${name}/students.csv`,
			`${name}/students_ext.csv`,
		]);
		client = await Client.start({ initializationOptions: { status: true, found: names.map(uri) } });
		client.open(uri('pipe/students_ext.csv'), EXT);
		for (const name of Object.keys(noFiles)) {
			const state = await status(uri(`${name}/students_ext.csv`), () => true);
			assert.deepEqual(state.beside, { fileName: 'students.csv', problem: 'unreadable' }, name);
			assert.deepEqual(
				notCompared(state),
				['students.csv cannot be read, so the IDs in students_ext.csv were not compared.'],
				name,
			);
			assert.equal(state.counts.error, 0);
		}
		for (const name of SOUND) {
			const { counts, beside } = await status(uri(`${name}/students_ext.csv`), () => true);
			assert.deepEqual([counts.error, beside], [1, undefined], name);
		}
	});

	it('a file that grows is not compared until it has ceased to', async () => {
		write('students.csv', ROSTER);
		const grow = `const { appendFileSync } = require('node:fs');
			const rows = '1,5,Ash,Bo\\n'.repeat(1000);
			for (let size = 0; ; size = (size + 1) % 4000) {
				if (size === 0) require('node:fs').writeFileSync('students.csv', ${JSON.stringify(ROSTER)});
				appendFileSync('students.csv', rows);
			}`;
		const writer = spawn(process.execPath, ['-e', grow], { cwd: folder, stdio: 'ignore' });
		client = await Client.start({ initializationOptions: { status: true } });
		try {
			client.open(uri('students_ext.csv'), EXT);
			const state = await status(uri('students_ext.csv'), ({ beside }) => beside !== undefined);
			assert.equal(state.beside?.fileName, 'students.csv');
			assert.equal(notCompared(state).length, 1);
			write('other/students.csv', ROSTER);
			client.open(uri('other/students_ext.csv'), EXT);
			await status(uri('other/students_ext.csv'), ({ counts }) => counts.error === 1);
		} finally {
			writer.kill();
		}
		const from = client.received.length;
		write('students.csv', ROSTER);
		await status(uri('students_ext.csv'), ({ beside, counts }) => !beside && counts.error === 1, from);
	});

	it('a client that never answers, or answers too much, delays nothing', async () => {
		client = await Client.start({ initializationOptions: { status: true, files: true } });
		const answers: Readonly<Record<string, unknown>> = {
			'vscode-vfs:/long/students.csv': { text: 'x'.repeat(LARGEST_FILE + 1) },
			'vscode-vfs:/odd/students.csv': { text: [7] },
			'vscode-vfs:/none/students.csv': null,
			'vscode-vfs:/sound/students.csv': { text: ROSTER },
		};
		client.connection.onRequest('cleverDemographics/readFile', ({ uri: wanted }: { uri: string }) =>
			wanted in answers ? answers[wanted] : new Promise(() => {}),
		);
		for (const name of ['silent', 'long', 'odd', 'none', 'sound'])
			client.open(`vscode-vfs:/${name}/students_ext.csv`, EXT);
		for (const [name, problem, errors] of [
			['sound', undefined, 1],
			['none', undefined, 0],
			['odd', 'unreadable', 0],
			['long', 'too large', 0],
			['silent', 'unreadable', 0],
		] as const) {
			// The long answer keeps the connection busy, so that others may come late, which is no harm.
			await status(
				`vscode-vfs:/${name}/students_ext.csv`,
				({ beside, counts }) => beside?.problem === problem && counts.error === errors,
			);
		}
	});

	it('a folder whose files never come does not go before those that are there', async () => {
		const silent = ['x', 'y', 'z'].map((name) => `vscode-vfs:/${name}/students.csv`);
		const sound = SOUND.map((name) => `vscode-vfs:/${name}/students.csv`);
		const found = [...silent, ...sound];
		client = await Client.start({ initializationOptions: { status: true, files: true, found } });
		client.connection.onRequest('cleverDemographics/readFile', ({ uri: wanted }: { uri: string }) =>
			silent.includes(wanted) ? new Promise(() => {}) : sound.includes(wanted) ? { text: ROSTER } : null,
		);
		for (const of of found) await status(of, () => true);
		const order = client.received.flatMap(({ method, params }) =>
			method === statusNotification ? [(params as Status).uri] : [],
		);
		assert.deepEqual(new Set(order.slice(0, sound.length)), new Set(sound));
	});
});
