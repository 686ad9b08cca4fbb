import { commands, Uri, workspace } from 'vscode';
import { settingsSection } from '../../../server/src/protocol';
import { settingsForCheck } from '../disk/settingsForCheck';
import { currentView, isUnsaved, noFileError } from '../files/currentView';
import { openDocument } from '../files/documents';
import { baseName } from '../files/fileKinds';
import { countsLine } from '../status/readiness';
import { showInformation } from '../ui/messages';
import { withProgress } from '../ui/withProgress';
import type { Command } from './command';

const SHOW_PROBLEMS = 'Show Problems';

/** Checks a file as it is saved on the disk, whatever its size. */
export const checkOnDisk: Command = async ({ diskCheck, diskResults }, argument) => {
	const uri = argument instanceof Uri ? argument : currentView()?.uri;
	if (!uri) throw noFileError();
	const name = baseName(uri.path);
	if (!diskCheck) {
		throw new Error(
			`VS Code in a browser cannot check ${name} on disk. Use VS Code on a computer, or the command line.`,
		);
	}
	if (uri.scheme !== 'file') throw new Error(`${name} is not on this computer's disk. Save a copy first.`);
	const settings = settingsForCheck(workspace.getConfiguration(settingsSection, uri));
	const output = await withProgress(`Checking ${name} on disk`, ({ token, onPercentage }) =>
		diskCheck({
			path: uri.fsPath,
			settings,
			onProgress: (done) => onPercentage(Math.floor(done * 100)),
			token,
		}),
	);
	const [file] = output?.files ?? [];
	if (!output || !file) return;
	const document = openDocument(uri);
	const { status } = diskResults.keep(uri, file, output);
	const unsaved = document?.isDirty || isUnsaved(uri) ? ' Unsaved changes were not checked.' : '';
	const message = `${name} on disk: ${countsLine(status)}${unsaved}`;
	const hasProblems = Object.values(status.counts).some((count) => count > 0);
	// Not awaited: the command is done, whether or not the message is closed.
	void showInformation(message, ...(hasProblems ? [SHOW_PROBLEMS] : [])).then((picked) => {
		if (picked) void commands.executeCommand('workbench.actions.view.problems');
	});
};
