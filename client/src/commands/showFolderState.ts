import { commands, window } from 'vscode';
import { openText } from '../files/documents';
import { folderSummary } from '../status/folderSummary';
import { chooseStudentFile } from '../ui/chooseFile';
import { withProgress } from '../ui/withProgress';
import type { Command } from './command';

const SHOW_PROBLEMS = 'Show Problems';
const SHOW_REPORT = 'Show Coverage Report';

/** Says whether the two files of a folder are ready: that of the active editor, else of a file that is open or was found. */
export const showFolderState: Command = async ({ server, finder }) => {
	const uri = await chooseStudentFile(finder);
	if (!uri) return;
	// One that was found is not open, and one in a custom editor is not open as text: the server could not see it.
	await openText(uri);
	const state = await withProgress('Counting students', ({ token }) =>
		server.folderState(uri.toString(), token),
	);
	if (!state) return;
	const picked = await window.showInformationMessage(folderSummary(state), SHOW_PROBLEMS, SHOW_REPORT);
	if (picked === SHOW_PROBLEMS) await commands.executeCommand('workbench.actions.view.problems');
	if (picked === SHOW_REPORT) await commands.executeCommand('cleverDemographics.showReport', uri);
};
