/** Finds the files that the command line names, and reads them. */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { tableByFileName, tables } from '../spec';

/** Something could not be checked; the message says what and why. */
export class CannotCheck extends Error {}

/** The files that a path means: itself, or of a folder the two directly in it, in whatever case. */
export function inputFiles(path: string): readonly string[] {
	return withReason(path, () => {
		if (!statSync(path).isDirectory()) return [path];
		const names = readdirSync(path).sort();
		const files = tables.flatMap((table) => names.filter((name) => tableByFileName(name) === table));
		if (files.length === 0) {
			const wanted = tables.map(({ fileName }) => fileName).join(' or ');
			throw new CannotCheck(`${path}: this folder has no ${wanted} directly in it`);
		}
		return files.map((name) => join(path, name));
	});
}

/** The bytes of a file. A pipe or a device is refused, as reading it might never end. */
export function readFileBytes(path: string): Buffer {
	return withReason(path, () => {
		const found = statSync(path);
		if (found.isDirectory()) throw new CannotCheck(`${path}: this is a folder, not a file`);
		if (!found.isFile()) throw new CannotCheck(`${path}: this is a pipe or a device, not a file`);
		return readFileSync(path);
	});
}

const reasons: Readonly<Record<string, string>> = {
	ENOENT: 'no such file or folder',
	ENOTDIR: 'no such file or folder',
	EACCES: 'not readable: permission denied',
	EPERM: 'not readable: permission denied',
	ELOOP: 'not readable: the link leads back to itself',
	ENAMETOOLONG: 'the name is too long',
	ERR_FS_FILE_TOO_LARGE: 'the file is too large',
	ERR_STRING_TOO_LONG: 'the file is too large',
	ERR_ENCODING_INVALID_ENCODED_DATA: 'the file is too large',
};

/** Runs what may fail at a file, and says why in words. */
export function withReason<T>(path: string, run: () => T): T {
	try {
		return run();
	} catch (error) {
		throw inWords(path, error);
	}
}

/** The same for what takes its time. */
export async function withReasonAsync<T>(path: string, run: () => Promise<T>): Promise<T> {
	try {
		return await run();
	} catch (error) {
		throw inWords(path, error);
	}
}

function inWords(path: string, error: unknown): unknown {
	const code = error instanceof CannotCheck ? undefined : (error as NodeJS.ErrnoException).code;
	return code === undefined
		? error
		: new CannotCheck(`${path}: ${reasons[code] ?? `not readable (${code})`}`);
}
