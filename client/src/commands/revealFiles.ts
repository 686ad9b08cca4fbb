import { Uri } from 'vscode';
import { extensionFile, rosterFile } from '../../../server/src/protocol';
import { plural, wordList } from '../../../server/src/wording';
import { isUnsaved } from '../files/currentView';
import { isSaved, openDocument } from '../files/documents';
import { fileInFolder } from '../files/fileInFolder';
import { baseName } from '../files/fileKinds';
import { placeForPeople } from '../import/exportFile';
import { chooseStudentFile } from '../ui/chooseFile';
import { showInformation } from '../ui/messages';
import { reveal } from '../ui/reveal';
import type { Command } from './command';

/** Shows both files of a folder where a person can take them for the upload, and says what is missing or not saved. */
export const revealFiles: Command = async ({ finder }) => {
	const chosen = await chooseStudentFile(finder);
	if (!chosen) return;
	const folder = Uri.joinPath(chosen, '..');
	const both = await Promise.all(
		[rosterFile, extensionFile].map(async ({ fileName }) => {
			const uri = await fileInFolder(folder, fileName);
			return { uri, name: baseName(uri.path), isThere: await isSaved(uri) };
		}),
	);
	const present = both.filter(({ isThere }) => isThere);
	const [first] = present;
	if (!first) throw new Error(`Save ${baseName(chosen.path)} first. It is not on the disk.`);
	await reveal(first.uri);
	const unsaved = present.filter(({ uri }) => isUnsaved(uri));
	const missing = both.filter(({ isThere }) => !isThere);
	const are = plural(present.length, 'is', 'are');
	const sentences = [
		`${namesIn(present)} ${are} in ${placeForPeople(folder)}.`,
		...missing.map(({ name }) => `There is no ${name}.`),
		...(unsaved.length > 0
			? [
					`${namesIn(unsaved)} ${plural(unsaved.length, 'has', 'have')} unsaved changes: save before you upload.`,
				]
			: []),
	];
	const save = plural(unsaved.length, 'Save', 'Save Both');
	const picked = await showInformation(sentences.join(' '), ...(unsaved.length > 0 ? [save] : []));
	if (picked === save) await Promise.all(unsaved.map(({ uri }) => openDocument(uri)?.save()));
};

function namesIn(files: readonly { readonly name: string }[]): string {
	return wordList(files.map(({ name }) => name));
}
