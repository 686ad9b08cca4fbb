import { Uri, window } from 'vscode';
import { extensionFile, rosterFile } from '../../../server/src/protocol';
import { countOf, plural } from '../../../server/src/wording';
import { baseName } from '../files/fileKinds';
import { chooseRoster, readRoster } from '../ui/chooseRoster';
import { whileWaiting } from '../ui/withProgress';
import { mayWrite, openUntitled, writeFile } from '../ui/writeFile';
import type { Command } from './command';

/** Makes an extension file with a row for each student of the roster that is open or chosen, and opens it. */
export const createTemplate: Command = async ({ server }, given) => {
	const roster = given instanceof Uri ? given : await chooseRoster();
	if (!roster) return;
	const target =
		roster.scheme === 'untitled' ? undefined : Uri.joinPath(roster, '..', extensionFile.fileName);
	if (target?.toString() === roster.toString()) {
		throw new Error(`${extensionFile.fileName} is made from a roster. Choose ${rosterFile.fileName}.`);
	}
	const answer = await whileWaiting(`Reading the students of ${baseName(roster.path)}`, async (waiting) =>
		server.template({ text: await readRoster(roster) }, waiting),
	);
	if (!answer) return;
	if ('problem' in answer) throw new Error(answer.problem);
	// Asked last: a roster that cannot be read is no reason to ask, and what was asked is done at once.
	if (target && !(await mayWrite(target, 'Its values would be replaced by empty fields.'))) return;
	if (target) await writeFile(target, answer.text);
	else await openUntitled(answer.text, extensionFile.languageId);
	void window.showInformationMessage(
		`${extensionFile.fileName} has a row for ${plural(answer.students, 'the one student', `each of the ${countOf(answer.students, 'student')}`)} of ${baseName(roster.path)}. Fill in what you know: an empty field is never wrong.`,
	);
};
