import { window, workspace } from 'vscode';
import {
	extensionFile,
	rosterFile,
	type SplitAnswer,
	type SplitCounts,
	type SplitParams,
	splitRequest,
} from '../../../../server/src/protocol';
import { countOf, plural } from '../../../../server/src/wording';
import { isThere } from '../../files/documents';
import { openedRef, pairInView } from '../../files/filePair';
import { announce, applyEdits, unreadableRows } from '../../ui/applyEdits';
import type { Command } from '../command';
import { ask } from './askServer';
import { showConflicts } from './showConflicts';

/** Takes the ext columns out of the roster into the extension file, which is made where there is none. */
export const splitFromRoster: Command = async ({ server }) => {
	const { roster, extension } = pairInView();
	const params: SplitParams = {
		roster: await openedRef(roster),
		...((await isThere(extension)) && { extension: await openedRef(extension) }),
	};
	const answer = await ask<SplitAnswer>(server, 'Splitting ext columns', splitRequest, params);
	if (!answer) return;
	const { extensionText } = answer;
	if (extensionText !== undefined) {
		// Somebody else may have made it while the columns were read.
		if (await isThere(extension)) throw new Error(`${extensionFile.fileName} was made meanwhile. Try again.`);
		// Written before anything is taken out: whatever comes between, the values are in one of the two files.
		await workspace.fs.writeFile(extension, new TextEncoder().encode(extensionText));
	}
	await applyEdits(answer.files).catch((error: unknown) => {
		if (extensionText === undefined) throw error;
		throw new Error(
			`${rosterFile.fileName} changed meanwhile, so nothing was taken out of it. ${extensionFile.fileName} was made, and holds its values as they were. Run the command again.`,
		);
	});
	if (extensionText !== undefined) await window.showTextDocument(extension, { preview: false });
	const said = sentence(answer) + unreadableRows(answer.unreadable);
	const wayBack = {
		unsaved: `${rosterFile.fileName} is not saved yet.`,
		undo: 'Undo brings its columns back.',
	};
	announce(said, answer.files, showConflicts(answer), extensionText === undefined ? undefined : wayBack);
};

function sentence({ students, columns, kept, conflicts }: SplitCounts): string {
	const parts = [
		`${countOf(columns.length, 'column')} taken out of ${rosterFile.fileName}, and the values of ${countOf(students, 'student')} put into ${extensionFile.fileName}.`,
	];
	if (kept.length > 0)
		parts.push(
			`${kept.join(', ')} ${plural(kept.length, 'stays', 'stay')}, with the values that could not go.`,
		);
	if (conflicts > 0) parts.push(`${countOf(conflicts, 'value')} in conflict: each stays where it is.`);
	return parts.join(' ');
}
