import { commands, type Uri, window, workspace } from 'vscode';
import {
	extensionFile,
	type MoveAnswer,
	type MoveCounts,
	moveRequest,
	rosterFile,
	type TwoFiles,
} from '../../../../server/src/protocol';
import { countOf, plural } from '../../../../server/src/wording';
import { openPair, openSibling } from '../../files/filePair';
import { announce, unreadableRows } from '../../ui/announce';
import { applyEdits } from '../../ui/applyEdits';
import { chooseFilePair } from '../../ui/chooseFile';
import { showInformation } from '../../ui/messages';
import type { Command } from '../command';
import { askServer } from './askServer';
import { showConflicts } from './showConflicts';

const SAVE_AND_DELETE = `Save ${rosterFile.fileName} and Delete ${extensionFile.fileName}`;

/** Moves the ext columns of the extension file into the roster; values in conflict stay where they are. */
export const moveToRoster: Command = async ({ server, finder }) => {
	const pair = await chooseFilePair(finder);
	if (!pair) return;
	const params: TwoFiles = await openPair(pair);
	const answer = await askServer<MoveAnswer>(server, 'Moving ext columns', moveRequest, params);
	if (!answer) return;
	await applyEdits(answer.files);
	const isEmpty = answer.kept === 0;
	announce(`${sentence(answer)}${unreadableRows(answer.unreadable)}`, answer.files, [
		...showConflicts(answer),
		...(isEmpty ? [{ title: SAVE_AND_DELETE, run: () => saveAndDelete(pair) }] : []),
	]);
};

function sentence({ moved, kept, unknown, conflicts }: MoveCounts): string {
	const parts = [`${countOf(moved, 'row')} moved from ${extensionFile.fileName} to ${rosterFile.fileName}.`];
	if (conflicts > 0) {
		parts.push(
			`${countOf(conflicts, 'value')} in conflict: ${rosterFile.fileName} keeps its own, and ${plural(conflicts, 'the row stays', 'the rows stay')} in ${extensionFile.fileName}.`,
		);
	}
	if (unknown > 0)
		parts.push(`${countOf(unknown, 'row of an unknown student stays', 'rows of unknown students stay')}.`);
	if (kept === 0) parts.push(`${extensionFile.fileName} is now empty.`);
	return parts.join(' ');
}

/** Moves the file to the trash as it was last saved, with all its values. */
async function saveAndDelete({ roster, extension }: { readonly roster: Uri; readonly extension: Uri }) {
	if (!(await (await openSibling(roster)).save()))
		throw new Error(`${rosterFile.fileName} could not be saved, so nothing was deleted.`);
	await window.showTextDocument(await openSibling(extension));
	await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
	try {
		await workspace.fs.delete(extension, { useTrash: true });
	} catch {
		throw new Error(`${extensionFile.fileName} cannot be moved to the trash here. Delete it yourself.`);
	}
	void showInformation(`${extensionFile.fileName} is in the trash.`);
}
