import { window } from 'vscode';
import {
	type AddMissingAnswer,
	addMissingRequest,
	extensionFile,
	rosterFile,
	type TwoFiles,
} from '../../../../server/src/protocol';
import { countOf } from '../../../../server/src/wording';
import { openedPair, pairInView } from '../../files/filePair';
import { announce, applyEdits, unreadableRows } from '../../ui/applyEdits';
import type { Command } from '../command';
import { ask } from './askServer';

/** Appends a row to the extension file for each student of the roster that has none. */
export const addMissing: Command = async ({ server }) => {
	const params: TwoFiles = await openedPair(pairInView());
	const title = 'Looking for missing students';
	const answer = await ask<AddMissingAnswer>(server, title, addMissingRequest, params);
	if (!answer) return;
	const skipped = unreadableRows(answer.unreadable, rosterFile.fileName);
	if (answer.added === 0) {
		void window.showInformationMessage(
			`${extensionFile.fileName} has a row for every student already.${skipped}`,
		);
		return;
	}
	await applyEdits(answer.files);
	announce(
		`${countOf(answer.added, 'student')} added at the end of ${extensionFile.fileName}.${skipped}`,
		answer.files,
	);
};
