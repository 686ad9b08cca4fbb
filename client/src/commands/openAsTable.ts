import { commands, type Uri, workspace } from 'vscode';
import { LARGEST_FILE, tableViewType } from '../../../server/src/protocol';
import { currentView, noFileError, uriFromArgument } from '../files/currentView';
import { openDocument } from '../files/documents';
import { baseName } from '../files/fileKinds';
import { showInformation } from '../ui/messages';
import type { Command } from './command';

const CHECK_ON_DISK = 'Check This File on Disk';

/** Shows the file that a button passes, or that in the active editor, as a table at the same cell. */
export const openAsTable: Command = async (_, argument) => {
	const view = currentView();
	const uri = uriFromArgument(argument) ?? view?.uri;
	if (!uri) throw noFileError();
	if (await isTooLarge(uri)) {
		const message = `${baseName(uri.path)} cannot be shown as a table: it is larger than 50 MB, the limit for VS Code extensions.`;
		if ((await showInformation(message, CHECK_ON_DISK)) === CHECK_ON_DISK)
			await commands.executeCommand('cleverDemographics.checkOnDisk', uri);
		return;
	}
	const isActive = view?.uri.toString() === uri.toString();
	if (isActive) await commands.executeCommand('reopenActiveEditorWith', tableViewType);
	else await commands.executeCommand('vscode.openWith', uri, tableViewType);
};

/** Whether VS Code gives extensions no document of a file. Its editor would say so only once it has failed. */
async function isTooLarge(uri: Uri): Promise<boolean> {
	if (openDocument(uri) || uri.scheme === 'untitled') return false;
	return (await workspace.fs.stat(uri)).size > LARGEST_FILE;
}
