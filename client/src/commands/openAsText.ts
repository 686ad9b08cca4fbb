import { commands } from 'vscode';
import { currentView } from '../files/currentView';
import { activeTable, requireTable } from '../grid/openTables';
import { showAsText } from '../grid/showTable';
import type { Command } from './command';

/** Shows the file of the active table in the text editor, at the same cell. */
export const openAsText: Command = async ({ server }) => {
	// Above 50 MB there is no table, but VS Code's *Open With…* leaves a tab of one.
	if (!activeTable() && currentView()?.as === 'too large') {
		await commands.executeCommand('reopenActiveEditorWith', 'default');
		return;
	}
	const { document, place } = requireTable();
	await showAsText(server, document.uri, place);
};
