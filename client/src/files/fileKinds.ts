import type { TextDocument, Uri } from 'vscode';
import { type FileKind, fileKinds } from '../../../server/src/protocol';

/** The names of some kinds of files as a sentence lists them: "students.csv or students_ext.csv". */
export function namesOf(kinds: readonly Pick<FileKind, 'fileName'>[] = fileKinds): string {
	return kinds.map(({ fileName }) => fileName).join(' or ');
}

/** The last part of a path. */
export function baseName(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1);
}

/** The kind of file that a URI names, whatever the case of its letters; undefined for a document never saved. */
export function kindOfUri(uri: Uri): FileKind | undefined {
	if (uri.scheme === 'untitled') return undefined;
	const name = baseName(uri.path).toLowerCase();
	return fileKinds.find(({ fileName }) => fileName === name);
}

/** The kind of a document: by its name, and only if that is neither of ours by its language id. The server agrees. */
export function kindOf({ uri, languageId }: TextDocument): FileKind | undefined {
	return kindOfUri(uri) ?? fileKinds.find((kind) => kind.languageId === languageId);
}

/** Our documents for VS Code: of any scheme, for virtual workspaces; by name too, for people who give them another language id. */
export const documentSelector = fileKinds.flatMap(({ fileName, languageId }) => [
	{ language: languageId },
	{ pattern: anyCase(fileName) },
]);

/** A glob for files of this name in any folder and any case: VS Code's globs have no case-insensitive match. */
export function anyCase(fileName: string): string {
	return `**/${fileName.replace(/[a-z]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`)}`;
}
