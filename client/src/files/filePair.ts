import { type TextDocument, Uri, workspace } from 'vscode';
import { extensionFile, type FileRef, rosterFile } from '../../../server/src/protocol';
import { requireTextFile } from './currentView';
import { isThere, openDocument } from './documents';
import { baseName } from './fileKinds';

/** The roster and the extension file of one folder. */
export interface OpenFilePair {
	readonly roster: Uri;
	readonly extension: Uri;
}

/**
 * The file in view and the other file on the same students in its folder, whether or not that exists. Throws, in words
 * for the person, where the file in view is not about students or has no folder.
 */
export function pairInView(): OpenFilePair {
	const { uri, kind, document } = requireTextFile();
	if (!kind.role) throw new Error(`Open ${rosterFile.fileName} or ${extensionFile.fileName} first.`);
	const other = kind.role === 'roster' ? extensionFile : rosterFile;
	if (document.isUntitled) throw new Error(`Save this file first, beside ${other.fileName}.`);
	const sibling = Uri.joinPath(uri, '..', other.fileName);
	if (sibling.toString() === uri.toString()) {
		throw new Error(`This file is named ${other.fileName} and checked as ${kind.fileName}. Rename it first.`);
	}
	return kind.role === 'roster' ? { roster: uri, extension: sibling } : { roster: sibling, extension: uri };
}

/** Opens a file, so that the server has it too. Throws, in words for the person, where it is not there or too large. */
export async function opened(uri: Uri): Promise<TextDocument> {
	const open = openDocument(uri);
	if (open) return open;
	const name = baseName(uri.path);
	if (!(await isThere(uri)))
		throw new Error(`There is no ${name} beside the file in view. Put both into one folder.`);
	try {
		return await workspace.openTextDocument(uri);
	} catch {
		throw new Error(
			`${name} cannot be opened: it is no text, or above 50 MB, which VS Code hands to no extension.`,
		);
	}
}

/** Both files, opened. */
export async function openedPair({
	roster,
	extension,
}: OpenFilePair): Promise<Record<keyof OpenFilePair, FileRef>> {
	return { roster: await openedRef(roster), extension: await openedRef(extension) };
}

/** The same, as the server is told. */
export async function openedRef(uri: Uri): Promise<FileRef> {
	return refOf(await opened(uri));
}

export function refOf({ uri, version }: TextDocument): FileRef {
	return { uri: uri.toString(), version };
}
