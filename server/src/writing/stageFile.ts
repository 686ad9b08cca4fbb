import { randomBytes } from 'node:crypto';
import { constants, promises, type Stats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { dirname, isAbsolute, join, sep } from 'node:path';
import type { StageFile } from './stagedFile';
import { faultReason, type Remains, WriteFault } from './writeFault';

/** The calls that a whole write needs, so that a test can let any of them fail. */
export type Disk = Pick<
	typeof promises,
	'access' | 'link' | 'lstat' | 'open' | 'readdir' | 'readlink' | 'rename' | 'stat' | 'unlink'
>;

/** Temporary files are hidden, and short: the name of the target may be as long as a name can be. */
const TEMPORARY = /^\.clever-demographics-[0-9a-f]{16}\.tmp$/;

/** In milliseconds. A temporary file this old was left behind by a process that was killed. */
const LEFT_BEHIND = 60 * 60 * 1000;

/** Pauses before a rename is tried again, in milliseconds: on Windows a virus scanner may hold a new file for a moment. */
const PAUSES: readonly number[] = [50, 100, 200, 400];

/** Stands for the owner that a file has. */
const SAME = -1;

/** In the mode of a file. VS Code takes a file without it for read-only, whoever asks. */
const WRITABLE = 0o200;

/** Links that are followed from one path, as in Linux. */
const MAX_LINKS = 40;

/** Writes to a temporary file in the folder of the target, and renames it over the target. A link stays a link. */
export function stageFileWith(disk: Disk = promises): StageFile {
	return async (path, bytes, mayReplace) => {
		let remains: Remains = 'none';
		let temporary = '';
		const discard = async (): Promise<void> => {
			if (temporary !== '') await orFalse(disk.unlink(temporary));
		};
		const fail = async (error: unknown): Promise<never> => {
			await discard();
			if (error instanceof WriteFault) throw error;
			throw new WriteFault(faultReason(error), codeOf(error) === 'EEXIST' ? 'old' : remains);
		};
		try {
			const target = await behindLinks(disk, path);
			const old = await statOf(disk, target);
			if (old) {
				remains = 'old';
				await refuseToReplace(disk, target, old, mayReplace);
			}
			const folder = dirname(target);
			await removeLeftBehind(disk, folder);
			temporary = join(folder, `.clever-demographics-${randomBytes(8).toString('hex')}.tmp`);
			await writeNew(disk, temporary, bytes, old);
			const put = mayReplace ? replace : create;
			return {
				isReplacing: old !== undefined,
				commit: () => put(disk, temporary, target).catch(fail),
				discard,
			};
		} catch (error) {
			return fail(error);
		}
	};
}

/** The file that a path leads to, which need not exist. */
async function behindLinks(disk: Disk, path: string): Promise<string> {
	let file = path;
	for (let links = 0; links < MAX_LINKS; links++) {
		const link = await orUndefined(disk.readlink(file));
		if (link === undefined) return file;
		// Not normalized: "folder/.." is not always the folder above, since the folder may be a link too.
		file = isAbsolute(link) ? link : `${dirname(file)}${sep}${link}`;
	}
	throw fault('ELOOP');
}

async function statOf(disk: Disk, path: string): Promise<Stats | undefined> {
	try {
		return await disk.stat(path);
	} catch (error) {
		if (codeOf(error) === 'ENOENT') return undefined;
		throw error;
	}
}

/** Throws where a file may not be replaced. A rename would only need a permission of its folder. */
async function refuseToReplace(disk: Disk, path: string, old: Stats, mayReplace: boolean): Promise<void> {
	if (!mayReplace) throw fault('EEXIST');
	if (old.isDirectory()) throw fault('EISDIR');
	if (!old.isFile()) throw new WriteFault('it is not a regular file', 'old');
	if ((old.mode & WRITABLE) === 0) throw new WriteFault('the file is read-only', 'old');
	await disk.access(path, constants.W_OK);
}

/** Writes a file that does not exist yet, and returns once its bytes are on the disk. */
async function writeNew(disk: Disk, path: string, bytes: Uint8Array, old: Stats | undefined): Promise<void> {
	// Until it has the permissions of the old file, nobody else may read it.
	const handle = await disk.open(path, 'wx', old ? 0o600 : 0o666);
	try {
		await handle.writeFile(bytes);
		if (old) await takeOver(handle, old);
		await sync(handle);
	} finally {
		// Some network disks only say here that they are full.
		await handle.close();
	}
}

/** Gives a file the owner, the group and the permissions of another, as far as the user may. */
async function takeOver(handle: FileHandle, { uid, gid, mode }: Stats): Promise<void> {
	const ofOwner = await orFalse(handle.chown(uid, gid));
	const ofGroup = ofOwner || (await orFalse(handle.chown(SAME, gid)));
	// Another group must not get the permissions that the old one had.
	await orFalse(handle.chmod(mode & (ofGroup ? 0o777 : 0o707)));
}

/** Waits until a file is on the disk, where its file system can say so. */
async function sync(handle: FileHandle): Promise<void> {
	try {
		await handle.sync();
	} catch (error) {
		if (!['EINVAL', 'ENOSYS', 'ENOTSUP', 'EPERM'].includes(codeOf(error))) throw error;
	}
}

/** Renames a file over another. */
async function replace(disk: Disk, temporary: string, target: string): Promise<void> {
	for (const pause of [...PAUSES, 0]) {
		try {
			return await disk.rename(temporary, target);
		} catch (error) {
			if (!['EACCES', 'EBUSY', 'EPERM'].includes(codeOf(error))) throw error;
			await new Promise((resolve) => setTimeout(resolve, pause));
		}
	}
	// Windows answers with any of the three where a program, such as Excel, holds the target.
	throw fault('EBUSY');
}

/** Renames a file to a name that no file has. A rename alone would replace one that was created in the meantime. */
async function create(disk: Disk, temporary: string, target: string): Promise<void> {
	try {
		await disk.link(temporary, target);
	} catch (error) {
		// Some file systems have no second name for a file.
		if (codeOf(error) === 'EEXIST' || (await orUndefined(disk.lstat(target)))) throw fault('EEXIST');
		return replace(disk, temporary, target);
	}
	await orFalse(disk.unlink(temporary));
}

/** Removes the temporary files that killed processes left in a folder: they hold rows of students. */
async function removeLeftBehind(disk: Disk, folder: string): Promise<void> {
	for (const name of (await orUndefined(disk.readdir(folder))) ?? []) {
		if (!TEMPORARY.test(name)) continue;
		const path = join(folder, name);
		const stats = await orUndefined(disk.lstat(path));
		if (stats?.isFile() && stats.mtimeMs < Date.now() - LEFT_BEHIND) await orFalse(disk.unlink(path));
	}
}

function fault(code: string): Error {
	return Object.assign(new Error(code), { code });
}

function codeOf(error: unknown): string {
	return String((error as { readonly code?: unknown }).code);
}

/** For calls whose failure means no more than "no". */
async function orFalse(call: Promise<void>): Promise<boolean> {
	try {
		await call;
		return true;
	} catch {
		return false;
	}
}

async function orUndefined<T>(call: Promise<T>): Promise<T | undefined> {
	try {
		return await call;
	} catch {
		return undefined;
	}
}
