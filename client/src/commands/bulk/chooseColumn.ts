import { type TextDocument, window } from 'vscode';
import {
	type ColumnCountsAnswer,
	type ColumnValues,
	type ColumnValuesAnswer,
	type ColumnValuesParams,
	columnCountsRequest,
	columnValuesRequest,
	type FileRef,
	type OneFile,
} from '../../../../server/src/protocol';
import { labelText } from '../../../../server/src/safeText';
import { formatNumber } from '../../../../server/src/wording';
import { currentDocument } from '../../files/currentView';
import { refOf } from '../../files/filePair';
import { activeTable } from '../../grid/openTables';
import type { LanguageServer } from '../../server/languageServer';
import { chooseOpenFile } from '../../ui/chooseFile';
import { pickOne } from '../../ui/quickPick';
import type { CommandContext } from '../command';
import { askServer } from './askServer';

/** A column to change, and the version of its file that its values were counted in. */
export interface ChosenColumn {
	readonly file: FileRef;
	readonly values: ColumnValues;
}

/**
 * The column that a command passes with its file, else that of the cursor or of the table's active cell, else one that
 * the person picks. Undefined if nothing is picked.
 */
export async function chooseColumn(
	{ server, finder }: Pick<CommandContext, 'server' | 'finder'>,
	passedFile?: unknown,
	passedColumn?: unknown,
): Promise<ChosenColumn | undefined> {
	const before = currentDocument();
	const document = (await chooseOpenFile(finder, passedFile))?.document;
	if (!document) return undefined;
	const file = refOf(document);
	// In a file that is shown only now, the cursor says nothing.
	const atCursor = document === before ? columnAtCursor(document) : undefined;
	const at = typeof passedColumn === 'number' ? passedColumn : atCursor;
	if (at !== undefined) {
		const values = await countValues(server, { file, at });
		if (values !== null) return values && { file, values };
	}
	const column = await pickColumn(server, file);
	const values = column === undefined ? undefined : await countValues(server, { file, at: column });
	return values ? { file, values } : undefined;
}

/** Where the cursor or the active cell is in a file; undefined if the file is not in the active editor. */
function columnAtCursor(document: TextDocument): ColumnValuesParams['at'] | undefined {
	const table = activeTable();
	if (table?.document === document) return table.place?.column;
	const editor = window.activeTextEditor;
	if (editor?.document !== document) return undefined;
	const { line, character } = editor.selection.active;
	return { line, character };
}

/** Null if the cursor is in no column; undefined if the person cancels. */
function countValues(
	server: LanguageServer,
	params: ColumnValuesParams,
): Promise<ColumnValues | null | undefined> {
	return askServer<ColumnValuesAnswer>(server, 'Counting values', columnValuesRequest, params);
}

async function pickColumn(server: LanguageServer, file: FileRef): Promise<number | undefined> {
	const params: OneFile = { file };
	const answer = await askServer<ColumnCountsAnswer>(server, 'Counting values', columnCountsRequest, params);
	const items = answer?.columns.map(({ index, name, letter, filled, empty }) => ({
		label: labelText(name),
		description: labelText(`${letter} · ${formatNumber(filled)} filled, ${formatNumber(empty)} empty`),
		index,
	}));
	if (!items) return undefined;
	return (await pickOne(items, { placeHolder: 'Choose a column' }))?.index;
}
