import { languages } from 'vscode';
import { type FileKind, fileKinds } from '../../../server/src/protocol';
import { iconText, labelText } from '../../../server/src/safeText';
import { currentDocument } from '../files/currentView';
import { baseName, isOwnFile, kindOfUri } from '../files/fileKinds';
import { showInformation } from '../ui/messages';
import { pickOne } from '../ui/quickPick';
import { showBriefly } from '../ui/statusItem';
import type { Command } from './command';

/** Checks a file of another name, such as "students (1).csv", as one of our two. */
export const checkAs: Command = async (_, fileName) => {
	const document = currentDocument();
	if (!document) throw new Error('Open a file as text first.');
	const name = baseName(document.uri.path);
	const kindByName = kindOfUri(document.uri);
	if (kindByName) {
		void showInformation(`${name} is already checked as ${kindByName.fileName}.`);
		return;
	}
	if (!isOwnFile(document.uri))
		throw new Error(`This is another version of ${name}. Open the file itself to check it.`);
	const kind = fileKinds.find((each) => each.fileName === fileName) ?? (await chooseKind(name));
	if (!kind) return;
	await languages.setTextDocumentLanguage(document, kind.languageId);
	showBriefly(iconText`$(check) ${labelText(`${name} is now checked as ${kind.fileName}.`)}`, 4000);
};

async function chooseKind(name: string): Promise<FileKind | undefined> {
	const items = fileKinds.map((kind) => ({ label: labelText(kind.fileName), file: kind }));
	return (await pickOne(items, { placeHolder: `Check ${name} as…` }))?.file;
}
