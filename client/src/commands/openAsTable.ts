import { commands, type Uri, window, workspace } from 'vscode';
import { LARGEST_FILE } from '../../../server/src/protocol';
import { assertFile } from '../files/bytesOf';
import { currentView, uriFromArgument } from '../files/currentView';
import { openDocument } from '../files/documents';
import { baseName } from '../files/fileKinds';
import { fileAt } from '../files/readWhole';
import { showAsTable } from '../grid/showTable';
import { chooseFile } from '../ui/chooseFile';
import { showInformation } from '../ui/messages';
import type { Command } from './command';

const CHECK_ON_DISK = 'Check This File on Disk';

/** Shows the file that a button passes, else that in the active editor or one that is picked, as a table at the same cell. */
export const openAsTable: Command = async ({ server, finder }, argument) => {
	const uri = uriFromArgument(argument) ?? currentView()?.uri ?? (await chooseFile(finder));
	if (!uri) return;
	if (await isTooLarge(uri)) {
		const message = `${baseName(uri.path)} cannot be a table: it is larger than 50 MB, the limit for VS Code extensions.`;
		if ((await showInformation(message, CHECK_ON_DISK)) === CHECK_ON_DISK)
			await commands.executeCommand('cleverDemographics.checkOnDisk', uri);
		return;
	}
	const editor = window.activeTextEditor;
	const cursor = editor?.document.uri.toString() === uri.toString() ? editor.selection.active : undefined;
	// Where a text has just been opened, nobody has chosen the header: the table begins in its first row.
	const isChosen = cursor && (cursor.line > 0 || cursor.character > 0);
	await showAsTable(uri, isChosen ? await server.cellAt(uri, cursor) : undefined);
};

/**
 * Whether VS Code gives extensions no document of a file: its table would stay empty, with an error of VS Code. Throws, in
 * words for the person, for what is no file.
 */
async function isTooLarge(uri: Uri): Promise<boolean> {
	if (openDocument(uri) || uri.scheme === 'untitled') return false;
	await assertFile(uri);
	const stat = await fileAt(workspace.fs, uri);
	return typeof stat !== 'string' && stat.size > LARGEST_FILE;
}
