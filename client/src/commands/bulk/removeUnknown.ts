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
import { countOf, formatNumber } from '../../../../server/src/wording';
import { openedPair, pairInView } from '../../files/filePair';
import { announce, applyEdits, unreadableRows } from '../../ui/applyEdits';
import type { Command } from '../command';
import { ask } from './askServer';

/** Rows that are listed one by one; a list of more is slow, and nobody reads it. */
const MOST_LISTED = 1000;

interface Item extends QuickPickItem {
	readonly rows: readonly number[];
}

/** Shows the rows of the extension file whose student the roster does not have, and deletes those that are picked. */
export const removeUnknown: Command = async ({ server }) => {
	const params: TwoFiles = await openedPair(pairInView());
	const found = await ask<UnknownRowsAnswer>(
		server,
		'Looking for unknown students',
		unknownRowsRequest,
		params,
	);
	if (!found) return;
	const skipped = unreadableRows(found.unreadable);
	if (found.rows.length === 0) {
		void window.showInformationMessage(
			`${rosterFile.fileName} has every student of ${extensionFile.fileName}.${skipped}`,
		);
		return;
	}
	const picked = await window.showQuickPick(itemsFor(found.rows), {
		canPickMany: true,
		title: `${countOf(found.rows.length, 'row')} of ${extensionFile.fileName} of students that ${rosterFile.fileName} does not have`,
		placeHolder: 'The rows that are ticked will be deleted',
	});
	const rows = picked?.flatMap((item) => item.rows) ?? [];
	if (rows.length === 0) return;
	const toRemove: RemoveRowsParams = { file: params.extension, rows };
	const answer = await ask<RemoveRowsAnswer>(server, 'Deleting rows', removeRowsRequest, toRemove);
	if (!answer) return;
	await applyEdits(answer.files);
	announce(`${countOf(rows.length, 'row')} deleted from ${extensionFile.fileName}.${skipped}`, answer.files);
};

function itemsFor(rows: readonly UnknownRow[]): Item[] {
	const items: Item[] = rows.slice(0, MOST_LISTED).map(({ id, row }) => ({
		label: id,
		description: `Row ${formatNumber(row)}`,
		rows: [row],
		picked: true,
	}));
	const more = rows.slice(MOST_LISTED);
	if (more.length > 0) {
		const label = `The ${countOf(more.length, 'row')} below these`;
		items.push({
			label,
			description: `From row ${formatNumber(more[0]?.row ?? 0)} on`,
			rows: more.map(({ row }) => row),
			picked: true,
		});
	}
	return items;
}
