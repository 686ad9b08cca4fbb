import { commands } from 'vscode';
import { currentView } from '../files/currentView';
import type { Command } from './command';

/** Shows the file of the active table in the text editor, at the same cell. */
export const openAsText: Command = async () => {
	if (currentView()?.as !== 'table') throw new Error('Switch to a table first.');
	await commands.executeCommand('reopenActiveEditorWith', 'default');
};
