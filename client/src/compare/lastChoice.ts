import type { Memento, Uri } from 'vscode';
import { rememberedUris, rememberUris } from './rememberedUris';

/** The key of what is remembered: the paths that were compared with, by the folder's URI. Never anything of the files. */
const COMPARED_KEY = 'cleverDemographics.comparedWith';

/** The files that a folder was compared with last; none if it never was. */
export function lastChoice(memory: Memento, folder: Uri): readonly Uri[] {
	return rememberedUris(memory, COMPARED_KEY, folder);
}

/** Remembers, by their paths only, the files that a folder is compared with. */
export function rememberChoice(memory: Memento, folder: Uri, files: readonly Uri[]): Promise<void> {
	return rememberUris(memory, COMPARED_KEY, folder, files);
}
