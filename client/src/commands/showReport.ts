import { workspace } from 'vscode';
import { fileKinds } from '../../../server/src/protocol';
import { currentView, uriOf } from '../files/currentView';
import { baseName, kindOf } from '../files/fileKinds';
import { openReportPanel as show } from '../report/panel';
import type { Command } from './command';

/** Shows how complete the files of a folder are. */
export const showReport: Command = async ({ server, context }, argument) => {
	const uri =
		uriOf(argument) ??
		currentView()?.uri ??
		workspace.textDocuments.find((document) => kindOf(document))?.uri;
	if (!uri) throw new Error(`Open ${fileKinds.map(({ fileName }) => fileName).join(' or ')} first.`);
	try {
		// From the explorer, or in the editor of another extension, it need not be open as text.
		await workspace.openTextDocument(uri);
	} catch {
		throw new Error(
			`${baseName(uri.path)} cannot be opened as text, so there is no report on it. VS Code hands no file above 50 MB to an extension.`,
		);
	}
	show(uri, server, context.extensionUri);
};
