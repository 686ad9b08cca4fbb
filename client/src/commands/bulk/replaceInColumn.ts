import { Uri } from 'vscode';
import { type ReplaceAnswer, type ReplaceParams, replaceRequest } from '../../../../server/src/protocol';
import { countOf, shown } from '../../../../server/src/wording';
import type { LanguageServer } from '../../server/languageServer';
import { announce, unreadableRows } from '../../ui/announce';
import { applyEdits } from '../../ui/applyEdits';
import { bringToFront } from '../../ui/showFile';
import { quoted } from '../../ui/valueLabel';
import { askServer } from './askServer';

/** Replaces a value in a column and says in how many fields. */
export async function replaceInColumn(server: LanguageServer, params: ReplaceParams): Promise<void> {
	const answer = await askServer<ReplaceAnswer>(server, 'Replacing values', replaceRequest, params);
	if (!answer) return;
	await bringToFront(Uri.parse(params.file.uri));
	await applyEdits(answer.files);
	const { value, by } = params;
	const change = by === '' ? `${quoted(value)} emptied` : `changed from ${quoted(value)} to ${shown(by)}`;
	announce(
		`${countOf(answer.changed, 'field')} ${change}.${unreadableRows(answer.unreadable)}`,
		answer.files,
	);
}
