import { type Uri, window, workspace } from 'vscode';

/** Shows a file as UTF-8, also where its editor had another encoding. */
export async function showAsUtf8(uri: Uri): Promise<void> {
	const document = await workspace.openTextDocument(uri, { encoding: 'utf8' });
	await window.showTextDocument(document, { preview: false });
}
