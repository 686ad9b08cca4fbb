import { commands, Range, TabInputText, type TextDocument, type Uri, type ViewColumn, window } from 'vscode';
import {
	type GridPlace,
	type GridRangeAnswer,
	gridRangeRequest,
	tableViewType,
} from '../../../server/src/protocol';
import { openText } from '../files/documents';
import { fileOfTab, tabsOf } from '../files/tabs';
import type { LanguageServer } from '../server/languageServer';
import { tablesOf } from './openTables';

/** Places to show in tables whose page does not run yet, by URI. */
const pendingPlaces = new Map<string, GridPlace>();

/** The place that a new table of a file shows first; it is handed out once. */
export function takePendingPlace({ uri }: TextDocument): GridPlace | undefined {
	const key = uri.toString();
	const place = pendingPlaces.get(key);
	pendingPlaces.delete(key);
	return place;
}

/**
 * Shows a file as a table, and a place in it: in a table that is open, else instead of the active text editor of the
 * file, else in a new editor.
 */
export async function showAsTable(uri: Uri, place?: GridPlace): Promise<void> {
	const [table] = tablesOf(uri);
	if (table) {
		table.reveal(place ?? table.place ?? { record: 1, column: 0 });
		return;
	}
	if (place) pendingPlaces.set(uri.toString(), place);
	await switchEditor(uri, tableViewType);
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
async function switchEditor(uri: Uri, viewType: string): Promise<void> {
	const { activeTab } = window.tabGroups.activeTabGroup;
	const isActive = activeTab && fileOfTab(activeTab)?.toString() === uri.toString();
	if (isActive) await commands.executeCommand('reopenActiveEditorWith', viewType);
	else await commands.executeCommand('vscode.openWith', uri, viewType);
}
