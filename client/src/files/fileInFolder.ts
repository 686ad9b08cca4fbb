import { Uri, workspace } from 'vscode';
import { openFiles } from './documents';
import { anyCase } from './fileGlob';
import { kindOf } from './fileKinds';

/** The file of a kind in a folder, whatever its name: an open one that is checked as it, else one on the disk. */
export async function fileInFolder(folder: Uri, fileName: string): Promise<Uri> {
	const isInFolder = (uri: Uri): boolean => Uri.joinPath(uri, '..').toString() === folder.toString();
	const open = openFiles().find(
		(document) => isInFolder(document.uri) && kindOf(document)?.fileName === fileName,
	);
	if (open) return open.uri;
	const found = await workspace.findFiles(anyCase(fileName), '**/node_modules/**');
	return found.find(isInFolder) ?? Uri.joinPath(folder, fileName);
}
