import { ProgressLocation, Uri, window } from 'vscode';
import { extensionFile, rosterFile, type TemplateAnswer } from '../../../server/src/protocol';
import { baseName } from '../files';
import type { Server } from '../server';
import { count } from '../status/verdict';
import type { Command } from './command';
import { chooseRoster, readRoster } from './roster';
import { mayWrite, openUntitled, writeFile } from './writeFile';

/** Makes an extension file with a row for each student of the roster that is open or chosen, and opens it. */
export const createTemplate: Command = async ({ server }, given) => {
	const roster = given instanceof Uri ? given : await chooseRoster();
	if (!roster) return;
	const target =
		roster.scheme === 'untitled' ? undefined : Uri.joinPath(roster, '..', extensionFile.fileName);
	if (target?.toString() === roster.toString()) {
		throw new Error(`${extensionFile.fileName} is made from a roster. Choose ${rosterFile.fileName}.`);
	}
	const answer = await make(server, roster);
	if (!answer) return;
	if ('problem' in answer) throw new Error(answer.problem);
	// Asked last: a roster that cannot be read is no reason to ask, and what was asked is done at once.
	if (target && !(await mayWrite(target))) return;
	if (target) await writeFile(target, answer.text);
	else await openUntitled(answer.text, extensionFile.languageId);
	void window.showInformationMessage(
		`${extensionFile.fileName} has a row for ${answer.students === 1 ? 'the one student' : `each of the ${count(answer.students, 'student')}`} of ${baseName(roster.path)}. Fill in what you know: an empty field is never wrong.`,
	);
};

/** Undefined where the person gave up. */
async function make(server: Server, roster: Uri): Promise<TemplateAnswer | undefined> {
	const options = {
		location: ProgressLocation.Notification,
		title: `Reading the students of ${baseName(roster.path)}`,
		cancellable: true,
	};
	return window.withProgress(options, async (progress, token) => {
		const text = await readRoster(roster);
		if (token.isCancellationRequested) return undefined;
		let shown = 0;
		try {
			const answer = await server.template(text, token, (percentage) => {
				progress.report({ increment: percentage - shown });
				shown = percentage;
			});
			return token.isCancellationRequested ? undefined : answer;
		} catch (error) {
			if (token.isCancellationRequested) return undefined;
			throw error;
		}
	});
}
