import { Uri } from 'vscode';
import { extensionFile, rosterFile } from '../../../server/src/protocol';
import { countOf } from '../../../server/src/wording';
import { readText } from '../files/documents';
import { baseName } from '../files/fileKinds';
import { chooseRoster } from '../ui/chooseRoster';
import { confirmOverwrite } from '../ui/confirmOverwrite';
import { showInformation } from '../ui/messages';
import { openUntitled } from '../ui/openUntitled';
import { withProgress } from '../ui/withProgress';
import type { Command } from './command';

/** Writes an extension file with a row for each student of a roster, and opens it. */
export const createTemplate: Command = async ({ server, writer }, argument) => {
	const roster = argument instanceof Uri ? argument : await chooseRoster();
	if (!roster) return;
	const target =
		roster.scheme === 'untitled' ? undefined : Uri.joinPath(roster, '..', extensionFile.fileName);
	if (target?.toString() === roster.toString()) {
		throw new Error(`${extensionFile.fileName} is created from ${rosterFile.fileName}. Choose that file.`);
	}
	const rosterName = baseName(roster.path);
	const answer = await withProgress(`Reading the students of ${rosterName}`, async (listener) =>
		server.template({ text: await readText(roster) }, listener),
	);
	if (!answer) return;
	if ('problem' in answer) throw new Error(answer.problem);
	// The question comes last: only once the roster could be read, and right before the file is written.
	const confirmed =
		target && (await confirmOverwrite(target, 'Its values will be replaced by empty fields.'));
	if (target && !confirmed) return;
	if (confirmed) await writer.writeAndShow({ ...confirmed, text: answer.text });
	else await openUntitled(answer.text, extensionFile.languageId);
	void showInformation(
		`${extensionFile.fileName} has a row for each student in ${rosterName} (${countOf(answer.students, 'student')}). Fill in what you know and leave the rest empty.`,
	);
};
