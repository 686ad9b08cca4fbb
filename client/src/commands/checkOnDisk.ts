import { commands, ProgressLocation, Uri, window, workspace } from 'vscode';
import { fileKinds, settingsSection } from '../../../server/src/protocol';
import { settingsForCheck } from '../disk/settingsForCheck';
import { currentView, isUnsaved } from '../files/currentView';
import { openDocument } from '../files/documents';
import { baseName } from '../files/fileKinds';
import { countsLine } from '../status/readiness';
import type { Command } from './command';

/** Checks a file where it lies on the disk, which also works above the size up to which VS Code hands files out. */
export const checkOnDisk: Command = async ({ diskCheck, diskResults }, argument) => {
	const uri = argument instanceof Uri ? argument : currentView()?.uri;
	if (!uri) throw new Error(`Open ${fileKinds.map(({ fileName }) => fileName).join(' or ')} first.`);
	const name = baseName(uri.path);
	if (!diskCheck) {
		throw new Error(
			`VS Code in the browser cannot check ${name} on the disk. Use VS Code on a computer, or the command line.`,
		);
	}
	if (uri.scheme !== 'file')
		throw new Error(`${name} does not lie on this computer's disk. Save a copy first.`);
	const settings = settingsForCheck(workspace.getConfiguration(settingsSection, uri));
	const options = {
		location: ProgressLocation.Notification,
		title: `Checking ${name} on disk`,
		cancellable: true,
	};
	const before = await lastChange(uri);
	const output = await window.withProgress(options, (progress, token) => {
		let shown = 0;
		return diskCheck({
			path: uri.fsPath,
			settings,
			onProgress: (done) => {
				const percent = Math.floor(done * 100);
				progress.report({ increment: percent - shown, message: `${percent}%` });
				shown = percent;
			},
			token,
		});
	});
	const [file] = output?.files ?? [];
	if (!output || !file) return;
	// A check takes seconds, and so does the export that is still writing the file.
	if ((await lastChange(uri)) !== before)
		throw new Error(`${name} was changed while it was being checked. Check it again.`);
	const document = openDocument(uri);
	const { status } = diskResults.keep(uri, file, output.summary, document === undefined);
	const unsaved = document?.isDirty || isUnsaved(uri) ? ' Changes that are not saved were not checked.' : '';
	const message = `${name} on disk: ${countsLine(status)}${unsaved}`;
	// Not waited for: the command is done, whether or not somebody closes the message.
	const hasProblems = Object.values(status.counts).some((found) => found > 0);
	void window.showInformationMessage(message, ...(hasProblems ? ['Show problems'] : [])).then((picked) => {
		if (picked) void commands.executeCommand('workbench.actions.view.problems');
	});
};

/** Undefined where the file is not there, which the check says better. */
async function lastChange(uri: Uri): Promise<number | undefined> {
	try {
		return (await workspace.fs.stat(uri)).mtime;
	} catch {
		return undefined;
	}
}
