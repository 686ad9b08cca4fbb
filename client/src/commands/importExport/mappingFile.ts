import { Uri, window, workspace } from 'vscode';
import type { Mapping } from '../../../../server/src/protocol';
import { baseName } from '../../files/fileKinds';
import { confirmOverwrite, writeFile } from '../../ui/writeFile';
import { folderFor } from './exportFile';

/** The name under which a mapping is saved; package.json binds the schema to it. */
const FILE_NAME = 'clever-import.json';

/** A mapping that lies beside the export or in the workspace, or 'new' where none does or none is wanted. */
export async function chooseMapping(exported: Uri): Promise<Uri | 'new' | undefined> {
	const known = await findMappings(folderFor(exported));
	if (known.length === 0) return 'new';
	const items: { label: string; description: string; mapping: Uri | 'new' }[] = known.map((uri) => ({
		label: `$(json) Use ${baseName(uri.path)}`,
		description: `${workspace.asRelativePath(uri)}, in one step`,
		mapping: uri,
	}));
	items.push({ label: '$(list-unordered) Choose columns and codes anew', description: '', mapping: 'new' });
	const title = `Import ${baseName(exported.path)}`;
	const placeHolder = 'With which mapping?';
	return (await window.showQuickPick(items, { title, placeHolder, ignoreFocusOut: true }))?.mapping;
}

/** Those in the folder first, which may be in no workspace. */
async function findMappings(folder: Uri): Promise<Uri[]> {
	const isMapping = (name: string): boolean => name === FILE_NAME || name.endsWith(`.${FILE_NAME}`);
	const beside = (await workspace.fs.readDirectory(folder)).map(([name]) => name).filter(isMapping);
	const found = await workspace.findFiles(`**/{${FILE_NAME},*.${FILE_NAME}}`, '**/node_modules/**', 20);
	const all = [...beside.map((name) => Uri.joinPath(folder, name)), ...found];
	return [...new Map(all.map((uri) => [uri.toString(), uri])).values()];
}

/** Its text, with changes that are not saved. */
export async function readMapping(uri: Uri): Promise<string> {
	return (await workspace.openTextDocument(uri)).getText();
}

export function mappingText(mapping: Mapping): string {
	return `${JSON.stringify(mapping, undefined, '\t')}\n`;
}

export async function saveMapping(folder: Uri, mapping: Mapping): Promise<void> {
	const uri = Uri.joinPath(folder, FILE_NAME);
	if (await confirmOverwrite(uri, 'The columns and codes in it would be replaced by these.')) {
		await writeFile(uri, mappingText(mapping));
	}
}
