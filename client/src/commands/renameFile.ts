import { Uri, WorkspaceEdit, workspace } from 'vscode';
import { exists } from '../files/documents';
import { baseName } from '../files/fileKinds';
import { chooseOpenFile } from '../ui/chooseFile';
import type { Command } from './command';

/** Gives a file the exact name that Clever expects. Its editors, with what is not saved, follow it. */
export const renameFile: Command = async ({ finder }, argument) => {
	const chosen = await chooseOpenFile(finder, argument);
	if (!chosen) return;
	const { uri, kind } = chosen;
	const { fileName } = kind;
	const target = Uri.joinPath(uri, '..', fileName);
	// On a disk that ignores case, Students.csv is found by both names.
	const isOtherCase = baseName(uri.path).toLowerCase() === fileName;
	if (!isOtherCase && (await exists(target))) {
		throw new Error(`This folder has a ${fileName} already. Rename or move that one first.`);
	}
	const edit = new WorkspaceEdit();
	edit.renameFile(uri, target, { overwrite: false });
	if (!(await workspace.applyEdit(edit))) throw new Error(`${baseName(uri.path)} could not be renamed.`);
};
