/** Whole writes on a real disk, and on one whose calls fail. */
import assert from 'node:assert/strict';
import {
	chmodSync,
	existsSync,
	lstatSync,
	mkdirSync,
	mkdtempSync,
	promises,
	readdirSync,
	readFileSync,
	readlinkSync,
	rmSync,
	statSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { writeAll } from '../../server/src/writing/stagedFile';
import { type Disk, stageFileWith } from '../../server/src/writing/stageFile';

const OLD = 'the old file';
const NEW = 'the new file\n'.repeat(1000);

describe('a whole write', () => {
	let folder: string;
	let target: string;

	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'clever-write-'));
		target = join(folder, 'students_ext.csv');
	});

	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	/** Writes a file as the commands do. Returns what is said where it fails. */
	async function write(
		path: string,
		{
			disk = promises as Disk,
			mayReplace = true,
			meanwhile = (): void => {},
		}: { disk?: Disk; mayReplace?: boolean; meanwhile?: () => void } = {},
	): Promise<string | undefined> {
		const stage = () => stageFileWith(disk)(path, new TextEncoder().encode(NEW), mayReplace);
		const { problem, count } = await writeAll([{ name: basename(path), stage }], async () => meanwhile());
		assert.equal(count, problem === undefined ? 1 : 0);
		return problem;
	}

	const here = (): string[] => readdirSync(folder).sort();

	it('makes a new file and leaves nothing beside it', async () => {
		assert.equal(await write(target, { mayReplace: false }), undefined);
		assert.equal(readFileSync(target, 'utf8'), NEW);
		writeFileSync(join(folder, 'by-node'), '');
		assert.equal(statSync(target).mode, statSync(join(folder, 'by-node')).mode);
		assert.deepEqual(here(), ['by-node', 'students_ext.csv']);
	});

	it('replaces a file and keeps its permissions', async () => {
		for (const mode of [0o600, 0o640, 0o666, 0o755]) {
			writeFileSync(target, OLD);
			chmodSync(target, mode);
			assert.equal(await write(target), undefined);
			assert.equal(readFileSync(target, 'utf8'), NEW);
			assert.equal(statSync(target).mode & 0o777, mode);
		}
		assert.deepEqual(here(), ['students_ext.csv']);
	});

	it('is readable by its owner only until it has the permissions of the old file', async () => {
		writeFileSync(target, OLD);
		chmodSync(target, 0o600);
		let seen = 0;
		const open = async (path: string, ...rest: [string, number]): Promise<FileHandle> => {
			const handle = await promises.open(path, ...rest);
			seen = (await handle.stat()).mode & 0o777;
			return handle;
		};
		assert.equal(await write(target, { disk: { ...promises, open } as Disk }), undefined);
		assert.equal(seen, 0o600);
	});

	it('gives no other group what the group of the old file might do', async () => {
		writeFileSync(target, OLD);
		chmodSync(target, 0o664);
		const open = async (...args: Parameters<typeof promises.open>): Promise<FileHandle> =>
			Object.assign(await promises.open(...args), { chown: () => Promise.reject(error('EPERM')) });
		assert.equal(await write(target, { disk: { ...promises, open } as Disk }), undefined);
		assert.equal(statSync(target).mode & 0o777, 0o604);
	});

	it('writes the file behind a link, and keeps the link', async () => {
		const real = join(folder, 'real');
		mkdirSync(join(real, 'deep'), { recursive: true });
		symlinkSync('real/deep', join(folder, 'shortcut'));
		// From the folder behind `shortcut`, ".." is `real`, not the folder of this test.
		symlinkSync('../students.csv', join(folder, 'shortcut', 'link.csv'));
		const link = join(folder, 'shortcut', 'link.csv');
		writeFileSync(join(real, 'students.csv'), OLD);
		symlinkSync(link, target);
		assert.equal(await write(target), undefined);
		assert.equal(readFileSync(join(real, 'students.csv'), 'utf8'), NEW);
		assert.equal(readlinkSync(target), link);
		assert.ok(lstatSync(link).isSymbolicLink());
		assert.deepEqual(readdirSync(real).sort(), ['deep', 'students.csv']);
	});

	it('makes the file that a link leads to', async () => {
		symlinkSync('later.csv', target);
		assert.equal(await write(target), undefined);
		assert.equal(readFileSync(join(folder, 'later.csv'), 'utf8'), NEW);
		assert.ok(lstatSync(target).isSymbolicLink());
	});

	describe('where it cannot be done', () => {
		/** Asserts that a write fails with a sentence, and that the folder is as it was. */
		async function fails(
			reason: string,
			options?: Parameters<typeof write>[1],
			path = target,
		): Promise<void> {
			const before = contents(folder);
			const remains = existsSync(path) || lstat(path) ? 'The old file is unchanged.' : 'No file was created.';
			assert.equal(await write(path, options), `${basename(path)} was not saved: ${reason}. ${remains}`);
			assert.deepEqual(contents(folder), before);
		}

		it('names what has the name of the file', async () => {
			mkdirSync(target);
			await fails('a folder has this name');
			const loop = join(folder, 'loop.csv');
			symlinkSync('loop.csv', loop);
			assert.equal(await write(loop), 'loop.csv was not saved: it is a link to itself. No file was created.');
		});

		it('does not write to a device', async () => {
			assert.match((await write('/dev/null')) ?? '', /^null was not saved: it is not a regular file\. /);
			assert.ok(statSync('/dev/null').isCharacterDevice());
		});

		it('keeps a read-only file', async () => {
			writeFileSync(target, OLD, { mode: 0o444 });
			await fails('the file is read-only');
		});

		it('names a folder that is missing, or goes while the file is written', async () => {
			const gone = join(folder, 'gone');
			const path = join(gone, 'a.csv');
			await fails('its folder is no longer there', undefined, path);
			for (const mayReplace of [true, false]) {
				mkdirSync(gone);
				const meanwhile = (): void => rmSync(gone, { recursive: true });
				assert.equal(
					await write(path, { meanwhile, mayReplace }),
					'a.csv was not saved: its folder is no longer there. No file was created.',
				);
			}
		});

		it('names a path that is too long, but takes the longest', async () => {
			await fails('its path is too long', undefined, join(folder, `${'x'.repeat(300)}.csv`));
			assert.equal(await write(join(folder, `${'x'.repeat(251)}.csv`)), undefined);
		});

		it('keeps a file that nobody agreed to replace', async () => {
			writeFileSync(target, OLD);
			await fails('a file with this name was created in the meantime', { mayReplace: false });
		});

		for (const linksFiles of [true, false]) {
			it(`keeps one that is created in the meantime, ${linksFiles ? 'with' : 'without'} hard links`, async () => {
				const link = linksFiles ? promises.link : () => Promise.reject(error('EPERM'));
				const meanwhile = (): void => writeFileSync(target, OLD);
				const problem = await write(target, { disk: { ...promises, link }, mayReplace: false, meanwhile });
				assert.equal(
					problem,
					'students_ext.csv was not saved: a file with this name was created in the meantime. The old file is unchanged.',
				);
				assert.equal(readFileSync(target, 'utf8'), OLD);
				assert.deepEqual(here(), ['students_ext.csv']);
				rmSync(target);
				assert.equal(await write(target, { disk: { ...promises, link }, mayReplace: false }), undefined);
				assert.deepEqual(here(), ['students_ext.csv']);
			});
		}

		it('waits a moment for a program that holds the file', async () => {
			let tries = 0;
			const rename = (...args: Parameters<typeof promises.rename>): Promise<void> =>
				++tries < 4 ? Promise.reject(error('EPERM')) : promises.rename(...args);
			assert.equal(await write(target, { disk: { ...promises, rename } }), undefined);
			assert.equal(readFileSync(target, 'utf8'), NEW);
		});

		const HELD = 'another program is using it, or you may not replace it';
		/** The system's codes and what people are told. */
		const codes: readonly (readonly [string, string])[] = [
			['ENOSPC', 'the disk is full'],
			['EDQUOT', 'your disk quota is used up'],
			['EFBIG', 'it is larger than this disk allows'],
			['EROFS', 'the disk is read-only'],
			['EACCES', 'you may not write there'],
			['EBUSY', HELD],
			['EIO', 'the disk reported an error'],
		];
		const places = ['open', 'writeFile', 'sync', 'close', 'rename'] as const;
		it('leaves the old file or none, and says so, whichever call fails', async () => {
			for (const [code, reason] of codes) {
				for (const place of places) {
					// A program that holds the file answers a rename like a missing permission on Windows.
					const expected = place === 'rename' && code === 'EACCES' ? HELD : reason;
					rmSync(target, { force: true });
					await fails(expected, { disk: failing(place, code) });
					writeFileSync(target, OLD);
					await fails(expected, { disk: failing(place, code) });
				}
			}
		});

		it('needs no disk that can say when bytes are safe', async () => {
			assert.equal(await write(target, { disk: failing('sync', 'EINVAL') }), undefined);
			assert.equal(readFileSync(target, 'utf8'), NEW);
		});
	});

	it('removes what a killed process left, and nothing else', async () => {
		const left = join(folder, '.clever-demographics-0123456789abcdef.tmp');
		const others = ['.clever-demographics-0123456789abcdee.tmp', '.clever-demographics-notes.tmp', 'a.tmp'];
		for (const name of [...others, basename(left)]) writeFileSync(join(folder, name), 'x');
		const yesterday = Date.now() / 1000 - 24 * 60 * 60;
		for (const name of [...others.slice(1), basename(left)])
			utimesSync(join(folder, name), yesterday, yesterday);
		assert.equal(await write(target), undefined);
		assert.deepEqual(here(), [...others, 'students_ext.csv'].sort());
	});
});

