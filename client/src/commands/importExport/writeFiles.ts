import { Uri } from 'vscode';
import type { MadeFile } from '../../../../server/src/protocol';
import { confirmOverwrite, writeFile } from '../../ui/writeFile';

/** Writes files into a folder; asks before it overwrites one. Returns those that were written. */
export async function writeFiles(
	folder: Uri,
	exported: Uri,
	files: readonly MadeFile[],
): Promise<readonly MadeFile[]> {
	const targets = files.map((file) => ({ file, uri: Uri.joinPath(folder, file.fileName) }));
	// All questions come first: no question should wait for a file to be written.
	const confirmed: typeof targets = [];
	for (const target of targets) {
		const isExport = target.uri.toString() === exported.toString();
		const loss = `${isExport ? 'It is the export itself. ' : ''}Its rows will be replaced by those of the import.`;
		if (await confirmOverwrite(target.uri, loss)) confirmed.push(target);
	}
	for (const { file, uri } of confirmed) await writeFile(uri, file.text);
	return confirmed.map(({ file }) => file);
}
