import { Uri } from 'vscode';
import type { MadeFile } from '../../../../server/src/protocol';
import { confirmOverwrite, writeFile } from '../../ui/writeFile';

/** Writes files into a folder, asking before one is overwritten; returns those that were written. */
export async function writeFiles(
	folder: Uri,
	exported: Uri,
	files: readonly MadeFile[],
): Promise<readonly MadeFile[]> {
	const targets = files.map((file) => ({ file, uri: Uri.joinPath(folder, file.fileName) }));
	// All are asked for first: an answer should not have to wait until a file is written.
	const agreed: typeof targets = [];
	for (const target of targets) {
		const isExport = target.uri.toString() === exported.toString();
		const loss = `${isExport ? 'It is the export that was read. ' : ''}Its rows would be replaced by those of the import.`;
		if (await confirmOverwrite(target.uri, loss)) agreed.push(target);
	}
	for (const { file, uri } of agreed) await writeFile(uri, file.text);
	return agreed.map(({ file }) => file);
}
