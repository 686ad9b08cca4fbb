import {
	commands,
	type DocumentSymbol,
	type Range,
	TextEdit,
	type Uri,
	WorkspaceEdit,
	workspace,
} from 'vscode';
import {
	type AddColumnAnswer,
	type AddColumnParams,
	addColumnRequest,
	clientCommands,
	type WayOut,
} from '../../../server/src/protocol';
import { shown } from '../../../server/src/wording';
import { markReviewed } from '../compare/comparisonPanel';
import { columnIn } from '../files/columnIn';
import { openText } from '../files/documents';
import { fileInFolder } from '../files/fileInFolder';
import { baseName } from '../files/fileKinds';
import { refOf } from '../files/filePair';
import type { LanguageServer } from '../server/languageServer';
import { announce } from '../ui/announce';
import { applyEdits, changedError } from '../ui/applyEdits';
import { showFile, showPlace } from '../ui/showFile';
import { addToSetting, announceSetting } from '../ui/writeSetting';
import { acceptValues } from './acceptValue';
import { askServer } from './bulk/askServer';

/** Does what a reason offers, for the files of a folder. What it throws is in words for the person. */
export async function takeWayOut(server: LanguageServer, folder: Uri, way: WayOut): Promise<void> {
	const { kind, column = '', value = '', values = [] } = way;
	if (kind === 'accept') return acceptValues(column, values);
	if (kind === 'not-sent') {
		await addToSetting('notSent', [column]);
		announceSetting(`${column} is not asked for any more.`, 'notSent');
		return;
	}
	if (kind === 'show-comparison') {
		await commands.executeCommand('cleverDemographics.showComparison', folder.toString());
		return;
	}
	if (kind === 'mark-reviewed') return markReviewed(server, folder);
	const uri = await fileInFolder(folder, way.fileName ?? '');
	switch (kind) {
		case 'fix-all':
			await openText(uri);
			await commands.executeCommand(clientCommands.fixAll, uri.toString());
			break;
		case 'show-problems':
			await showFile(uri);
			await commands.executeCommand(clientCommands.showProblems);
			break;
		case 'save':
			await (await openText(uri)).save();
			break;
		case 'save-as-utf8':
			await openText(uri);
			await commands.executeCommand(clientCommands.saveAsUtf8, uri.toString());
			break;
		case 'rename-file':
			await openText(uri);
			await commands.executeCommand(clientCommands.renameFile, uri.toString());
			break;
		case 'open-file':
			await showFile(uri);
			break;
		case 'rename-column':
			await renameColumn(server, uri, way, value);
			break;
		case 'go-to-column':
			await goToColumn(server, uri, way);
			break;
		case 'fill':
			await fillColumn(server, uri, way);
			break;
		case 'add-column':
			await addColumn(server, uri, column);
			break;
	}
}

/** Shows the header of a column, and returns its range. Throws where the file does not have it any more. */
async function goToColumn(server: LanguageServer, uri: Uri, { column = '', index }: WayOut): Promise<Range> {
	await openText(uri);
	const symbols = await commands.executeCommand<readonly DocumentSymbol[] | undefined>(
		'vscode.executeDocumentSymbolProvider',
		uri,
	);
	const found = columnIn(symbols ?? [], { column, index });
	if (!found) {
		const name = shown(column).trim();
		throw new Error(`The column ${name} is not in ${baseName(uri.path)} any more. Check the folder again.`);
	}
	await showPlace(server, uri, found.range);
	return found.range;
}

async function fillColumn(server: LanguageServer, uri: Uri, way: WayOut): Promise<void> {
	const { start } = await goToColumn(server, uri, way);
	const cell = await server.cellAt(uri, start);
	// A table says its active cell a moment later, so the column is named.
	await commands.executeCommand('cleverDemographics.fillEmpty', uri.toString(), cell?.column);
}

async function renameColumn(server: LanguageServer, uri: Uri, way: WayOut, name: string): Promise<void> {
	const range = await goToColumn(server, uri, way);
	const edit = new WorkspaceEdit();
	edit.set(uri, [TextEdit.replace(range, name)]);
	if (!(await workspace.applyEdit(edit))) throw changedError(uri);
}

async function addColumn(server: LanguageServer, uri: Uri, column: string): Promise<void> {
	const document = await openText(uri);
	await showFile(uri);
	const params: AddColumnParams = { file: refOf(document), column };
	const title = `Adding the column ${column}`;
	const answer = await askServer<AddColumnAnswer>(server, title, addColumnRequest, params);
	if (!answer) return;
	await applyEdits(answer.files);
	announce(`${column} was added to ${baseName(uri.path)}. Fill its rows.`, answer.files);
}
