import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
	appendFileSync,
	chmodSync,
	mkdirSync,
	promises,
	renameSync,
	symlinkSync,
	truncateSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { readDiskFile } from '../../server/src/node/readDiskFile';
import { LARGEST_FILE } from '../../server/src/protocol';
import { temporaryFolder } from '../editor/host/cleanup';

const TEXT = '\ufeffStudent_id\n1\n';
const UNREADABLE = { problem: 'unreadable' };
const WRITTEN = new Date('2026-10-28T12:00:00Z');

describe('a file that the server reads from the disk', () => {
	let folder: string;
	let remove: () => void;
	const at = (name: string): string => join(folder, name);
	const { open } = promises;
	beforeEach(() => {
		({ path: folder, remove } = temporaryFolder());
	});
	afterEach(() => {
		promises.open = open;
		remove();
	});

	/** Calls `act` before the first read of an open file, or with `opening` before it is opened. */
	function interfere(act: () => void, opening = false): void {
		let isDone = false;
		const once = (): void => {
			if (!isDone) act();
			isDone = true;
		};
		promises.open = async (...parameters) => {
			if (opening) once();
			const file = await open(...parameters);
			const read = file.read.bind(file) as (...rest: unknown[]) => unknown;
			Object.assign(file, {
				read: (...rest: unknown[]) => {
					once();
					return read(...rest);
				},
			});
			return file;
		};
	}

	it('has its text, with its byte order mark, and its time, also through a link', async () => {
		writeFileSync(at('exported.csv'), TEXT);
		utimesSync(at('exported.csv'), WRITTEN, WRITTEN);
		symlinkSync('exported.csv', at('students.csv'));
		for (const name of ['exported.csv', 'students.csv']) {
			assert.deepEqual(await readDiskFile(at(name)), { text: TEXT, modified: WRITTEN.getTime() });
		}
	});

	it('may be empty', async () => {
		writeFileSync(at('students.csv'), '');
		utimesSync(at('students.csv'), WRITTEN, WRITTEN);
		assert.deepEqual(await readDiskFile(at('students.csv')), { text: '', modified: WRITTEN.getTime() });
	});

	it('may be missing, or a link to nothing', async () => {
		symlinkSync('gone.csv', at('students.csv'));
		assert.equal(await readDiskFile(at('students.csv')), undefined);
		assert.equal(await readDiskFile(at('gone.csv')), undefined);
	});

	it('is not read if it is too large', async () => {
		writeFileSync(at('students.csv'), '');
		truncateSync(at('students.csv'), LARGEST_FILE + 1);
		assert.deepEqual(await readDiskFile(at('students.csv')), { problem: 'too large' });
	});

	const noFiles: readonly (readonly [string, (path: string) => void])[] = [
		['a folder', (path) => mkdirSync(path)],
		['a pipe', (path) => execFileSync('mkfifo', [path])],
		['a link to a pipe', (path) => linkTo(path, (target) => execFileSync('mkfifo', [target]))],
		['a device without an end', (path) => symlinkSync('/dev/zero', path)],
		['a file of the system that calls itself empty', (path) => symlinkSync('/proc/version', path)],
		['one that gives nothing for now', (path) => symlinkSync('/proc/kmsg', path)],
		['a link to itself', (path) => symlinkSync('students.csv', path)],
	];
	for (const [what, make] of noFiles) {
		it(`is not ${what}`, async function () {
			if (process.platform !== 'linux') return this.skip();
			make(at('students.csv'));
			assert.deepEqual(await readDiskFile(at('students.csv')), UNREADABLE);
		});
	}

	it('is not a socket', async function () {
		if (process.platform === 'win32') return this.skip();
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(at('students.csv'), resolve));
		assert.deepEqual(await readDiskFile(at('students.csv')), UNREADABLE);
		await new Promise((resolve) => server.close(resolve));
	});

	it('is not one without permission', async function () {
		if (process.platform === 'win32') return this.skip();
		writeFileSync(at('students.csv'), TEXT);
		chmodSync(at('students.csv'), 0);
		chmodSync(folder, 0o755);
		// The administrator may read everything.
		const isAdministrator = process.getuid?.() === 0;
		if (isAdministrator) process.seteuid?.(65534);
		try {
			assert.deepEqual(await readDiskFile(at('students.csv')), UNREADABLE);
		} finally {
			if (isAdministrator) process.seteuid?.(0);
		}
	});

	it('is not waited for if a pipe takes its place before it is opened', async function () {
		if (process.platform === 'win32') return this.skip();
		writeFileSync(at('students.csv'), TEXT);
		execFileSync('mkfifo', [at('pipe')]);
		interfere(() => renameSync(at('pipe'), at('students.csv')), true);
		assert.deepEqual(await readDiskFile(at('students.csv')), UNREADABLE);
	});

	for (const [what, act] of [
		['grows', (path) => appendFileSync(path, '2\n')],
		['becomes shorter', (path) => truncateSync(path, 14)],
		['grows for ever', (path) => truncateSync(path, LARGEST_FILE * 4)],
	] as readonly (readonly [string, (path: string) => void])[]) {
		it(`has no text if it ${what} while it is read`, async () => {
			writeFileSync(at('students.csv'), TEXT);
			interfere(() => act(at('students.csv')));
			assert.deepEqual(await readDiskFile(at('students.csv')), UNREADABLE);
		});
	}
});

/** A link to what `make` makes. */
function linkTo(path: string, make: (target: string) => void): void {
	make(`${path}.target`);
	symlinkSync(`${path}.target`, path);
}
