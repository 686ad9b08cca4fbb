import { commands, Range, TabInputText, type TextDocument, type Uri, type ViewColumn, window } from 'vscode';
import {
	type GridFilter,
	type GridPlace,
	type GridRangeAnswer,
	gridRangeRequest,
	tableViewType,
} from '../../../server/src/protocol';
import { openText } from '../files/documents';
import { fileOfTab, tabsOf } from '../files/tabs';
import type { LanguageServer } from '../server/languageServer';
import type { GridToPage } from './messages';
import { tablesOf } from './openTables';

/** What tables show first whose page does not run yet, by URI. */
const pendingMessages = new Map<string, GridToPage>();

/** What a new table of a file shows first; it is handed out once. */
export function takePendingMessage({ uri }: TextDocument): GridToPage | undefined {
	const key = uri.toString();
	const message = pendingMessages.get(key);
	pendingMessages.delete(key);
	return message;
}

/**
 * Shows a file as a table, and a place in it: in a table that is open, else instead of the active text editor of the
 * file, else in a new editor.
 */
export async function showAsTable(uri: Uri, place?: GridPlace, preserveFocus = false): Promise<void> {
	const [table] = tablesOf(uri);
	if (table) {
		table.reveal(place ?? table.place ?? { record: 1, column: 0 }, preserveFocus);
		return;
	}
	if (place) pendingMessages.set(uri.toString(), { type: 'reveal', place });
	await switchEditor(uri, tableViewType, preserveFocus);
}

/** Shows a file as a table as `showAsTable` does, with the rows that pass a filter. `column` is the one to look at, 0-based. */
export async function showFiltered(
	uri: Uri,
	filter: GridFilter,
	column: number,
	preserveFocus: boolean,
): Promise<void> {
	const [table] = tablesOf(uri);
	if (table) {
		table.showRows(filter, column, preserveFocus);
		return;
	}
	pendingMessages.set(uri.toString(), { type: 'filter', filter, column });
	await switchEditor(uri, tableViewType, preserveFocus);
}

/**
 * Shows a file as text, with a cell selected: in a text editor that is open, else instead of the active table of the
 * file, else in a new editor, in `viewColumn` if it is given. Without a place, where the text editor stands.
 */
export async function showAsText(
	server: LanguageServer,
	uri: Uri,
	place?: GridPlace,
	viewColumn?: ViewColumn,
): Promise<void> {
	// Without the server, the text is shown where it was.
	const selection = place && (await cellRange(server, uri, place).catch(() => undefined));
	const document = await openText(uri);
	const open = tabsOf(uri).find(({ input }) => input instanceof TabInputText);
	if (!open && viewColumn === undefined) await switchEditor(uri, 'default');
	await window.showTextDocument(document, {
		...(selection && { selection }),
		preview: false,
		viewColumn: viewColumn ?? open?.group.viewColumn ?? window.tabGroups.activeTabGroup.viewColumn,
	});
}

/** Where a cell lies in the text, its quotes included; undefined if there is no such row, or the server is down. */
export async function cellRange(
	server: LanguageServer,
	uri: Uri,
	place: GridPlace,
): Promise<Range | undefined> {
	if (server.isDown) return undefined;
	const params = { ...place, uri: uri.toString() };
	const answer = await server.request<GridRangeAnswer>(gridRangeRequest, params);
	if (!answer) return undefined;
	const { start, end } = answer.range;
	return new Range(start.line, start.character, end.line, end.character);
}

/**
 * Shows a file in another kind of editor. Where its tab is the active one, that changes its kind: closing it would ask
 * to save, and a second one would be left behind.
 */
async function switchEditor(uri: Uri, viewType: string, preserveFocus = false): Promise<void> {
	const { activeTab } = window.tabGroups.activeTabGroup;
	const isActive = activeTab && fileOfTab(activeTab)?.toString() === uri.toString();
	if (isActive) await commands.executeCommand('reopenActiveEditorWith', viewType);
	else await commands.executeCommand('vscode.openWith', uri, viewType, { preserveFocus });
}
