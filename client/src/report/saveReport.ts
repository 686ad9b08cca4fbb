import { Uri, window, workspace } from 'vscode';
import { baseName } from '../files/fileKinds';

/** Writes the report where the person wants it; the dialog asks before it overwrites a file. */
export async function saveReport(html: string, folder: Uri): Promise<void> {
	const uri = await window.showSaveDialog({
		defaultUri: folder.scheme === 'untitled' ? undefined : Uri.joinPath(folder, 'coverage-report.html'),
		filters: { 'Web page': ['html'] },
		title: 'Save the coverage report',
		saveLabel: 'Save the report',
	});
	if (!uri) return;
	await workspace.fs.writeFile(uri, new TextEncoder().encode(html));
	// VS Code shows no more than one line of it.
	void window.showInformationMessage(`${baseName(uri.path)} is saved; counts of 1 to 9 are hidden.`);
}
