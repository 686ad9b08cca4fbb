import { ThemeIcon } from 'vscode';
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
import { labelText } from '../../../../server/src/safeText';
import { countOf, formatNumber, plural } from '../../../../server/src/wording';
import { openPair } from '../../files/filePair';
import { announce, unreadableRows } from '../../ui/announce';
import { applyEdits } from '../../ui/applyEdits';
import { chooseFilePair } from '../../ui/chooseFile';
import { showInformation, showWarning } from '../../ui/messages';
import { type PickItem, pickMany } from '../../ui/quickPick';
import { bringToFront } from '../../ui/showFile';
import { valueLabel } from '../../ui/valueLabel';
import type { Command } from '../command';
import { askServer } from './askServer';

/** Rows that are listed one by one; a longer list is slow and hard to read. */
const MAX_LISTED = 1000;

interface Item extends PickItem {
	readonly rows: readonly number[];
}

/** Lists the rows of the extension file whose student is not in the roster, and deletes those that are picked; a view passes the URI of one of the two. */
export const removeUnknown: Command = async ({ server, finder }, argument) => {
	const pair = await chooseFilePair(finder, argument);
	if (!pair) return;
	const params: TwoFiles = await openPair(pair);
	const unknown = await askServer<UnknownRowsAnswer>(
		server,
		'Finding unknown students',
		unknownRowsRequest,
		params,
	);
	if (!unknown) return;
	const skipped = unreadableRows(unknown.unreadable);
	if (unknown.rows.length === 0) {
		void showInformation(
			`Every student of ${extensionFile.fileName} is in ${rosterFile.fileName}.${skipped}`,
		);
		return;
	}
	const unread = unknown.rosterUnreadable;
	if (unread > 0) {
		showWarning(
			`${countOf(unread, 'row')} of ${rosterFile.fileName} ${plural(unread, 'has an ID', 'have IDs')} that cannot be read, so these students may be there. Fix ${plural(unread, 'that row', 'those rows')} first.`,
		);
	}
	const picked = await pickMany(itemsFor(unknown.rows), {
		title: `${countOf(unknown.rows.length, 'row')} of ${extensionFile.fileName} ${plural(unknown.rows.length, 'is for a student', 'are for students')} not in ${rosterFile.fileName}`,
		placeHolder: unread > 0 ? 'Nothing is checked: see the warning' : 'Checked rows will be removed',
		matchOnDescription: true,
		matchOnDetail: true,
	});
	const rows = picked?.flatMap((item) => item.rows) ?? [];
	if (rows.length === 0) return;
	const toRemove: RemoveRowsParams = { file: params.extension, rows };
	const answer = await askServer<RemoveRowsAnswer>(server, 'Removing rows', removeRowsRequest, toRemove);
	if (!answer) return;
	await bringToFront(pair.extension);
	await applyEdits(answer.files);
	announce(`${countOf(rows.length, 'row')} removed from ${extensionFile.fileName}.${skipped}`, answer.files);
};

function itemsFor(rows: readonly UnknownRow[]): Item[] {
	const more = rows.slice(MAX_LISTED);
	return [
		...rows.slice(0, MAX_LISTED).map(itemFor),
		...itemForRest(
			more.filter(({ isSafe }) => isSafe),
			true,
		),
		...itemForRest(
			more.filter(({ isSafe }) => !isSafe),
			false,
		),
	];
}

function itemFor({ id, row, name, values, reason, isSafe }: UnknownRow): Item {
	const parts = [`Row ${formatNumber(row)}`, ...(name ? [name] : []), ...values];
	return {
		label: valueLabel(id),
		description: labelText(parts.join(' · ')),
		detail: labelText(reason),
		rows: [row],
		picked: isSafe,
		...(!isSafe && { iconPath: new ThemeIcon('warning') }),
	};
}

/** One item for all rows of a long list that are not listed. */
function itemForRest(rows: readonly UnknownRow[], picked: boolean): Item[] {
	const [first] = rows;
	if (!first) return [];
	return [
		{
			label: labelText(countOf(rows.length, 'more row')),
			description: labelText(`Row ${formatNumber(first.row)} and below`),
			detail: labelText(picked ? first.reason : 'These students may be in the other file under another ID.'),
			rows: rows.map(({ row }) => row),
			picked,
		},
	];
}
