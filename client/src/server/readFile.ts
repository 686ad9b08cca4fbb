import { FileSystemError, Uri, workspace } from 'vscode';
import type { ReadFileAnswer, ReadFileParams } from '../../../server/src/protocol';

/** Reads a file for a server that cannot read it itself; null if there is none. `most` is in bytes. */
export async function readFile({ uri, most }: ReadFileParams): Promise<ReadFileAnswer> {
	const file = Uri.parse(uri);
	try {
		if ((await workspace.fs.stat(file)).size > most) return { problem: 'too large' };
		return { text: await workspace.decode(await workspace.fs.readFile(file), { uri: file }) };
	} catch (error) {
		return error instanceof FileSystemError && error.code === 'FileNotFound'
			? null
			: { problem: 'unreadable' };
	}
}
