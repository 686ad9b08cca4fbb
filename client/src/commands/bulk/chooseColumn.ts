import { window } from 'vscode';
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
import { kindOf } from '../../files/fileKinds';
import { refOf } from '../../files/filePair';
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

/** The column of the cursor, else one that the person picks. Undefined if nothing is picked. */
export async function chooseColumn({
	server,
	finder,
}: Pick<CommandContext, 'server' | 'finder'>): Promise<ChosenColumn | undefined> {
	const editor = window.activeTextEditor;
	const cursor = editor && kindOf(editor.document) ? editor.selection.active : undefined;
	const document = cursor && editor ? editor.document : (await chooseOpenFile(finder))?.document;
	if (!document) return undefined;
	const file = refOf(document);
	if (cursor) {
		const atCursor: ColumnValuesParams = {
			file,
			at: { line: cursor.line, character: cursor.character },
		};
		const values = await countValues(server, atCursor);
		if (values !== null) return values && { file, values };
	}
	const column = await pickColumn(server, file);
	const values = column === undefined ? undefined : await countValues(server, { file, at: column });
	return values ? { file, values } : undefined;
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
