import { type Uri, window, workspace } from 'vscode';
import { rosterFile } from '../../../server/src/protocol';
import { iconText, labelText } from '../../../server/src/safeText';
import { currentView } from '../files/currentView';
import { openFiles } from '../files/documents';
import { anyCase } from '../files/fileGlob';
import { baseName, kindOf } from '../files/fileKinds';
import { type PickItem, pickOne } from './quickPick';

interface RosterItem extends PickItem {
	/** Undefined for the item that opens the file dialog. */
	readonly uri?: Uri;
}

/** The roster in the active editor, else one that the person picks; undefined if nothing is picked. */
export async function chooseRoster(): Promise<Uri | undefined> {
	const view = currentView();
	if (view?.kind.fileName === rosterFile.fileName) return view.uri;
	const rosters = await findRosters();
	if (rosters.length === 0) return browse();
	const items: RosterItem[] = rosters.map((uri) => ({
		label: labelText(baseName(uri.path)),
		description: labelText(workspace.asRelativePath(uri, true)),
		uri,
	}));
	items.push({ label: iconText`$(folder-opened) Browse…` });
	const placeHolder = `Choose the ${rosterFile.fileName} with the students of the new file`;
	const picked = await pickOne(items, { placeHolder, matchOnDescription: true });
	return picked && (picked.uri ?? browse());
}

/** The rosters that are open, then those of the workspace. */
async function findRosters(): Promise<Uri[]> {
	const open = openFiles()
		.filter((document) => kindOf(document)?.fileName === rosterFile.fileName)
		.map(({ uri }) => uri);
	const saved = await workspace.findFiles(anyCase(rosterFile.fileName), '**/node_modules/**', 50);
	return [...new Map([...open, ...saved].map((uri) => [uri.toString(), uri])).values()];
}

async function browse(): Promise<Uri | undefined> {
	const uris = await window.showOpenDialog({
		title: `Choose ${rosterFile.fileName}`,
		openLabel: 'Create from This File',
		filters: { CSV: ['csv'] },
	});
	return uris?.[0];
}
