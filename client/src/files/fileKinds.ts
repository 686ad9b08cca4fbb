import { type TextDocument, type Uri, workspace } from 'vscode';
import { type FileKind, fileKinds, ownSchemes } from '../../../server/src/protocol';
import { anyCase } from './fileGlob';

/** The names of some kinds of files as a sentence lists them: "students.csv or students_ext.csv". */
export function namesOf(kinds: readonly Pick<FileKind, 'fileName'>[] = fileKinds): string {
	return kinds.map(({ fileName }) => fileName).join(' or ');
}

/** The last part of a path. */
export function baseName(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1);
}

/** The schemes of a person's own files at present: those of any window, and those of the open folders. */
export function schemesNow(): readonly string[] {
	const ofFolders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
	return [...new Set([...ownSchemes, ...ofFolders])];
}

/**
 * Whether a URI is that of a person's own file. The other side of a diff, an entry of a file's history, and whatever else
 * an extension shows of a file is nobody's: every problem of the file would be there a second time.
 */
export function isOwnFile({ scheme }: Uri): boolean {
	return schemesNow().includes(scheme);
}

/** The kind of file that a URI names, whatever the case of its letters; undefined for a document never saved. */
export function kindOfUri(uri: Uri): FileKind | undefined {
	if (uri.scheme === 'untitled' || !isOwnFile(uri)) return undefined;
	const name = baseName(uri.path).toLowerCase();
	return fileKinds.find(({ fileName }) => fileName === name);
}

/** The kind of a document: by its name, and only if that is neither of ours by its language id. The server agrees. */
export function kindOf({ uri, languageId }: TextDocument): FileKind | undefined {
	if (!isOwnFile(uri)) return undefined;
	return kindOfUri(uri) ?? fileKinds.find((kind) => kind.languageId === languageId);
}

/** A kind of document, by its scheme and its language or name, as both VS Code and its language client take it. */
type OwnDocuments =
	| { readonly scheme: string; readonly language: string }
	| { readonly scheme: string; readonly pattern: string };

/** Our documents for VS Code at present: by name too, for people who give them another language id. */
export function documentSelector(): OwnDocuments[] {
	return schemesNow().flatMap((scheme) =>
		fileKinds.flatMap(({ fileName, languageId }) => [
			{ scheme, language: languageId },
			{ scheme, pattern: anyCase(fileName) },
		]),
	);
}

/** Our documents for VS Code whatever their scheme, for what asks `kindOf` of a document: the folders may change. */
export function anySchemeSelector(): ({ readonly language: string } | { readonly pattern: string })[] {
	return fileKinds.flatMap(({ fileName, languageId }) => [
		{ language: languageId },
		{ pattern: anyCase(fileName) },
	]);
}
