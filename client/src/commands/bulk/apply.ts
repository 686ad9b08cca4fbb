import { Range, TextEdit, Uri, WorkspaceEdit, workspace } from 'vscode';
import type { FileEdits } from '../../../../server/src/protocol';
import { openDocument } from '../../documents';
import { baseName } from '../../files';
import { count, plain } from '../../status/verdict';

/** Makes edits as one step to undo; not where a text has changed since they were worked out. */
export async function apply(files: readonly FileEdits[]): Promise<void> {
	const edit = new WorkspaceEdit();
	for (const { uri, version, edits } of files) {
		const document = openDocument(Uri.parse(uri));
		if (document?.version !== version) throw changed(uri);
		edit.set(
			document.uri,
			edits.map(({ range: { start, end }, newText }) =>
				TextEdit.replace(new Range(start.line, start.character, end.line, end.character), newText),
			),
		);
	}
	const [first] = files;
	if (first && !(await workspace.applyEdit(edit))) throw changed(first.uri);
}

function changed(uri: string): Error {
	return new Error(`${baseName(Uri.parse(uri).path)} changed meanwhile, so nothing was done. Try again.`);
}

/** What is said of rows that could not be read; nothing where there are none. */
export function unreadableRows(unreadable: number, fileName?: string): string {
	if (unreadable === 0) return '';
	return ` ${count(unreadable, 'row')}${fileName ? ` of ${fileName}` : ''} could not be read and ${unreadable === 1 ? 'was left as it is' : 'were left as they are'}.`;
}

/** "1 row of an unknown student stays", "1,234 rows of unknown students stay". */
export function rowsStay(amount: number, one: string, many: string): string {
	if (amount === 0) return '';
	return amount === 1 ? ` 1 row ${one} stays.` : ` ${plain(amount)} rows ${many} stay.`;
}

/** What ends a message on edits that are made. */
export const notSaved = ' Nothing is saved yet, and Undo takes all of it back.';
