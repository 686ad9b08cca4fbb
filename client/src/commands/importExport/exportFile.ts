import { Uri, window, workspace } from 'vscode';
import { openDocument } from '../../files/documents';
import { baseName } from '../../files/fileKinds';

/** In bytes. A process cannot hold a larger export as text and as JSON at once. */
const MAX_BYTES = 200 * 1024 * 1024;

/** Asks for the export; undefined if nothing is picked. */
export async function chooseExport(): Promise<Uri | undefined> {
	const chosen = await window.showOpenDialog({
		title: 'Choose the Export of Your SIS',
		openLabel: 'Import',
		filters: { 'CSV, TSV or Text': ['csv', 'tsv', 'tab', 'txt'], 'All Files': ['*'] },
	});
	return chosen?.[0];
}

/** The bytes of a file on the disk; where it has unsaved changes, those of the text in its editor. Throws, in words for the person, where it cannot be read. */
export async function readBytes(uri: Uri): Promise<Uint8Array> {
	const open = openDocument(uri);
	if (open?.isDirty) return new TextEncoder().encode(open.getText());
	let bytes: Uint8Array;
	try {
		bytes = await workspace.fs.readFile(uri);
	} catch {
		throw new Error(`${baseName(uri.path)} cannot be read.`);
	}
	if (bytes.length > MAX_BYTES) {
		throw new Error(
			`${baseName(uri.path)} is larger than 200 MB. Export only the student ID and the columns of the categories.`,
		);
	}
	return bytes;
}

/** The folder for the new files: that of the export if it is in the workspace or there is none, else the workspace. */
export function folderFor(uri: Uri): Uri {
	const isInside = workspace.getWorkspaceFolder(uri) !== undefined;
	const [first] = workspace.workspaceFolders ?? [];
	return isInside || !first ? Uri.joinPath(uri, '..') : first.uri;
}
