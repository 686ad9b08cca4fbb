import { type QuickPickItem, type Uri, window, workspace } from 'vscode';
import { rosterFile } from '../../../server/src/protocol';
import { currentView } from '../files/currentView';
import { openDocument } from '../files/documents';
import { anyCase, baseName, kindOf } from '../files/fileKinds';

interface RosterItem extends QuickPickItem {
	/** Without one: look on the disk. */
	readonly uri?: Uri;
}

/** The roster in view; else one that the person chooses among those open and in the workspace, or on the disk. */
export async function chooseRoster(): Promise<Uri | undefined> {
	const view = currentView();
	if (view?.kind.fileName === rosterFile.fileName) return view.uri;
	const known = await knownRosters();
	if (known.length === 0) return browse();
	const items: RosterItem[] = known.map((uri) => ({
		label: baseName(uri.path),
		description: workspace.asRelativePath(uri, true),
		uri,
	}));
	items.push({ label: '$(folder-opened) Browse…' });
	const placeHolder = `The roster whose students the new file is for`;
	const picked = await window.showQuickPick(items, { placeHolder, matchOnDescription: true });
	return picked && (picked.uri ?? browse());
}

async function knownRosters(): Promise<Uri[]> {
	const open = workspace.textDocuments
		.filter((document) => kindOf(document)?.fileName === rosterFile.fileName && document.uri.scheme !== 'git')
		.map(({ uri }) => uri);
	const found = await workspace.findFiles(anyCase(rosterFile.fileName), '**/node_modules/**', 50);
	return [...new Map([...open, ...found].map((uri) => [uri.toString(), uri])).values()];
}

async function browse(): Promise<Uri | undefined> {
	const chosen = await window.showOpenDialog({
		title: `Choose the roster (${rosterFile.fileName})`,
		openLabel: 'Create from this roster',
		filters: { CSV: ['csv'] },
	});
	return chosen?.[0];
}

/** The text as it stands in the editor, saved or not; else as it lies on the disk, wherever that is. */
export async function readRoster(uri: Uri): Promise<string> {
	const open = openDocument(uri);
	if (open) return open.getText();
	try {
		return await workspace.decode(await workspace.fs.readFile(uri), { uri });
	} catch {
		throw new Error(`${baseName(uri.path)} cannot be read, or is no text.`);
	}
}
