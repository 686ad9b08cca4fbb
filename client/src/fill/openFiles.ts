import { Uri } from 'vscode';
import type { FilesToFill } from '../../../server/src/protocol';
import type { CommandContext } from '../commands/command';
import { exists } from '../files/documents';
import { type OpenFilePair, openRef } from '../files/filePair';
import { applyEdits } from '../ui/applyEdits';
import { chooseFilePair } from '../ui/chooseFile';
import { bringToFront } from '../ui/showFile';

/** The files of a folder to fill columns of. */
export interface FolderToFill {
	readonly pair: OpenFilePair;
	/** Opens the files that there are, and names the versions that are open now. */
	open(): Promise<FilesToFill>;
}

/** The files of the folder that a command works on; undefined if the person picks none. */
export async function chooseFolderToFill(
	{ finder }: Pick<CommandContext, 'finder'>,
	argument?: unknown,
): Promise<FolderToFill | undefined> {
	const pair = await chooseFilePair(finder, argument);
	if (!pair) return undefined;
	const { roster, extension } = pair;
	return {
		pair,
		open: async () => ({
			...((await exists(roster)) && { roster: await openRef(roster) }),
			...((await exists(extension)) && { extension: await openRef(extension) }),
		}),
	};
}

/** Makes the edits of a fill as one step to undo, in the file that is shown then. */
export async function applyFill(files: Parameters<typeof applyEdits>[0]): Promise<void> {
	const [first] = files;
	if (first) await bringToFront(Uri.parse(first.uri));
	await applyEdits(files);
}
