import type { TextDocument, Uri } from 'vscode';
import { type FileKind, fileKinds } from '../../../server/src/protocol';

/** The last part of a path. */
export function baseName(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1);
}

/** The file that a name stands for, in any case; a text that was never saved has no name. */
export function kindOfUri(uri: Uri): FileKind | undefined {
	if (uri.scheme === 'untitled') return undefined;
	const name = baseName(uri.path).toLowerCase();
	return fileKinds.find(({ fileName }) => fileName === name);
}

/** By name, whatever the language id; where the name says nothing, by our language ids. As the server does. */
export function kindOf({ uri, languageId }: TextDocument): FileKind | undefined {
	return kindOfUri(uri) ?? fileKinds.find((kind) => kind.languageId === languageId);
}

/** A glob for files of this name in any folder and any case: globs know no case-insensitive match. */
export function anyCase(fileName: string): string {
	return `**/${fileName.replace(/[a-z]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`)}`;
}
