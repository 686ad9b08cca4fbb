import { Uri, workspace } from 'vscode';
import type { Mapping } from '../../../../server/src/protocol';
import { iconText, labelText } from '../../../../server/src/safeText';
import { openText } from '../../files/documents';
import { baseName } from '../../files/fileKinds';
import { confirmOverwrite } from '../../ui/confirmOverwrite';
import type { FileWriter } from '../../ui/fileWriter';
import { type PickItem, pickOne } from '../../ui/quickPick';
import { folderFor } from './exportFile';

/** The name of a saved mapping; package.json has a JSON schema for it. */
const FILE_NAME = 'clever-import.json';

/** A mapping in the export's folder or in the workspace; 'new' where there is none or the person wants another. Undefined if they cancel. */
export async function chooseMapping(exported: Uri): Promise<Uri | 'new' | undefined> {
	const mappings = await findMappings(folderFor(exported));
	if (mappings.length === 0) return 'new';
	const items: (PickItem & { readonly mapping: Uri | 'new' })[] = mappings.map((uri) => ({
		label: iconText`$(json) Use ${labelText(baseName(uri.path))}`,
		description: labelText(`${workspace.asRelativePath(uri)}, in one step`),
		mapping: uri,
	}));
	items.push({ label: iconText`$(list-unordered) Choose Columns and Codes Again`, mapping: 'new' });
	const title = `Import ${baseName(exported.path)}`;
	const placeHolder = 'Choose a mapping';
	return (await pickOne(items, { title, placeHolder, ignoreFocusOut: true }))?.mapping;
}

/** The mappings of a folder, which may be outside the workspace, then those of the workspace. */
async function findMappings(folder: Uri): Promise<Uri[]> {
	const isMapping = (name: string): boolean => name === FILE_NAME || name.endsWith(`.${FILE_NAME}`);
	const inFolder = (await workspace.fs.readDirectory(folder)).map(([name]) => name).filter(isMapping);
	const inWorkspace = await workspace.findFiles(`**/{${FILE_NAME},*.${FILE_NAME}}`, '**/node_modules/**', 20);
	const all = [...inFolder.map((name) => Uri.joinPath(folder, name)), ...inWorkspace];
	return [...new Map(all.map((uri) => [uri.toString(), uri])).values()];
}

/** The text of a mapping, with unsaved changes. */
export async function readMapping(uri: Uri): Promise<string> {
	return (await openText(uri)).getText();
}

/** A mapping as JSON. */
export function mappingText(mapping: Mapping): string {
	return `${JSON.stringify(mapping, undefined, '\t')}\n`;
}

/** Saves a mapping in a folder; asks before it overwrites one. */
export async function saveMapping(writer: FileWriter, folder: Uri, mapping: Mapping): Promise<void> {
	const uri = Uri.joinPath(folder, FILE_NAME);
	const confirmed = await confirmOverwrite(uri, 'Its columns and codes will be replaced by these.');
	if (confirmed) await writer.writeAndShow({ ...confirmed, text: mappingText(mapping) });
}
