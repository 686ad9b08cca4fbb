import { languages, window } from 'vscode';
import { type FileKind, fileKinds } from '../../../server/src/protocol';
import { baseName, kindOfUri } from '../files/fileKinds';
import type { Command } from './command';

/** Has a copy of another name, such as "students (1).csv", checked as one of the files. */
export const checkAs: Command = async (_, fileName) => {
	const document = window.activeTextEditor?.document;
	if (!document) throw new Error('Open the file that is to be checked first, as text.');
	const name = baseName(document.uri.path);
	const byName = kindOfUri(document.uri);
	if (byName) {
		void window.showInformationMessage(`${name} is checked as ${byName.fileName} already, by its name.`);
		return;
	}
	const kind = fileKinds.find((each) => each.fileName === fileName) ?? (await choose(name));
	if (!kind) return;
	await languages.setTextDocumentLanguage(document, kind.languageId);
	window.setStatusBarMessage(`$(check) ${name} is checked as ${kind.fileName} now.`, 4000);
};

async function choose(name: string): Promise<FileKind | undefined> {
	const items = fileKinds.map((kind) => ({ label: kind.fileName, file: kind }));
	return (await window.showQuickPick(items, { placeHolder: `Check ${name} as…` }))?.file;
}
