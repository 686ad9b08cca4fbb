import { Disposable, RelativePattern, Uri, workspace } from 'vscode';
import { rosterFile } from '../../../server/src/protocol';
import { currentBytes } from '../files/currentBytes';
import { isSaved, openDocument } from '../files/documents';
import { baseName } from '../files/fileKinds';
import { fileAt } from '../files/readWhole';

/** The file of OneRoster that has the names of the students; their demographics are in another. */
const USERS_FILE = 'users.csv';

const smaller = 'Export only the student ID and the columns of the categories.';

/** What an import reads. */
export interface ExportBytes {
	readonly bytes: Uint8Array;
	/** OneRoster's users.csv in the same folder. */
	readonly users: Uint8Array | undefined;
	/** A students.csv where the new files will be. */
	readonly roster: Uint8Array | undefined;
}

/**
 * Reads an export and what is in its folder or in that of the new files. Throws, in words for the person, where the
 * export cannot be read; what else cannot be read counts as missing.
 */
export async function readAllForImport(exported: Uri, folder: Uri): Promise<ExportBytes> {
	const bytes = await currentBytes(exported, smaller);
	const [users, roster] = await Promise.all([
		otherFile(exported, Uri.joinPath(exported, '..', USERS_FILE)),
		rosterIn(exported, folder),
	]);
	return { bytes, users, roster };
}

/** The bytes of a students.csv where the new files will be. */
export function rosterIn(exported: Uri, folder: Uri): Promise<Uint8Array | undefined> {
	return otherFile(exported, Uri.joinPath(folder, rosterFile.fileName));
}

/** Another text for each state of an export's file: of the text in its editor where that is not saved. */
export async function versionOf(uri: Uri): Promise<string> {
	const open = openDocument(uri);
	if (open?.isDirty) return `version ${open.version}`;
	const stat = await fileAt(workspace.fs, uri);
	return typeof stat === 'string' ? stat : `${stat.mtime} ${stat.size}`;
}

/** Says when an export's file or the text in its editor may have changed. Events may come late. */
export function watchExport(exported: Uri, onChange: () => void): Disposable {
	const watcher = workspace.createFileSystemWatcher(new RelativePattern(Uri.joinPath(exported, '..'), '*'));
	const look = (changed: Uri): void => {
		if (changed.toString() === exported.toString()) onChange();
	};
	return Disposable.from(
		watcher,
		watcher.onDidChange(look),
		watcher.onDidCreate(look),
		watcher.onDidDelete(look),
		workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
			if (contentChanges.length > 0) look(document.uri);
		}),
	);
}

async function otherFile(exported: Uri, uri: Uri): Promise<Uint8Array | undefined> {
	const isExport = uri.toString() === exported.toString();
	return isExport || !(await isSaved(uri)) ? undefined : currentBytes(uri, smaller).catch(() => undefined);
}

/** The folder for the new files: that of the export if it is in the workspace or there is none, else the workspace. */
export function folderFor(exported: Uri): Uri {
	const isInside = workspace.getWorkspaceFolder(exported) !== undefined;
	const [first] = workspace.workspaceFolders ?? [];
	return isInside || !first ? Uri.joinPath(exported, '..') : first.uri;
}

/** Where a file or a folder is, for people: from the workspace's folder on, else its whole path. */
export function placeForPeople(uri: Uri): string {
	if (workspace.workspaceFolders?.some((folder) => folder.uri.path === uri.path)) return baseName(uri.path);
	const place = workspace.asRelativePath(uri);
	return place === uri.path && uri.scheme === 'file' ? uri.fsPath : place;
}
