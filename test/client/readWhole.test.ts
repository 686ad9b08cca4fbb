/** Reading through a file system of VS Code or of an extension, without VS Code. */
import assert from 'node:assert/strict';
import type { FileStat, FileSystem, Uri } from 'vscode';
import { type ReadProblem, readWhole } from '../../client/src/files/readWhole';

/** `FileType` of VS Code's API. */
const UNKNOWN = 0;
const FILE = 1;
const FOLDER = 2;
const LINK = 64;
const MOST = 10;

const uri = { path: '/d/students.csv' } as Uri;
const never = <T>(): Promise<T> => new Promise(() => {});
const stat = (type: number, size = 4): FileStat => ({ type, size, ctime: 0, mtime: 0 });

describe('a file that the extension reads', () => {
	let reads = 0;
	const read = (
		at: () => Promise<FileStat>,
		bytes: () => Promise<Uint8Array> = async () => Uint8Array.of(1, 2, 3, 4),
	): Promise<Uint8Array | ReadProblem> => {
		reads = 0;
		const fs: Pick<FileSystem, 'stat' | 'readFile'> = {
			stat: at,
			readFile: () => {
				reads++;
				return bytes();
			},
		};
		return readWhole(fs, uri, MOST, { answer: 20, read: 20 });
	};
	const failing = (code: string) => (): Promise<never> =>
		Promise.reject(Object.assign(new Error(code), { code }));

	it('has its bytes, also through a link', async () => {
		for (const type of [FILE, FILE | LINK]) {
			assert.deepEqual(await read(async () => stat(type)), Uint8Array.of(1, 2, 3, 4));
		}
	});

	for (const [what, type] of [
		['a folder', FOLDER],
		['a link to a folder', FOLDER | LINK],
		['a broken link', LINK],
		['a pipe, a socket or a device', UNKNOWN],
	] as const) {
		it(`is not ${what}, which is not read`, async () => {
			assert.equal(await read(async () => stat(type)), 'not a file');
			assert.equal(reads, 0);
		});
	}

	it('is not read if it is too large', async () => {
		assert.equal(await read(async () => stat(FILE, MOST + 1)), 'too large');
		assert.equal(reads, 0);
	});

	it('is measured again, as a file system may say another size', async () => {
		assert.equal(
			await read(
				async () => stat(FILE, 0),
				async () => new Uint8Array(MOST + 1),
			),
			'too large',
		);
	});

	it('is given up where its file system never answers', async () => {
		assert.equal(await read(never), 'no answer');
		assert.equal(reads, 0);
		assert.equal(await read(async () => stat(FILE), never), 'no answer');
	});

	it('may be missing, or fail', async () => {
		assert.equal(await read(failing('FileNotFound')), 'missing');
		assert.equal(await read(failing('NoPermissions')), 'unreadable');
		assert.equal(await read(async () => stat(FILE), failing('Unavailable')), 'unreadable');
	});
});
