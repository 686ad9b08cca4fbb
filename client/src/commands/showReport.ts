import { uriFromArgument } from '../files/currentView';
import { openText } from '../files/documents';
import { openReportPanel } from '../report/panel';
import { chooseStudentFile } from '../ui/chooseFile';
import type { Command } from './command';

/** Shows how complete the files of a folder are. */
export const showReport: Command = async ({ server, context, finder, writer }, argument) => {
	const uri = uriFromArgument(argument) ?? (await chooseStudentFile(finder));
	if (!uri) return;
	// The Explorer and a custom editor pass files that are not open as text, which the server could not see.
	await openText(uri);
	openReportPanel(uri, server, writer, context.extensionUri);
};
