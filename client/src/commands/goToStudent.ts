import { commands, type Location, type LocationLink, Range, Uri } from 'vscode';
import { labelText } from '../../../server/src/safeText';
import { currentView } from '../files/currentView';
import { openText } from '../files/documents';
import type { LanguageServer, StudentSymbol } from '../server/languageServer';
import { chooseStudentFile } from '../ui/chooseFile';
import { pickFound } from '../ui/quickPick';
import { showPlace } from '../ui/showFile';
import type { Command } from './command';

/**
 * Finds a student of a folder by ID or name and shows the row: that of the file in the active editor if it has one, else
 * that of the roster.
 */
export const goToStudent: Command = async ({ server, finder }) => {
	const uri = await chooseStudentFile(finder);
	if (!uri) return;
	// The server finds the students of an open file's folder.
	await openText(uri);
	const picked = await pickFound(
		{ title: 'Go to Student', placeHolder: 'ID or name, such as reyes ana', none: 'No student found' },
		async (query, token) =>
			(await server.students({ uri: uri.toString(), query }, token)).map((student) => ({
				label: labelText(student.name),
				description: labelText(student.containerName ?? ''),
				student,
			})),
	);
	if (picked) await showStudent(server, picked.student);
};

async function showStudent(server: LanguageServer, { location }: StudentSymbol): Promise<void> {
	const roster = Uri.parse(location.uri);
	const range = toRange(location.range);
	const current = currentView()?.uri;
	const row = current && current.toString() !== roster.toString() && (await rowIn(current, roster, range));
	if (row) await showPlace(server, current, row);
	else await showPlace(server, roster, range);
}

/** The first row of a student in the other file of the folder; undefined if it has none. */
async function rowIn(file: Uri, roster: Uri, { start }: Range): Promise<Range | undefined> {
	await openText(roster);
	const rows = await commands.executeCommand<readonly (Location | LocationLink)[] | undefined>(
		'vscode.executeDefinitionProvider',
		roster,
		start,
	);
	const found = rows
		?.map((one) =>
			'targetUri' in one
				? { uri: one.targetUri, range: one.targetSelectionRange ?? one.targetRange }
				: { uri: one.uri, range: one.range },
		)
		.find(({ uri }) => uri.toString() === file.toString());
	return found?.range;
}

function toRange({ start, end }: StudentSymbol['location']['range']): Range {
	return new Range(start.line, start.character, end.line, end.character);
}
