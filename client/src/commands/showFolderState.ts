import { commands, ProgressLocation, window, workspace } from 'vscode';
import { fileKinds } from '../../../server/src/protocol';
import { currentView } from '../files/currentView';
import { kindOf } from '../files/fileKinds';
import { stateLines } from '../status/folderSummary';
import type { Command } from './command';

const PROBLEMS = 'Show problems';
const REPORT = 'Show coverage report';

/** Says how the folder of the file in view, or of one that is open, stands before an upload. */
export const showState: Command = async ({ server }) => {
	const view = currentView();
	const document =
		view?.as === 'text' ? view.document : workspace.textDocuments.find((open) => kindOf(open) !== undefined);
	if (!document) throw new Error(`Open ${fileKinds.map(({ fileName }) => fileName).join(' or ')} first.`);
	const options = { location: ProgressLocation.Notification, title: 'Counting', cancellable: true };
	const state = await window.withProgress(options, (_, token) =>
		server.folderState(document.uri.toString(), token),
	);
	if (!state) return;
	const picked = await window.showInformationMessage(stateLines(state), PROBLEMS, REPORT);
	if (picked === PROBLEMS) await commands.executeCommand('workbench.actions.view.problems');
	if (picked === REPORT) await commands.executeCommand('cleverDemographics.showReport', document.uri);
};
