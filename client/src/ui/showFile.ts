import { commands, type Range, TabInputText, type Uri, ViewColumn, window } from 'vscode';
import { tableViewType } from '../../../server/src/protocol';
import { currentDocument } from '../files/currentView';
import { tabsOf } from '../files/tabs';
import { revealInTable, tablesOf } from '../grid/openTables';
import { showAsTable } from '../grid/showTable';
import type { LanguageServer } from '../server/languageServer';

/** Shows one of our files: in its table if it is open as one, else as text. */
export async function showFile(uri: Uri): Promise<void> {
	if (tablesOf(uri).length > 0) await showAsTable(uri);
	else await window.showTextDocument(uri, { preview: false });
}

/**
 * Makes a file the active one, so that Undo works on it: in its table or text as it is open, else as a table. The
 * keyboard stays where it is.
 */
export async function bringToFront(uri: Uri): Promise<void> {
	if (currentDocument()?.uri.toString() === uri.toString()) return;
	const tabs = tabsOf(uri);
	const tab = tabs.find(({ isActive }) => isActive) ?? tabs[0];
	const viewType = tab?.input instanceof TabInputText ? 'default' : tableViewType;
	// Not by `showTextDocument`: told to keep the focus, that leaves another group of editors the active one.
	await commands.executeCommand('vscode.openWith', uri, viewType, {
		viewColumn: tab?.group.viewColumn ?? ViewColumn.Active,
		preserveFocus: true,
		preview: false,
	});
}

/** Shows a place of one of our files: in its table if it is open as one, else in an editor that shows its text. */
export async function showPlace(
	server: LanguageServer,
	uri: Uri,
	range: Range,
	preserveFocus = false,
): Promise<void> {
	if (tablesOf(uri).length > 0) {
		const cell = await server.cellAt(uri, range.start);
		if (cell && revealInTable(uri, cell, preserveFocus)) return;
	}
	const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
	await window.showTextDocument(uri, {
		viewColumn: editor?.viewColumn ?? ViewColumn.Active,
		selection: range,
		preserveFocus,
		preview: false,
	});
}
