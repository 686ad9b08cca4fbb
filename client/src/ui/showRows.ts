import { TabInputText, type Uri } from 'vscode';
import {
	type GridFilter,
	type GridLayoutAnswer,
	type GridPlace,
	type GridRowsAnswer,
	type GridRowsParams,
	gridLayoutRequest,
	gridRowsRequest,
} from '../../../server/src/protocol';
import { openText } from '../files/documents';
import { baseName } from '../files/fileKinds';
import { tabsOf } from '../files/tabs';
import { tablesOf } from '../grid/openTables';
import { cellRange, showAsTable, showFiltered } from '../grid/showTable';
import type { LanguageServer } from '../server/languageServer';
import { showInformation } from './messages';
import { bringToFront, showPlace } from './showFile';
import { withProgress } from './withProgress';

/** Views of the file that only these requests have. */
let lastView = 0;

/** Which rows of a file to show, by the name of a column as the report and the table have it. */
export interface RowsOfColumn {
	readonly column: string;
	/** Rows with one of these values, with a problem in the column, without a value there, or any; or only the column. */
	readonly show: { readonly values: readonly string[] } | 'wrong' | 'empty' | 'any' | 'column';
	/** Only rows with this value in another column. */
	readonly among?: { readonly column: string; readonly value: string } | undefined;
	/** Only rows that had this value in the column in the last upload, where a comparison is at hand. */
	readonly changedFrom?: string | undefined;
}

/** Shows rows of a file as `showRows` does. Throws, in words for the person, where the file has no such column any more. */
export async function showRowsOfColumn(
	server: LanguageServer,
	uri: Uri,
	{ column, show, among, changedFrom }: RowsOfColumn,
): Promise<void> {
	await openText(uri);
	const layout = await server.request<GridLayoutAnswer>(gridLayoutRequest, { uri: uri.toString() });
	const indexOf = (column: string): number => {
		const found = layout?.columns.find(({ name }) => name === column);
		if (!found) throw new Error(`The column ${column} is not in ${baseName(uri.path)} any more.`);
		return found.index;
	};
	const index = indexOf(column);
	if (show === 'column') return showHeader(server, uri, index);
	const values = [
		...(among ? [{ column: indexOf(among.column), values: [among.value] }] : []),
		...(show === 'empty' ? [{ column: index, values: [''] }] : []),
		...(typeof show === 'object' ? [{ column: index, values: show.values }] : []),
	];
	const filter = {
		...(values.length > 0 && { values }),
		...(show === 'wrong' && { problems: { column: index } }),
		...(changedFrom !== undefined && layout?.isCompared && { changed: { column: index, from: changedFrom } }),
	};
	await showRows(server, uri, filter, index);
}

/**
 * Shows the rows of a file that pass a filter: in its table, or where it is open as text only the first of them in the
 * text. Of problems that are in no row, it shows the header.
 *
 * @param column the one to look at, 0-based.
 * @param preserveFocus whether the keyboard stays where it is.
 */
export async function showRows(
	server: LanguageServer,
	uri: Uri,
	filter: GridFilter,
	column: number,
	preserveFocus = false,
): Promise<void> {
	await openText(uri);
	const record = await firstRecord(server, uri, filter);
	if (record === undefined) return;
	if (preserveFocus && tabsOf(uri).length > 0) await bringToFront(uri);
	if (record === null) {
		if (filter.problems) await showHeader(server, uri, column, preserveFocus);
		else void showInformation(`${baseName(uri.path)} has no such rows any more.`);
		return;
	}
	if (isTable(uri)) await showFiltered(uri, filter, column, preserveFocus);
	else await showInText(server, uri, { record, column }, preserveFocus);
}

/** The first record that passes a filter; null if there is none, undefined if the person cancels. */
async function firstRecord(
	server: LanguageServer,
	uri: Uri,
	filter: GridFilter,
): Promise<number | null | undefined> {
	const params: GridRowsParams = {
		uri: uri.toString(),
		view: { id: `rows-${++lastView}`, filter },
		first: 0,
		count: 1,
		columns: [],
	};
	const answer = await withProgress('Looking for the rows', (listener) =>
		server.ask<GridRowsAnswer>(gridRowsRequest, params, listener),
	);
	return answer === undefined ? undefined : (answer?.rows[0]?.record ?? null);
}

async function showHeader(
	server: LanguageServer,
	uri: Uri,
	column: number,
	preserveFocus = false,
): Promise<void> {
	const place = { record: 0, column };
	if (isTable(uri)) await showAsTable(uri, place, preserveFocus);
	else await showInText(server, uri, place, preserveFocus);
}

async function showInText(
	server: LanguageServer,
	uri: Uri,
	place: GridPlace,
	preserveFocus: boolean,
): Promise<void> {
	const range = await cellRange(server, uri, place);
	if (range) await showPlace(server, uri, range, preserveFocus);
}

/** Whether a file is shown as a table: not where it is open as text only. */
function isTable(uri: Uri): boolean {
	return tablesOf(uri).length > 0 || !tabsOf(uri).some(({ input }) => input instanceof TabInputText);
}
