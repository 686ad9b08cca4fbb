import { Uri, window, workspace } from 'vscode';
import { bytesOf } from '../../files/bytesOf';
import { openDocument } from '../../files/documents';

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
	return bytesOf(uri, 'Export only the student ID and the columns of the categories.');
}

/** The folder for the new files: that of the export if it is in the workspace or there is none, else the workspace. */
export function folderFor(uri: Uri): Uri {
	const isInside = workspace.getWorkspaceFolder(uri) !== undefined;
	const [first] = workspace.workspaceFolders ?? [];
	return isInside || !first ? Uri.joinPath(uri, '..') : first.uri;
}
