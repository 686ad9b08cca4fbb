import { commands, window } from 'vscode';
import { studentFileKinds } from '../../../server/src/protocol';
import { currentView, noFileError } from '../files/currentView';
import { openStudentFiles } from '../files/documents';
import { folderSummary } from '../status/folderSummary';
import { withProgress } from '../ui/withProgress';
import type { Command } from './command';

const SHOW_PROBLEMS = 'Show Problems';
const SHOW_REPORT = 'Show Coverage Report';

/** Says whether the two files of a folder are ready: that of the active editor, else of a file that is open. */
export const showFolderState: Command = async ({ server }) => {
	const view = currentView();
	const isInView = view?.as === 'text' && view.kind.role;
	const uri = isInView ? view.uri : openStudentFiles()[0]?.uri;
	if (!uri) throw noFileError(studentFileKinds);
	const state = await withProgress('Counting students', ({ token }) =>
		server.folderState(uri.toString(), token),
	);
	if (!state) return;
	const picked = await window.showInformationMessage(folderSummary(state), SHOW_PROBLEMS, SHOW_REPORT);
	if (picked === SHOW_PROBLEMS) await commands.executeCommand('workbench.actions.view.problems');
	if (picked === SHOW_REPORT) await commands.executeCommand('cleverDemographics.showReport', uri);
};
