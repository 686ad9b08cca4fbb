import { commands, window } from 'vscode';
import { fileKinds } from '../../../server/src/protocol';
import { currentView } from '../files/currentView';
import type { Command } from './command';

/** Shows the file in view in the text editor, where problems can be marked, and closes the other editor. */
export const reopenAsText: Command = async () => {
	const view = currentView();
	if (view?.as !== 'custom') {
		const names = fileKinds.map(({ fileName }) => fileName).join(' nor ');
		throw new Error(`Neither ${names} is open in another extension's editor.`);
	}
	const tab = window.tabGroups.activeTabGroup.activeTab;
	await commands.executeCommand('vscode.openWith', view.uri, 'default');
	if (tab) await window.tabGroups.close(tab, true);
};
