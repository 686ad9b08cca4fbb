import { requireStudentFile, uriFromArgument } from '../files/currentView';
import { openText } from '../files/documents';
import { openReportPanel } from '../report/panel';
import type { Command } from './command';

/** Shows how complete the files of a folder are. */
export const showReport: Command = async ({ server, context }, argument) => {
	const uri = uriFromArgument(argument) ?? requireStudentFile();
	// The Explorer and a custom editor pass files that are not open as text, which the server could not see.
	await openText(uri);
	openReportPanel(uri, server, context.extensionUri);
};
