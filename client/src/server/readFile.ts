import { Uri, workspace } from 'vscode';
import type { ReadFileAnswer, ReadFileParams } from '../../../server/src/protocol';
import { readWhole } from '../files/readWhole';

/** Reads a file for a server that cannot read it itself; null if there is none. `most` is in bytes. */
export async function readFile({ uri, most }: ReadFileParams): Promise<ReadFileAnswer> {
	const file = Uri.parse(uri);
	const bytes = await readWhole(workspace.fs, file, most);
	if (bytes === 'missing') return null;
	if (typeof bytes === 'string') return { problem: bytes === 'too large' ? bytes : 'unreadable' };
	try {
		return { text: await workspace.decode(bytes, { uri: file }) };
	} catch {
		return { problem: 'unreadable' };
	}
}
