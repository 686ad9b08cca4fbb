import { Uri, window } from 'vscode';
import {
	type ProblemListAnswer,
	type ProblemListParams,
	problemListRequest,
} from '../../../../server/src/protocol';
import { labelText } from '../../../../server/src/safeText';
import { countOf, formatNumber, plural } from '../../../../server/src/wording';
import { baseName, kindOfUri } from '../../files/fileKinds';
import { refOf } from '../../files/filePair';
import { chooseOpenFile } from '../../ui/chooseFile';
import { showInformation } from '../../ui/messages';
import { pickOne } from '../../ui/quickPick';
import type { Command } from '../command';
import { askServer } from './askServer';

/** Writes all problems of the active file into a new CSV file. */
export const exportProblems: Command = async ({ server, finder, writer }) => {
	const chosen = await chooseOpenFile(finder);
	if (!chosen) return;
	const { document, uri } = chosen;
	const file = refOf(document);
	const picked = await pickOne(
		[
			{
				label: labelText('Without Values (Safe to Send)'),
				description: labelText('Rule, row and column, but nothing that tells a value'),
				withValues: false,
			},
			{
				label: labelText('With Values'),
				description: labelText('Contains student data, but no passwords'),
				withValues: true,
			},
		],
		{ title: `Export the List of Problems: ${baseName(uri.path)}` },
	);
	if (!picked) return;
	const params: ProblemListParams = { file, withValues: picked.withValues };
	const answer = await askServer<ProblemListAnswer>(server, 'Listing problems', problemListRequest, params);
	if (!answer) return;
	const target = await window.showSaveDialog({
		title: 'Export the List of Problems',
		filters: { CSV: ['csv'] },
		...(!document.isUntitled && { defaultUri: Uri.joinPath(uri, '..', 'problems.csv') }),
	});
	if (!target) return;
	// The dialog asks before it overwrites a file, but does not know that two of them go to Clever.
	if (kindOfUri(target))
		throw new Error(`${baseName(target.path)} is a file for Clever. Choose another name for the list.`);
	await writer.write({ uri: target, text: answer.text, mayReplace: true });
	const { count, leftOut } = answer;
	const more =
		leftOut > 0
			? ` Left out: ${formatNumber(leftOut)} that ${plural(leftOut, 'tells', 'tell')} a value even without it.`
			: '';
	void showInformation(
		`${countOf(count, 'problem')} written to ${baseName(target.path)}.${more}`,
		'Open',
	).then((button) => {
		if (button) void window.showTextDocument(target, { preview: false });
	});
};