function error(code: string): Error {
	return Object.assign(new Error(`${code}: failed, open '/home/x/students_ext.csv'`), { code });
}

/** A disk on which one call fails, after half of the bytes where it writes. */
function failing(place: 'open' | 'writeFile' | 'sync' | 'close' | 'rename', code: string): Disk {
	const fail = (): Promise<never> => Promise.reject(error(code));
	if (place === 'open' || place === 'rename') return { ...promises, [place]: fail, link: fail } as Disk;
	const open = async (...args: Parameters<typeof promises.open>): Promise<FileHandle> => {
		const handle = await promises.open(...args);
		const { close } = handle;
		if (place === 'close') return Object.assign(handle, { close: () => close.call(handle).then(fail) });
		if (place === 'sync') return Object.assign(handle, { sync: fail });
		const half = (bytes: Uint8Array) => handle.write(bytes.subarray(0, bytes.length / 2)).then(fail);
		return Object.assign(handle, { writeFile: half });
	};
	return { ...promises, open } as Disk;
}

/** The names in a folder with the text of each file. */
function contents(folder: string): readonly string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.map((entry) => {
			const path = join(entry.parentPath, entry.name);
			return entry.isFile() ? `${path}: ${readFileSync(path, 'utf8')}` : path;
		})
		.sort();
}

function lstat(path: string): boolean {
	try {
		return lstatSync(path) !== undefined;
	} catch {
		return false;
	}
}
