import { type Uri, workspace } from 'vscode';
import { baseName } from './fileKinds';
import { fileAt, type ReadProblem, readWhole } from './readWhole';

/** In bytes. A process cannot hold a larger file as text and as JSON at once. */
const MAX_BYTES = 200 * 1024 * 1024;

/**
 * The bytes of a file on the disk. Throws, in words for the person, where it cannot be read.
 *
 * @param instead what to do with a file that is larger than 200 MB, in a sentence.
 */
export async function bytesOf(uri: Uri, instead = ''): Promise<Uint8Array> {
	const bytes = await readWhole(workspace.fs, uri, MAX_BYTES);
	if (typeof bytes === 'string') throw problemError(uri, bytes, instead);
	return bytes;
}

/** Throws, in words for the person, for what is no file, and where nothing answers: to open that might never end. */
export async function assertFile(uri: Uri): Promise<void> {
	const stat = await fileAt(workspace.fs, uri);
	if (stat === 'not a file' || stat === 'no answer') throw problemError(uri, stat);
}

function problemError(uri: Uri, problem: ReadProblem, instead = ''): Error {
	const why = {
		missing: 'cannot be read. There is no such file.',
		'not a file': 'cannot be read. It is not a file.',
		'too large': `is larger than 200 MB. ${instead}`,
		'no answer': 'cannot be read. Its disk or network does not answer.',
		unreadable: 'cannot be read.',
	}[problem];
	return new Error(`${baseName(uri.path)} ${why.trim()}`);
}
