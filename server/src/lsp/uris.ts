import { URI, Utils } from 'vscode-uri';
import type { CsvDocument } from '../csv/document';
import { type Table, tableByFileName, tableByLanguageId } from '../spec';

/** The table of a document: by its file name or, where the name is none of ours, by its language id. */
export function tableOf({ uri, languageId }: Pick<CsvDocument, 'uri' | 'languageId'>): Table | undefined {
	return tableByFileName(fileNameOf(uri) ?? '') ?? tableByLanguageId(languageId);
}

/** The last part of a URI's path; undefined for a document that was never saved. */
export function fileNameOf(uri: string): string | undefined {
	const parsed = savedUri(uri);
	return parsed && Utils.basename(parsed);
}

/**
 * The folder of a file, to compare with others; undefined for a document that was never saved, and for what is no file
 * but a version of one, such as the old side of a diff: its URI has a query.
 */
export function folderOf(uri: string): string | undefined {
	const path = savedUri(uri)?.query ? undefined : pathOf(uri);
	return path?.slice(0, path.lastIndexOf('/') + 1);
}

/** The URI of another file of the same folder; undefined for a document that was never saved. */
export function uriInSameFolder(uri: string, fileName: string): string | undefined {
	const parsed = savedUri(uri);
	return parsed && Utils.joinPath(parsed, '..', fileName).toString();
}

/** Whether a file is in one of these folders, at any depth. */
export function isWithin(uri: string, folders: readonly string[]): boolean {
	const path = pathOf(uri);
	return folders.some((folder) => path?.startsWith(`${pathOf(folder)?.replace(/\/$/, '')}/`));
}

/**
 * A URI in a form to compare, since clients differ in what they escape, as in `%3A` and `:`, and in the case of what has
 * none: the scheme and the authority (RFC 3986, 6.2.2.1), and the letter of a Windows drive. Undefined for a document
 * that was never saved.
 */
export function pathOf(uri: string): string | undefined {
	const parsed = savedUri(uri);
	if (!parsed) return undefined;
	const { scheme, authority, path } = parsed;
	return `${scheme}://${authority}`.toLowerCase() + path.replace(/^\/[A-Z]:/, (drive) => drive.toLowerCase());
}

/**
 * `pathOf` with the file name in lower case: equal for the names of one file on a disk that ignores case, as a watcher
 * or an editor may write it.
 */
export function anyCaseKey(uri: string): string | undefined {
	const path = pathOf(uri);
	const nameStart = path === undefined ? 0 : path.lastIndexOf('/') + 1;
	return path && path.slice(0, nameStart) + path.slice(nameStart).toLowerCase();
}

/** Parses a URI; undefined for a document that was never saved, and for a text that is no URI or has no path. */
function savedUri(uri: string): URI | undefined {
	try {
		const parsed = URI.parse(uri);
		return parsed.scheme.toLowerCase() === 'untitled' || parsed.path === '' ? undefined : parsed;
	} catch {
		return undefined;
	}
}
