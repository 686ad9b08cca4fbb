import { type Uri, workspace } from 'vscode';
import { type FileKind, fileKinds, studentFileKinds } from '../../../server/src/protocol';
import { labelText } from '../../../server/src/safeText';
import {
	type CurrentFile,
	currentView,
	noFileError,
	requireOpenFile,
	uriFromArgument,
} from '../files/currentView';
import { folderKey, openDocument, openFiles, openText } from '../files/documents';
import { kindOf, kindOfUri } from '../files/fileKinds';
import { type OpenFilePair, pairWith } from '../files/filePair';
import type { FolderFinder } from '../files/folderFinder';
import { pickOne } from './quickPick';
import { showFile } from './showFile';

/**
 * The file that a command works on: the one that a lens or a menu passes, else the one in the active editor, else one
 * that is open or was found, which is shown; undefined if the person picks none. Throws, in words for the person, where
 * there is none.
 */
export async function chooseOpenFile(
	finder: FolderFinder,
	argument?: unknown,
): Promise<CurrentFile | undefined> {
	return passedFile(argument) ?? (currentView() ? requireOpenFile() : show(await chooseFile(finder)));
}

function passedFile(argument: unknown): CurrentFile | undefined {
	const passed = uriFromArgument(argument);
	const document = passed && openDocument(passed);
	const kind = document && kindOf(document);
	return kind && { uri: document.uri, kind, document };
}

/** A file that is open or was found; undefined if the person picks none. Throws, in words for them, where there is none. */
export function chooseFile(finder: FolderFinder): Promise<Uri | undefined> {
	return pick(filesOf(finder, fileKinds), fileKinds);
}

/**
 * The file on students whose folder a command works on: that in the active editor, else one that is open, else one that
 * was found. Undefined if the person picks none; throws, in words for the person, where there is none.
 */
export async function chooseStudentFile(finder: FolderFinder): Promise<Uri | undefined> {
	const view = currentView();
	if (view?.kind.role) return view.uri;
	const open = openFiles().find((document) => kindOf(document)?.role);
	return open?.uri ?? pickFolder(finder);
}

/** The roster and the extension file of the folder that `chooseOpenFile` gives; throws as that and `pairWith` do. */
export async function chooseFilePair(
	finder: FolderFinder,
	argument?: unknown,
): Promise<OpenFilePair | undefined> {
	const file =
		passedFile(argument) ?? (currentView() ? requireOpenFile() : await show(await pickFolder(finder)));
	return file && pairWith(file);
}

/** One file on students of each folder that has any; the person picks where there are more folders. */
function pickFolder(finder: FolderFinder): Promise<Uri | undefined> {
	const files = filesOf(finder, studentFileKinds);
	const first = files.filter(
		(uri, index) => files.findIndex((other) => folderKey(other) === folderKey(uri)) === index,
	);
	return pick(first, studentFileKinds);
}

/** The files of some kinds that are open or were found. */
function filesOf(finder: FolderFinder, kinds: readonly FileKind[]): readonly Uri[] {
	const isWanted = (kind: FileKind | undefined): boolean => kind !== undefined && kinds.includes(kind);
	const open = openFiles().filter((document) => isWanted(kindOf(document)));
	const found = finder.files.filter((uri) => isWanted(kindOfUri(uri)));
	return [...new Map([...open.map(({ uri }) => uri), ...found].map((uri) => [uri.toString(), uri])).values()];
}

/** The only file, or the one that the person picks. */
async function pick(uris: readonly Uri[], kinds: readonly FileKind[]): Promise<Uri | undefined> {
	if (uris.length === 0) throw noFileError(kinds);
	if (uris.length === 1) return uris[0];
	const items = uris.map((uri) => ({ label: labelText(workspace.asRelativePath(uri, true)), uri }));
	return (await pickOne(items, { placeHolder: 'Choose a file' }))?.uri;
}

async function show(uri: Uri | undefined): Promise<CurrentFile | undefined> {
	if (!uri) return undefined;
	const document = await openText(uri);
	await showFile(uri);
	const kind = kindOf(document);
	return kind && { uri: document.uri, kind, document };
}
