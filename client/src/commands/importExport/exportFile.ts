import { Uri, window, workspace } from 'vscode';
import { openDocument } from '../../files/documents';
import { baseName } from '../../files/fileKinds';

/** In bytes. A larger one, as text and as JSON on its way, is more than a process can hold. */
const MAX_BYTES = 200 * 1024 * 1024;

export async function chooseExport(): Promise<Uri | undefined> {
	const chosen = await window.showOpenDialog({
		title: 'Choose the export of your student information system',
		openLabel: 'Import',
		filters: { 'CSV, TSV or text': ['csv', 'tsv', 'tab', 'txt'], 'All files': ['*'] },
	});
	return chosen?.[0];
}

/** The bytes as they lie on the disk; of a text with unsaved changes, what the editor shows. */
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
			`${baseName(uri.path)} is larger than 200 MB. Export fewer columns: an import needs those of the categories and the student's id.`,
		);
	}
	return bytes;
}

/** Where the new files go: beside the export if it lies in the workspace, else to the workspace, if there is one. */
export function folderFor(uri: Uri): Uri {
	const isInside = workspace.getWorkspaceFolder(uri) !== undefined;
	const [first] = workspace.workspaceFolders ?? [];
	return isInside || !first ? Uri.joinPath(uri, '..') : first.uri;
}
