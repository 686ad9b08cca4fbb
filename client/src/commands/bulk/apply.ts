import { Range, TextEdit, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { FileEdits } from '../../../../server/src/protocol';
import { openDocument } from '../../documents';
import { showFailure } from '../../failure';
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

/** A button of a message, and what it does. */
export interface Button {
	readonly title: string;
	readonly run: () => Promise<void>;
}

/**
 * Tells what was done to files that were open, and lets them be saved. Whoever waits for the command does not wait
 * for the answer. VS Code shows a message without a button as one line only.
 */
export function tell(
	said: string,
	files: readonly Pick<FileEdits, 'uri'>[],
	buttons: readonly Button[] = [],
	unsaved = 'Nothing is saved yet, and Undo takes all of it back.',
): void {
	const save: Button = { title: 'Save', run: () => saveAll(files) };
	const offered = files.length > 0 ? [...buttons, save] : buttons;
	const message = files.length > 0 ? `${said} ${unsaved}` : said;
	void window.showInformationMessage(message, ...offered).then((picked) => picked?.run().catch(showFailure));
}

async function saveAll(files: readonly Pick<FileEdits, 'uri'>[]): Promise<void> {
	for (const { uri } of files) {
		const saved = await openDocument(Uri.parse(uri))?.save();
		if (!saved) throw new Error(`${baseName(Uri.parse(uri).path)} could not be saved.`);
	}
}
