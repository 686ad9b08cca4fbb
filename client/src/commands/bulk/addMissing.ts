import {
	type AddMissingAnswer,
	addMissingRequest,
	extensionFile,
	rosterFile,
	type TwoFiles,
} from '../../../../server/src/protocol';
import { countOf } from '../../../../server/src/wording';
import { openPair } from '../../files/filePair';
import { announce, unreadableRows } from '../../ui/announce';
import { applyEdits } from '../../ui/applyEdits';
import { chooseFilePair } from '../../ui/chooseFile';
import { showInformation } from '../../ui/messages';
import type { Command } from '../command';
import { askServer } from './askServer';

/** Appends a row to the extension file for each student of the roster that has none. */
export const addMissing: Command = async ({ server, finder }) => {
	const pair = await chooseFilePair(finder);
	if (!pair) return;
	const params: TwoFiles = await openPair(pair);
	const title = 'Finding missing students';
	const answer = await askServer<AddMissingAnswer>(server, title, addMissingRequest, params);
	if (!answer) return;
	const skipped = unreadableRows(answer.unreadable, rosterFile.fileName);
	if (answer.added === 0) {
		void showInformation(`${extensionFile.fileName} already has a row for every student.${skipped}`);
		return;
	}
	await applyEdits(answer.files);
	announce(
		`${countOf(answer.added, 'student')} added at the end of ${extensionFile.fileName}.${skipped}`,
		answer.files,
	);
};
