import type { CsvDocument } from '../csv/document';
import { type Table, tableByFileName, tableByLanguageId } from '../spec';

/** Which of our files a document is: by name, whatever the language id; where the name is none of them, by our ids. */
export function tableOf({ uri, languageId }: Pick<CsvDocument, 'uri' | 'languageId'>): Table | undefined {
	return tableByFileName(fileNameOf(uri) ?? '') ?? tableByLanguageId(languageId);
}

/** The last part of a URI's path; undefined for a text that was never saved. */
export function fileNameOf(uri: string): string | undefined {
	const path = pathOf(uri);
	return path?.slice(path.lastIndexOf('/') + 1);
}

/** A URI without the last part of its path, for comparison; undefined for a text that was never saved. */
export function folderOf(uri: string): string | undefined {
	const path = pathOf(uri);
	return path?.slice(0, path.lastIndexOf('/') + 1);
}

/** Whether a file lies in one of these folders. */
export function isWithin(uri: string, folders: readonly string[]): boolean {
	const path = pathOf(uri);
	return folders.some((folder) => path?.startsWith(`${pathOf(folder)?.replace(/\/$/, '')}/`));
}

/** A URI without what clients write differently, as `%3A` or `:`, for comparison; undefined for a text that was never saved. */
export function pathOf(uri: string): string | undefined {
	if (uri.startsWith('untitled:')) return undefined;
	const path = uri.replace(/[?#].*$/, '');
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}
