import { Disposable, TabInputText, type Uri, window, workspace } from 'vscode';
import type { GridPlace } from '../../../server/src/protocol';
import { fileOfTab } from '../files/tabs';
import { showFailure } from '../ui/showFailure';
import { activeTable } from './openTables';
import { showAsTable } from './showTable';

/** How long VS Code may take to open an editor for the new name, in milliseconds. */
const WAIT_MS = 3000;

/** A table whose file is being renamed. */
interface RenamedTable {
	readonly target: string;
	readonly place: GridPlace | undefined;
}

/** Keeps the active table a table where its file is renamed: VS Code opens a renamed file of a custom editor as text. */
export function followRenamedTables(): Disposable {
	let renamed: RenamedTable | undefined;
	return Disposable.from(
		workspace.onWillRenameFiles(({ files }) => {
			const table = activeTable();
			const file = files.find(({ oldUri }) => oldUri.toString() === table?.document.uri.toString());
			renamed = file && { target: file.newUri.toString(), place: table?.place };
		}),
		workspace.onDidRenameFiles(({ files }) => {
			const file = files.find(({ newUri }) => newUri.toString() === renamed?.target);
			const place = renamed?.place;
			renamed = undefined;
			if (file) whenActive(file.newUri, () => void showAsTable(file.newUri, place).catch(showFailure));
		}),
	);
}

/** Calls a function once a file is in the active text editor; never where that takes too long. */
function whenActive(uri: Uri, then: () => void): void {
	const listening = window.tabGroups.onDidChangeTabs(look);
	const timer = setTimeout(stop, WAIT_MS);
	look();

	function look(): void {
		const { activeTab } = window.tabGroups.activeTabGroup;
		if (!(activeTab?.input instanceof TabInputText) || fileOfTab(activeTab)?.toString() !== uri.toString())
			return;
		stop();
		then();
	}

	function stop(): void {
		clearTimeout(timer);
		listening.dispose();
	}
}
