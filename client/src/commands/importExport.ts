import { commands, Uri, window } from 'vscode';
import { importViewType } from '../../../server/src/protocol';
import type { Command } from './command';

/** Opens an export of an SIS to import it: the file that a menu passes, else one that the person chooses. */
export const importExport: Command = async (_context, argument) => {
	const uri = argument instanceof Uri ? argument : await chooseExport();
	if (uri) await commands.executeCommand('vscode.openWith', uri, importViewType, { preview: false });
};

async function chooseExport(): Promise<Uri | undefined> {
	const chosen = await window.showOpenDialog({
		title: 'Choose the Export of Your SIS',
		openLabel: 'Import',
		filters: {
			'CSV, Excel or Text': ['csv', 'xlsx', 'tsv', 'tab', 'txt', 'text'],
			'All Files': ['*'],
		},
	});
	return chosen?.[0];
}
