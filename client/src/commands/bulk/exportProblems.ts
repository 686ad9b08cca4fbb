import { Uri, window, workspace } from 'vscode';
import {
	type ProblemListAnswer,
	type ProblemListParams,
	problemListRequest,
} from '../../../../server/src/protocol';
import { countOf } from '../../../../server/src/wording';
import { requireTextFile } from '../../files/currentView';
import { baseName, kindOfUri } from '../../files/fileKinds';
import { refOf } from '../../files/filePair';
import type { Command } from '../command';
import { ask } from './askServer';

/** Writes all problems of the file in view into a CSV file of their own. */
export const exportProblems: Command = async ({ server }) => {
	const { document, uri } = requireTextFile();
	const file = refOf(document);
	const picked = await window.showQuickPick(
		[
			{
				label: 'Without values (safe to send)',
				description: 'Rule, row and column, and nothing that stands in the file',
				withValues: false,
			},
			{
				label: 'With values',
				description: 'Holds data of students. A password is never written',
				withValues: true,
			},
		],
		{ title: `Export the problems of ${baseName(uri.path)}` },
	);
	if (!picked) return;
	const params: ProblemListParams = { file, withValues: picked.withValues };
	const answer = await ask<ProblemListAnswer>(server, 'Listing problems', problemListRequest, params);
	if (!answer) return;
	const target = await window.showSaveDialog({
		title: 'Export the list of problems',
		filters: { CSV: ['csv'] },
		...(!document.isUntitled && { defaultUri: Uri.joinPath(uri, '..', 'problems.csv') }),
	});
	if (!target) return;
	// The dialog has asked before it takes the place of another file, but not whether that is one of the two.
	if (kindOfUri(target))
		throw new Error(`${baseName(target.path)} is a file that goes to Clever. Choose another name.`);
	await workspace.fs.writeFile(target, new TextEncoder().encode(answer.text));
	void window
		.showInformationMessage(`${countOf(answer.count, 'problem')} listed in ${baseName(target.path)}.`, 'Open')
		.then((button) => button && window.showTextDocument(target, { preview: false }));
};
