import { commands, type Memento, Uri, window, workspace } from 'vscode';
import { studentFileKinds } from '../../../server/src/protocol';
import { iconText, labelText } from '../../../server/src/safeText';
import { plural } from '../../../server/src/wording';
import { COPIES_FOLDER, copyFolder, rememberCopyFolder } from '../compare/copyFolder';
import { bytesOf } from '../files/bytesOf';
import { uriFromArgument } from '../files/currentView';
import { isSaved, openDocument } from '../files/documents';
import { fileInFolder } from '../files/fileInFolder';
import { baseName, namesOf } from '../files/fileKinds';
import { placeForPeople } from '../import/exportFile';
import { chooseStudentFile } from '../ui/chooseFile';
import type { FileWriter, NewBytes } from '../ui/fileWriter';
import { confirm, showInformation } from '../ui/messages';
import { pickOne } from '../ui/quickPick';
import { showFailure } from '../ui/showFailure';
import type { Command, CommandContext } from './command';

const CHANGE_FOLDER = 'Use Another Folder…';
const SHOW = 'Show in Explorer';

/**
 * Copies the two files of a folder, as they are saved, under names with today's date: next month's upload is compared
 * with them. The names are none that Clever takes, so that a copy is never uploaded or checked as a second district.
 */
export const saveDatedCopy: Command = async (parts, argument) => {
	const uri = uriFromArgument(argument) ?? (await chooseStudentFile(parts.finder));
	if (!uri) return;
	if (uri.scheme === 'untitled') throw new Error('Save the file first: a copy is made of saved files.');
	const folder = Uri.joinPath(uri, '..');
	const files = await savedFiles(folder);
	if (!files) return;
	const memory = parts.context.workspaceState;
	const copies = copyFolder(memory, folder) ?? (await askFolder(folder));
	if (copies) await copyInto(parts, folder, files, copies);
};

/** The files of a folder, saved; undefined if the person does not want to save one. */
async function savedFiles(folder: Uri): Promise<readonly Uri[] | undefined> {
	const all = await Promise.all(studentFileKinds.map(({ fileName }) => fileInFolder(folder, fileName)));
	const isThere = await Promise.all(all.map(isSaved));
	const files = all.filter((_, index) => isThere[index]);
	if (files.length === 0) throw new Error(`This folder has no ${namesOf(studentFileKinds)}.`);
	const dirty = files.flatMap((uri) => {
		const document = openDocument(uri);
		return document?.isDirty ? [document] : [];
	});
	if (dirty.length === 0) return files;
	const names = dirty.map(({ uri }) => baseName(uri.path)).join(' and ');
	if (!(await confirm(`Save ${names} first?`, 'A dated copy is made of what is saved.', 'Save and Copy'))) {
		return undefined;
	}
	for (const document of dirty) {
		if (!(await document.save())) throw new Error(`${baseName(document.uri.path)} could not be saved.`);
	}
	return files;
}

async function askFolder(folder: Uri): Promise<Uri | undefined> {
	const offered = Uri.joinPath(folder, COPIES_FOLDER);
	const items = [
		{
			label: iconText`$(folder) ${labelText(COPIES_FOLDER)}`,
			detail: labelText(placeForPeople(offered)),
			uri: offered,
		},
		{ label: iconText`$(folder-opened) Choose a Folder…`, detail: undefined, uri: undefined },
	];
	const picked = await pickOne(items, {
		title: 'Save a Dated Copy',
		placeHolder: 'Where should the copies go? They hold student data, as the originals do.',
	});
	return picked && (picked.uri ?? chooseFolder(folder));
}

async function chooseFolder(folder: Uri): Promise<Uri | undefined> {
	const [chosen] =
		(await window.showOpenDialog({
			canSelectFiles: false,
			canSelectFolders: true,
			defaultUri: folder,
			title: 'Choose a Folder for Dated Copies',
			openLabel: 'Save Copies Here',
		})) ?? [];
	return chosen;
}

async function copyInto(
	parts: Pick<CommandContext, 'context' | 'writer'>,
	folder: Uri,
	files: readonly Uri[],
	copies: Uri,
): Promise<void> {
	const memory: Memento = parts.context.workspaceState;
	const written = await writeCopies(parts.writer, files, copies);
	if (!written) return;
	await rememberCopyFolder(memory, folder, copies);
	const names = written.map(({ path }) => baseName(path)).join(' and ');
	const message = `Saved ${names} in ${placeForPeople(copies)}. Keep them safe: they hold student data.`;
	const offer = async (): Promise<void> => {
		const button = await showInformation(message, SHOW, CHANGE_FOLDER);
		if (button === SHOW) await commands.executeCommand('revealInExplorer', written[0]);
		if (button === CHANGE_FOLDER) await copyElsewhere(parts, folder, files, copies);
	};
	void offer().catch(showFailure);
}

/** Saves the copies in another folder, once the person knows that those of now stay where they are. */
async function copyElsewhere(
	parts: Pick<CommandContext, 'context' | 'writer'>,
	folder: Uri,
	files: readonly Uri[],
	copies: Uri,
): Promise<void> {
	const other = await chooseFolder(folder);
	if (!other) return;
	const detail = 'Delete them yourself if you do not need them there: they hold student data.';
	const question = `The copies in ${placeForPeople(copies)} stay there. Save others in ${placeForPeople(other)}?`;
	if (await confirm(question, detail, 'Save Copies')) await copyInto(parts, folder, files, other);
}

/** Writes the copies; undefined if the person does not want to replace those of the same day. */
async function writeCopies(
	writer: FileWriter,
	files: readonly Uri[],
	copies: Uri,
): Promise<readonly Uri[] | undefined> {
	const targets = files.map((uri) => ({
		uri,
		copy: Uri.joinPath(copies, datedName(baseName(uri.path), new Date())),
	}));
	const isThere = await Promise.all(targets.map(({ copy }) => isSaved(copy)));
	const there = targets.filter((_, index) => isThere[index]).map(({ copy }) => baseName(copy.path));
	if (there.length > 0) {
		const question = `${there.join(' and ')} already ${plural(there.length, 'exists', 'exist')}. Replace?`;
		if (!(await confirm(question, 'The copies of today are replaced.', 'Replace'))) return undefined;
	}
	const bytes = await Promise.all(
		targets.map(
			async ({ uri, copy }): Promise<NewBytes> => ({
				uri: copy,
				bytes: await bytesOf(uri, 'Copy it by hand.'),
				mayReplace: there.length > 0,
			}),
		),
	);
	await workspace.fs.createDirectory(copies);
	await writer.writeBytes(...bytes);
	return targets.map(({ copy }) => copy);
}

/** "students 2026-11-29.csv", for a day of this computer. */
function datedName(name: string, day: Date): string {
	const two = (number: number): string => String(number).padStart(2, '0');
	const date = `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
	return name.toLowerCase().replace(/(\.[^.]*)?$/, ` ${date}$1`);
}
