import { type TextDocument, Uri } from 'vscode';
import { extensionFile, type FileRef, rosterFile, studentFileKinds } from '../../../server/src/protocol';
import { type CurrentFile, noFileError } from './currentView';
import { exists, openText } from './documents';
import { baseName } from './fileKinds';

/** The roster and the extension file of one folder. */
export interface OpenFilePair {
	readonly roster: Uri;
	readonly extension: Uri;
}

/**
 * A file and its sibling by exact name, whether or not that exists. Throws, in words for the person, where the file is
 * not about students or has no folder.
 */
export function pairWith({ uri, kind, document }: CurrentFile): OpenFilePair {
	if (!kind.role) throw noFileError(studentFileKinds);
	const siblingKind = kind.role === 'roster' ? extensionFile : rosterFile;
	if (document.isUntitled)
		throw new Error(`Save this file first, in the same folder as ${siblingKind.fileName}.`);
	const sibling = Uri.joinPath(uri, '..', siblingKind.fileName);
	if (sibling.toString() === uri.toString()) {
		throw new Error(
			`This file is named ${siblingKind.fileName} but checked as ${kind.fileName}. Rename it first.`,
		);
	}
	return kind.role === 'roster' ? { roster: uri, extension: sibling } : { roster: sibling, extension: uri };
}

/** Opens one file of a pair. Throws, in words for the person, where it does not exist or VS Code cannot open it. */
export async function openSibling(uri: Uri): Promise<TextDocument> {
	if (!(await exists(uri)))
		throw new Error(`${baseName(uri.path)} is missing. Put both files into one folder.`);
	return openText(uri);
}

/** Opens both files and names the versions that are open. */
export async function openPair({
	roster,
	extension,
}: OpenFilePair): Promise<Record<keyof OpenFilePair, FileRef>> {
	return { roster: await openRef(roster), extension: await openRef(extension) };
}

/** Opens one file and names the version that is open. */
export async function openRef(uri: Uri): Promise<FileRef> {
	return refOf(await openSibling(uri));
}

/** A document and its version, as requests to the server name them. */
export function refOf({ uri, version }: TextDocument): FileRef {
	return { uri: uri.toString(), version };
}
