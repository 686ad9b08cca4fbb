import { type TextDocument, Uri, workspace } from 'vscode';

/** The document of a file that is open; undefined where it is not. */
export function openDocument(uri: Uri): TextDocument | undefined {
	return workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}

/** Whether a file is open, or lies where it can be read. */
export async function isThere(uri: Uri): Promise<boolean> {
	if (openDocument(uri)) return true;
	try {
		await workspace.fs.stat(uri);
		return true;
	} catch {
		return false;
	}
}

/** What the two files of a district share, as a text to compare; a document that was never saved stands alone. */
export function folderUri(uri: Uri): string {
	return (uri.scheme === 'untitled' ? uri : Uri.joinPath(uri, '..')).toString();
}
