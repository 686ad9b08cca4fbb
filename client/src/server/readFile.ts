import { FileSystemError, Uri, workspace } from 'vscode';
import type { ReadFileAnswer, ReadFileParams } from '../../../server/src/protocol';

/** A file as text, wherever it lies, for a server that cannot get at it. */
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
