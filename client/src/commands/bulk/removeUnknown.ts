import { type QuickPickItem, window } from 'vscode';
import {
	extensionFile,
	type RemoveRowsAnswer,
	type RemoveRowsParams,
	removeRowsRequest,
	rosterFile,
	type TwoFiles,
	type UnknownRow,
	type UnknownRowsAnswer,
	unknownRowsRequest,
} from '../../../../server/src/protocol';
import { countOf, formatNumber, plural } from '../../../../server/src/wording';
import { openPair, pairInView } from '../../files/filePair';
import { announce, unreadableRows } from '../../ui/announce';
import { applyEdits } from '../../ui/applyEdits';
import type { Command } from '../command';
import { askServer } from './askServer';

/** Rows that are listed one by one; a longer list is slow and hard to read. */
const MAX_LISTED = 1000;

interface Item extends QuickPickItem {
	readonly rows: readonly number[];
}

/** Lists the rows of the extension file whose student is not in the roster, and deletes those that are picked. */
export const removeUnknown: Command = async ({ server }) => {
	const params: TwoFiles = await openPair(pairInView());
	const unknown = await askServer<UnknownRowsAnswer>(
		server,
		'Finding unknown students',
		unknownRowsRequest,
		params,
	);
	if (!unknown) return;
	const skipped = unreadableRows(unknown.unreadable);
	if (unknown.rows.length === 0) {
		void window.showInformationMessage(
			`Every student of ${extensionFile.fileName} is in ${rosterFile.fileName}.${skipped}`,
		);
		return;
	}
	const picked = await window.showQuickPick(itemsFor(unknown.rows), {
		canPickMany: true,
		title: `${countOf(unknown.rows.length, 'row')} of ${extensionFile.fileName} ${plural(unknown.rows.length, 'is for a student', 'are for students')} not in ${rosterFile.fileName}`,
		placeHolder: 'Checked rows will be deleted',
	});
	const rows = picked?.flatMap((item) => item.rows) ?? [];
	if (rows.length === 0) return;
	const toRemove: RemoveRowsParams = { file: params.extension, rows };
	const answer = await askServer<RemoveRowsAnswer>(server, 'Deleting rows', removeRowsRequest, toRemove);
	if (!answer) return;
	await applyEdits(answer.files);
	announce(`${countOf(rows.length, 'row')} deleted from ${extensionFile.fileName}.${skipped}`, answer.files);
};

function itemsFor(rows: readonly UnknownRow[]): Item[] {
	const items: Item[] = rows.slice(0, MAX_LISTED).map(({ id, row }) => ({
		label: id,
		description: `Row ${formatNumber(row)}`,
		rows: [row],
		picked: true,
	}));
	const more = rows.slice(MAX_LISTED);
	if (more.length > 0) {
		items.push({
			label: countOf(more.length, 'more row'),
			description: `Row ${formatNumber(more[0]?.row ?? 0)} and below`,
			rows: more.map(({ row }) => row),
			picked: true,
		});
	}
	return items;
}
