import { type Range, type Uri, ViewColumn, window } from 'vscode';
import { revealInTable, tablesOf } from '../grid/openTables';
import { showAsTable } from '../grid/showTable';
import type { LanguageServer } from '../server/languageServer';

/** Shows one of our files: in its table if it is open as one, else as text. */
export async function showFile(uri: Uri): Promise<void> {
	if (tablesOf(uri).length > 0) await showAsTable(uri);
	else await window.showTextDocument(uri, { preview: false });
}

/** Shows a place of one of our files: in its table if it is open as one, else in an editor that shows its text. */
export async function showPlace(server: LanguageServer, uri: Uri, range: Range): Promise<void> {
	if (tablesOf(uri).length > 0) {
		const cell = await server.cellAt(uri, range.start);
		if (cell && revealInTable(uri, cell)) return;
	}
	const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
	await window.showTextDocument(uri, {
		viewColumn: editor?.viewColumn ?? ViewColumn.Active,
		selection: range,
		preview: false,
	});
}
