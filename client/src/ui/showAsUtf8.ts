import { type Uri, workspace } from 'vscode';
import { showFile } from './showFile';

/** Shows a file as UTF-8, also where its editor had another encoding. */
export async function showAsUtf8(uri: Uri): Promise<void> {
	await workspace.openTextDocument(uri, { encoding: 'utf8' });
	await showFile(uri);
}
