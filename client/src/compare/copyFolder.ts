import type { Memento, Uri } from 'vscode';
import { rememberedUris, rememberUris } from './rememberedUris';

/** The key of what is remembered: the folder for dated copies, by the URI of the folder whose files are copied. */
const COPIES_KEY = 'cleverDemographics.copyFolders';
/** The name of the folder for copies that is offered, in that of the files. */
export const COPIES_FOLDER = 'Earlier Uploads';

/** The folder that was chosen for the dated copies of a folder's files; undefined if none was. */
export function copyFolder(memory: Memento, folder: Uri): Uri | undefined {
	return rememberedUris(memory, COPIES_KEY, folder)[0];
}

/** Remembers, by its path only, the folder for dated copies. */
export function rememberCopyFolder(memory: Memento, folder: Uri, copies: Uri): Promise<void> {
	return rememberUris(memory, COPIES_KEY, folder, [copies]);
}
