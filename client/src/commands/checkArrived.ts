import { Uri, window } from 'vscode';
import { openArrivedPanel } from '../compare/arrivedPanel';
import { readArrived } from '../compare/readArrived';
import { uriFromArgument } from '../files/currentView';
import { kindOfUri } from '../files/fileKinds';
import { chooseStudentFile } from '../ui/chooseFile';
import type { Command } from './command';

let lastArrival = 0;

/** Compares the files of a folder with a download of who received them, and shows what arrived. */
export const checkArrived: Command = async ({ server, context, finder }, argument) => {
	const file = uriFromArgument(argument) ?? (await chooseStudentFile(finder));
	if (!file) return;
	const download = await chooseDownload(file);
	if (!download) return;
	if (isOwn(file, download)) {
		throw new Error('This is one of your own files. Choose the file that you downloaded from mCLASS.');
	}
	const id = `arrived-${++lastArrival}`;
	const read = await readArrived(server, id, file, download, {});
	if (!read) return;
	const guide = `${context.extension.id}#getStarted`;
	openArrivedPanel({ id, file, download }, read, server, guide, context.extensionUri);
};

async function chooseDownload(file: Uri): Promise<Uri | undefined> {
	const chosen = await window.showOpenDialog({
		title: 'Choose the Data That You Downloaded from mCLASS',
		openLabel: 'Check',
		defaultUri: file.scheme === 'untitled' ? undefined : Uri.joinPath(file, '..'),
		filters: { 'CSV or Excel': ['csv', 'xlsx', 'tsv', 'txt'], 'All Files': ['*'] },
	});
	return chosen?.[0];
}

/** Whether a download is one of the two files of the folder. */
function isOwn(file: Uri, download: Uri): boolean {
	const folderOf = (uri: Uri): string => Uri.joinPath(uri, '..').toString();
	return folderOf(file) === folderOf(download) && kindOfUri(download)?.role !== undefined;
}
