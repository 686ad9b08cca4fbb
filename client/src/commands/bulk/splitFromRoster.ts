import { window } from 'vscode';
import {
	extensionFile,
	rosterFile,
	type SplitAnswer,
	type SplitCounts,
	type SplitParams,
	splitRequest,
} from '../../../../server/src/protocol';
import { countOf, plural } from '../../../../server/src/wording';
import { exists } from '../../files/documents';
import { openRef } from '../../files/filePair';
import { announce, unreadableRows } from '../../ui/announce';
import { applyEdits } from '../../ui/applyEdits';
import { chooseFilePair } from '../../ui/chooseFile';
import type { Command } from '../command';
import { askServer } from './askServer';
import { showConflicts } from './showConflicts';

/** Moves the ext columns of the roster to the extension file, which is created where there is none. */
export const splitFromRoster: Command = async ({ server, finder, writer }) => {
	const pair = await chooseFilePair(finder);
	if (!pair) return;
	const { roster, extension } = pair;
	const params: SplitParams = {
		roster: await openRef(roster),
		...((await exists(extension)) && { extension: await openRef(extension) }),
	};
	const answer = await askServer<SplitAnswer>(server, 'Splitting ext columns', splitRequest, params);
	if (!answer) return;
	const { extensionText } = answer;
	if (extensionText !== undefined) {
		// Written before any value leaves the roster: whatever fails in between, no value is lost. Another program may
		// have created the file while the columns were read.
		await writer.write({ uri: extension, text: extensionText, mayReplace: false });
	}
	await applyEdits(answer.files).catch((error: unknown) => {
		if (extensionText === undefined) throw error;
		throw new Error(
			`${rosterFile.fileName} was edited in the meantime and is unchanged. ${extensionFile.fileName} was created with its values. Run the command again.`,
		);
	});
	if (extensionText !== undefined) await window.showTextDocument(extension, { preview: false });
	const message = sentence(answer) + unreadableRows(answer.unreadable);
	const undoRoster = {
		unsaved: `${rosterFile.fileName} is not saved yet.`,
		undo: 'restores its columns',
	};
	announce(
		message,
		answer.files,
		showConflicts(answer),
		extensionText === undefined ? undefined : undoRoster,
	);
};

function sentence({ students, columns, kept, conflicts }: SplitCounts): string {
	const parts = [
		`${countOf(columns.length, 'column')} of ${countOf(students, 'student')} moved from ${rosterFile.fileName} to ${extensionFile.fileName}.`,
	];
	if (kept.length > 0)
		parts.push(
			`${kept.join(', ')} ${plural(kept.length, 'stays', 'stay')}, with the values that could not be moved.`,
		);
	if (conflicts > 0)
		parts.push(
			`${countOf(conflicts, 'value')} in conflict: ${plural(conflicts, 'it stays where it is', 'they stay where they are')}.`,
		);
	return parts.join(' ');
}
