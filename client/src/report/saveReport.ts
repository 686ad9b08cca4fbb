import { Uri, window } from 'vscode';
import { baseName } from '../files/fileKinds';
import type { FileWriter } from '../ui/fileWriter';
import { showInformation } from '../ui/messages';
import { askText } from '../ui/quickPick';

/** Asks for the district's name as the saved report shall have it, empty for none; undefined if the person cancels. */
export async function askDistrict(folderName: string): Promise<string | undefined> {
	const prompt = "The district's name. It is in the heading of the page. Leave it empty to show none.";
	const name = await askText('Save the Coverage Report', prompt, () => undefined, folderName);
	return name?.trim();
}

/** Saves the report where the person chooses; the dialog asks before it overwrites a file. */
export async function saveReport(writer: FileWriter, html: string, folder: Uri): Promise<void> {
	const uri = await window.showSaveDialog({
		defaultUri: folder.scheme === 'untitled' ? undefined : Uri.joinPath(folder, 'coverage-report.html'),
		filters: { 'Web Page': ['html'] },
		title: 'Save the Coverage Report',
		saveLabel: 'Save Report',
	});
	if (!uri) return;
	await writer.write({ uri, text: html, mayReplace: true });
	// VS Code shortens a message without buttons to one line.
	void showInformation(`${baseName(uri.path)} is saved. It shows ranges instead of counts.`);
}
