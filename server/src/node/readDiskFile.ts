import { constants } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import type { FileText } from '../lsp/fileAccess';
import { LARGEST_FILE } from '../protocol';

/** Opening a pipe that has taken the place of a file must not wait for its other end. Windows has no such flag. */
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
/** Bytes that are read at once. */
const PART = 4 * 1024 * 1024;
/** Milliseconds after which a file that still gives bytes is given up. */
const MAX_READ_MS = 60_000;

/**
 * The text of a regular file, of a link that of the file it leads to; undefined if there is none. Never rejects.
 *
 * A file that changes while it is read has no text: a part of its rows would pass for all. It is to be read again after
 * the change.
 */
export async function readDiskFile(path: string): Promise<FileText | undefined> {
	try {
		// To open a device may do something, so that it is looked at before.
		if (!(await stat(path)).isFile()) return { problem: 'unreadable' };
		const file = await open(path, OPEN_FLAGS);
		try {
			return await textOf(file);
		} finally {
			await file.close();
		}
	} catch (error) {
		return isMissing(error) ? undefined : { problem: 'unreadable' };
	}
}

async function textOf(file: FileHandle): Promise<FileText> {
	const before = await file.stat({ bigint: true });
	if (!before.isFile()) return { problem: 'unreadable' };
	if (before.size > LARGEST_FILE) return { problem: 'too large' };
	// One byte more shows a file that grows, and a file of the system that calls itself empty.
	const bytes = new Uint8Array(Number(before.size) + 1);
	const until = performance.now() + MAX_READ_MS;
	let length = 0;
	for (let read = 1; read > 0 && length < bytes.length; length += read) {
		if (performance.now() > until) return { problem: 'unreadable' };
		read = (await file.read(bytes, length, Math.min(PART, bytes.length - length), length)).bytesRead;
	}
	const after = await file.stat({ bigint: true });
	const isSame = after.size === before.size && after.mtimeNs === before.mtimeNs;
	if (!isSame || length !== bytes.length - 1) return { problem: 'unreadable' };
	return {
		text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, length)),
		modified: Number(before.mtimeMs),
	};
}

/** Whether an error says that a file or its folder is not there. */
export function isMissing(error: unknown): boolean {
	const { code } = error as NodeJS.ErrnoException;
	return code === 'ENOENT' || code === 'ENOTDIR';
}
