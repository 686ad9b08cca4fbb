import { type Memento, Uri, window } from 'vscode';
import {
	type CompareAnswer,
	type CompareParams,
	compareRequest,
	studentFileKinds,
} from '../../../server/src/protocol';
import { openComparisonPanel } from '../compare/comparisonPanel';
import { copyFolder } from '../compare/copyFolder';
import { earlierUploads, uploadIn } from '../compare/earlierUploads';
import { lastChoice, rememberChoice } from '../compare/lastChoice';
import { uploadItems } from '../compare/uploadItems';
import { uriFromArgument } from '../files/currentView';
import { isSaved, openText } from '../files/documents';
import { namesOf } from '../files/fileKinds';
import { placeForPeople } from '../import/exportFile';
import { chooseStudentFile } from '../ui/chooseFile';
import { pickOne } from '../ui/quickPick';
import { withProgress } from '../ui/withProgress';
import type { Command } from './command';

/** Compares the files of a folder, as they are in the editor, with those of the last upload, and shows what changed. */
export const compareWithLast: Command = async ({ server, context, finder }, argument) => {
	const uri = uriFromArgument(argument) ?? (await chooseStudentFile(finder));
	if (!uri) return;
	if (uri.scheme === 'untitled') throw new Error('Save the file first. Only saved files can be compared.');
	const folder = Uri.joinPath(uri, '..');
	const memory = context.workspaceState;
	const before = await chooseUpload(folder, memory);
	if (!before) return;
	// The server could not see a file that is not open as text.
	await openText(uri);
	const params: CompareParams = { uri: uri.toString(), before: before.map(String) };
	const answer = await withProgress('Comparing with the last upload', (listener) =>
		server.ask<CompareAnswer | null>(compareRequest, params, listener),
	);
	if (!answer) return;
	if ('problem' in answer) throw new Error(answer.problem);
	await rememberChoice(memory, folder, before);
	openComparisonPanel(folder, server, context.extensionUri);
};

/** The files to compare with; undefined if the person picks none. */
async function chooseUpload(folder: Uri, memory: Memento): Promise<readonly Uri[] | undefined> {
	const last = lastChoice(memory, folder);
	const [uploads, isLastThere] = await Promise.all([
		earlierUploads(folder, copyFolder(memory, folder)),
		Promise.all(last.map(isSaved)),
	]);
	const remembered = last.filter((_, index) => isLastThere[index]);
	const picked = await pickOne(uploadItems(uploads, remembered), {
		title: 'Compare with the Last Upload',
		placeHolder: 'Which files did you upload last?',
		matchOnDescription: true,
	});
	if (!picked) return undefined;
	if (picked.files) return picked.files;
	return picked.choose === 'folder' ? chooseFolder(folder) : chooseFiles(folder);
}

async function chooseFiles(folder: Uri): Promise<readonly Uri[] | undefined> {
	const chosen = await window.showOpenDialog({
		canSelectMany: true,
		defaultUri: folder,
		filters: { 'CSV Files': ['csv', 'txt'], 'All Files': ['*'] },
		title: 'Choose students.csv of the Last Upload, or Both Files',
		openLabel: 'Compare',
	});
	if (chosen && chosen.length > 2) {
		throw new Error('Choose at most two files: students.csv and students_ext.csv of the last upload.');
	}
	return chosen;
}

async function chooseFolder(folder: Uri): Promise<readonly Uri[] | undefined> {
	const [chosen] =
		(await window.showOpenDialog({
			canSelectFiles: false,
			canSelectFolders: true,
			defaultUri: Uri.joinPath(folder, '..'),
			title: 'Choose the Folder of the Last Upload',
			openLabel: 'Compare',
		})) ?? [];
	if (!chosen) return undefined;
	const upload = await uploadIn(chosen);
	if (!upload) {
		throw new Error(
			`${placeForPeople(chosen)} has no ${namesOf(studentFileKinds)}. Choose the files themselves with Choose a File…`,
		);
	}
	return upload.files;
}
