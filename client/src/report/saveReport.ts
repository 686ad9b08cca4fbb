import { Uri, window, workspace } from 'vscode';
import { baseName } from '../files/fileKinds';
import { showInformation } from '../ui/messages';

/** Saves the report where the person chooses; the dialog asks before it overwrites a file. */
export async function saveReport(html: string, folder: Uri): Promise<void> {
	const uri = await window.showSaveDialog({
		defaultUri: folder.scheme === 'untitled' ? undefined : Uri.joinPath(folder, 'coverage-report.html'),
		filters: { 'Web Page': ['html'] },
		title: 'Save the Coverage Report',
		saveLabel: 'Save Report',
	});
	if (!uri) return;
	await workspace.fs.writeFile(uri, new TextEncoder().encode(html));
	// VS Code shortens a message without buttons to one line.
	void showInformation(`${baseName(uri.path)} is saved. Counts of 1 to 9 are hidden.`);
}
