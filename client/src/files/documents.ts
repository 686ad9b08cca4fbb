import { type TextDocument, Uri, workspace } from 'vscode';
import { assertFile, bytesOf } from './bytesOf';
import { baseName, kindOf } from './fileKinds';

/** The open document of a file; undefined if the file is not open. */
export function openDocument(uri: Uri): TextDocument | undefined {
	return workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}

/** The documents of our kinds that are open, with or without a tab. */
export function openFiles(): readonly TextDocument[] {
	return workspace.textDocuments.filter(kindOf);
}

/** Those of `openFiles` that are about students. */
export function openStudentFiles(): readonly TextDocument[] {
	return openFiles().filter((document) => kindOf(document)?.role);
}

/** Opens a file as text, so that the server gets it too. Throws, in words for the person, where VS Code cannot. */
export async function openText(uri: Uri): Promise<TextDocument> {
	const open = openDocument(uri);
	if (open) return open;
	await assertFile(uri);
	try {
		return await workspace.openTextDocument(uri);
	} catch {
		throw new Error(
			`${baseName(uri.path)} cannot be opened. It is not text, or it is larger than 50 MB, the limit for VS Code extensions.`,
		);
	}
}

/** The text of a file: from its editor, saved or not, else from the disk. Throws, in words for the person, where it cannot be read. */
export async function readText(uri: Uri): Promise<string> {
	const document = openDocument(uri);
	if (document) return document.getText();
	const bytes = await bytesOf(uri);
	try {
		return await workspace.decode(bytes, { uri });
	} catch {
		throw new Error(`${baseName(uri.path)} is not text.`);
	}
}

/** Whether a file is open or can be found where its URI points. */
export async function exists(uri: Uri): Promise<boolean> {
	return openDocument(uri) !== undefined || (await isSaved(uri));
}

/** Whether something is where a URI points. */
export async function isSaved(uri: Uri): Promise<boolean> {
	try {
		await workspace.fs.stat(uri);
		return true;
	} catch {
		return false;
	}
}

/** A key that the two files of one folder share; a document that was never saved has one of its own. */
export function folderKey(uri: Uri): string {
	return (uri.scheme === 'untitled' ? uri : Uri.joinPath(uri, '..')).toString();
}

/** For people: the folder of a file from the workspace's folder on; the name of that where it is the same. */
export function folderName(uri: Uri): string {
	const folder = Uri.joinPath(uri, '..');
	return workspace.getWorkspaceFolder(folder)?.uri.path === folder.path
		? baseName(folder.path)
		: workspace.asRelativePath(folder, false);
}
