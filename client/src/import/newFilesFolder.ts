import { type Memento, Uri } from 'vscode';
import { folderFor } from './exportFile';

/** The key of what is remembered: folders by the URI of an export. */
const KEY = 'cleverDemographics.importFolders';
/** Exports whose folders are remembered; the oldest are forgotten. */
const MAX_EXPORTS = 50;

type Folders = readonly (readonly [exported: string, folder: string])[];

/** The folder for the files that are made from an export: the one that was chosen last, else `folderFor`. */
export function newFilesFolder(memory: Memento, exported: Uri): Uri {
	const chosen = folders(memory).find(([uri]) => uri === exported.toString());
	return chosen ? Uri.parse(chosen[1]) : folderFor(exported);
}

/** Remembers the folder that was chosen for an export. */
export async function rememberFolder(memory: Memento, exported: Uri, folder: Uri): Promise<void> {
	const others = folders(memory).filter(([uri]) => uri !== exported.toString());
	await memory.update(KEY, [...others.slice(1 - MAX_EXPORTS), [exported.toString(), folder.toString()]]);
}

function folders(memory: Memento): Folders {
	return memory.get<Folders>(KEY, []);
}
