import { type TextDocument, type Uri, workspace } from 'vscode';

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
