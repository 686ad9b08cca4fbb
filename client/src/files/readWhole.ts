import type { FileStat, FileSystem, Uri } from 'vscode';
import { inTime } from '../../../server/src/work/inTime';

/** Milliseconds that a file system has to answer what is at a URI, and to give all of it. */
const ANSWER_MS = 10_000;
const READ_MS = 60_000;
/** VS Code's `FileType.File`. A link that leads to a file has it too, a pipe or a device does not. */
const FILE: number = 1;

/** Why the bytes of a file are not there. */
export type ReadProblem = 'missing' | 'not a file' | 'too large' | 'no answer' | 'unreadable';

/** How long to wait, in milliseconds. */
export interface ReadPatience {
	readonly answer: number;
	readonly read: number;
}

/** What is at a URI, if that is a file. A file system that never answers counts as one that has failed. Never rejects. */
export async function fileAt(
	fs: Pick<FileSystem, 'stat'>,
	uri: Uri,
	ms = ANSWER_MS,
): Promise<FileStat | ReadProblem> {
	const stat = await inTime(Promise.resolve(fs.stat(uri)).catch(problemOf), ms, () => 'no answer' as const);
	return typeof stat === 'string' || (stat.type & FILE) !== 0 ? stat : 'not a file';
}

/**
 * The bytes of a file with at most `most` of them. Of a file system of an extension, which may say one thing and do
 * another, what it gives is measured again. Never rejects.
 */
export async function readWhole(
	fs: Pick<FileSystem, 'stat' | 'readFile'>,
	uri: Uri,
	most: number,
	patience: ReadPatience = { answer: ANSWER_MS, read: READ_MS },
): Promise<Uint8Array | ReadProblem> {
	const stat = await fileAt(fs, uri, patience.answer);
	if (typeof stat === 'string') return stat;
	if (stat.size > most) return 'too large';
	const reading = Promise.resolve(fs.readFile(uri)).catch(problemOf);
	const bytes = await inTime(reading, patience.read, () => 'no answer' as const);
	return typeof bytes !== 'string' && bytes.length > most ? 'too large' : bytes;
}

function problemOf(error: unknown): ReadProblem {
	return (error as { readonly code?: unknown })?.code === 'FileNotFound' ? 'missing' : 'unreadable';
}
