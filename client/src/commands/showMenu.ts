import { commands, env, UIKind, type Uri, window } from 'vscode';
import { formatNumber } from '../../../server/src/wording';
import { currentView, type View } from '../files/currentView';
import { baseName } from '../files/fileKinds';
import type { Command, CommandContext } from './command';

interface Item {
	readonly label: string;
	readonly run: () => Thenable<unknown>;
}

/** The menu of the status bar item: what can be done about the file in view. */
export const showMenu: Command = async (surroundings) => {
	const view = currentView();
	const title = view ? baseName(view.uri.path) : 'Clever Demographics';
	const picked = await window.showQuickPick(itemsFor(view, surroundings), { title });
	await picked?.run();
};

function itemsFor(view: View | undefined, { server, statuses }: CommandContext): Item[] {
	const items: Item[] = [];
	if (server.isDown) items.push(own('$(debug-restart) Restart the server', 'restartServer'));
	if (view?.as === 'custom') items.push(own('$(go-to-file) Reopen as text', 'reopenAsText'));
	if (view?.as === 'text' && !server.isDown) {
		const fixable = statuses.of(view.uri)?.fixable ?? 0;
		if (fixable > 0) items.push(own(`$(wand) Fix all (${formatNumber(fixable)})`, 'fixAll'));
		items.push(item('$(list-unordered) Show problems', 'workbench.actions.view.problems'));
		items.push(own('$(graph) Show coverage report', 'showReport'));
		items.push(own('$(checklist) How does the folder stand?', 'showState'));
		items.push(own('$(replace-all) Replace a value in this column…', 'replaceValue'));
		items.push(own('$(export) Export the list of problems…', 'exportProblems'));
		items.push(own('$(sync) Check again', 'checkAgain'));
	}
	if (view?.as === 'closed') {
		items.push(own('$(file-binary) Check this file on disk', 'checkOnDisk'));
		items.push(item('$(list-unordered) Show problems', 'workbench.actions.view.problems'));
	}
	if (view && view.uri.scheme !== 'untitled') {
		items.push({ label: '$(folder-opened) Reveal in folder', run: () => reveal(view.uri) });
	}
	items.push(own('$(book) Open the guide', 'openGuide'));
	return items;
}

/** On one's own computer the folder itself, ready for the upload; elsewhere the file in VS Code's list. */
function reveal(uri: Uri): Thenable<unknown> {
	const isLocal = uri.scheme === 'file' && env.uiKind === UIKind.Desktop && !env.remoteName;
	return commands.executeCommand(isLocal ? 'revealFileInOS' : 'revealInExplorer', uri);
}

function own(label: string, command: string): Item {
	return item(label, `cleverDemographics.${command}`);
}

function item(label: string, command: string): Item {
	return { label, run: () => commands.executeCommand(command) };
}
