import { commands, type Uri, window, workspace } from 'vscode';
import {
	extensionFile,
	type MoveAnswer,
	type MoveCounts,
	moveRequest,
	rosterFile,
	type TwoFiles,
} from '../../../../server/src/protocol';
import { countOf } from '../../../../server/src/wording';
import { opened, openedPair, pairInView } from '../../files/filePair';
import { announce, applyEdits, rowsStay, unreadableRows } from '../../ui/applyEdits';
import type { Command } from '../command';
import { ask } from './askServer';
import { showConflicts } from './showConflicts';

const deleteFile = `Save ${rosterFile.fileName}, delete ${extensionFile.fileName}`;

/** Moves the ext columns of the extension file into the roster; what cannot go stays where it is. */
export const moveToRoster: Command = async ({ server }) => {
	const pair = pairInView();
	const params: TwoFiles = await openedPair(pair);
	const answer = await ask<MoveAnswer>(server, 'Moving ext columns', moveRequest, params);
	if (!answer) return;
	await applyEdits(answer.files);
	const isEmpty = answer.kept === 0;
	announce(`${sentence(answer)}${unreadableRows(answer.unreadable)}`, answer.files, [
		...showConflicts(answer),
		...(isEmpty ? [{ title: deleteFile, run: () => saveAndDelete(pair) }] : []),
	]);
};

function sentence({ moved, kept, unknown, conflicts }: MoveCounts): string {
	const parts = [`${countOf(moved, 'row')} of ${extensionFile.fileName} moved into ${rosterFile.fileName}.`];
	if (conflicts > 0) {
		parts.push(
			`${countOf(conflicts, 'value')} in conflict: ${rosterFile.fileName} keeps its own, and the row stays.`,
		);
	}
	const said = parts.join(' ') + rowsStay(unknown, 'of an unknown student', 'of unknown students');
	return kept === 0 ? `${said} Nothing is left in ${extensionFile.fileName}.` : said;
}

/** The file goes to the trash as it lies on the disk, with all its values. */
async function saveAndDelete({ roster, extension }: { readonly roster: Uri; readonly extension: Uri }) {
	if (!(await (await opened(roster)).save()))
		throw new Error(`${rosterFile.fileName} could not be saved, so nothing was deleted.`);
	await window.showTextDocument(await opened(extension));
	await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
	try {
		await workspace.fs.delete(extension, { useTrash: true });
	} catch {
		throw new Error(`There is no trash to put ${extensionFile.fileName} into. Delete it yourself.`);
	}
	void window.showInformationMessage(`${extensionFile.fileName} is in the trash.`);
}
