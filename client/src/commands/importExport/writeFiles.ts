import { Uri } from 'vscode';
import type { MadeFile } from '../../../../server/src/protocol';
import { confirmOverwrite } from '../../ui/confirmOverwrite';
import type { FileWriter, NewFile } from '../../ui/fileWriter';

/** Writes files into a folder; asks before it overwrites one. Returns those that were written. */
export async function writeFiles(
	writer: FileWriter,
	folder: Uri,
	exported: Uri,
	files: readonly MadeFile[],
): Promise<readonly MadeFile[]> {
	const targets = files.map((file) => ({ file, uri: Uri.joinPath(folder, file.fileName) }));
	// All questions come first: no question should wait for a file to be written.
	const confirmed: (MadeFile & NewFile)[] = [];
	for (const target of targets) {
		const isExport = target.uri.toString() === exported.toString();
		const loss = `${isExport ? 'It is the export itself. ' : ''}Its rows will be replaced by those of the import.`;
		const answer = await confirmOverwrite(target.uri, loss);
		if (answer) confirmed.push({ ...target.file, ...answer });
	}
	await writer.writeAndShow(...confirmed);
	return confirmed;
}
