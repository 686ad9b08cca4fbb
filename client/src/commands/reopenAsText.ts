import { commands, window } from 'vscode';
import { currentView } from '../files/currentView';
import { namesOf } from '../files/fileKinds';
import type { Command } from './command';
import { openAsText } from './openAsText';

/** Shows the active file in the text editor, where problems can be marked, and closes the custom editor. */
export const reopenAsText: Command = async (context) => {
	const view = currentView();
	if (view?.as === 'table') return openAsText(context);
	if (view?.as !== 'custom')
		throw new Error(`Switch to an editor of another extension that shows ${namesOf()}.`);
	const tab = window.tabGroups.activeTabGroup.activeTab;
	await commands.executeCommand('vscode.openWith', view.uri, 'default');
	if (tab) await window.tabGroups.close(tab, true);
};
