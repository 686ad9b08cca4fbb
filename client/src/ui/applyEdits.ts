import { Range, TextEdit, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { FileEdits } from '../../../server/src/protocol';
import { countOf, plural } from '../../../server/src/wording';
import { openDocument } from '../files/documents';
import { baseName } from '../files/fileKinds';
import { showFailure } from './showFailure';

/** Makes edits as one step to undo; not where a text has changed since they were worked out. */
export async function applyEdits(files: readonly FileEdits[]): Promise<void> {
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
	return ` ${countOf(unreadable, 'row')}${fileName ? ` of ${fileName}` : ''} could not be read and ${plural(unreadable, 'was left as it is', 'were left as they are')}.`;
}

/** "1 row of an unknown student stays", "1,234 rows of unknown students stay". */
export function rowsStay(amount: number, one: string, many: string): string {
	if (amount === 0) return '';
	return ` ${countOf(amount, `row ${one} stays`, `rows ${many} stay`)}.`;
}

/** A button of a message, and what it does. */
export interface Button {
	readonly title: string;
	readonly run: () => Promise<void>;
}

/** What is said of files that were changed: that they lie on the disk as they were, and how to have them so again. */
interface WayBack {
	readonly unsaved: string;
	readonly undo: string;
}

const wayBack: WayBack = { unsaved: 'Nothing is saved yet.', undo: 'Undo takes all of it back.' };

/**
 * Tells what was done to files that were open, and lets them be saved. Whoever waits for the command does not wait
 * for the answer. VS Code shows a message without a button as one line only.
 */
export function announce(
	said: string,
	files: readonly Pick<FileEdits, 'uri'>[],
	buttons: readonly Button[] = [],
	{ unsaved, undo } = wayBack,
): void {
	const isChanged = files.length > 0;
	const isUnsaved = isChanged && !savesByItself();
	const save: Button = { title: 'Save', run: () => saveAll(files) };
	const offered = isUnsaved ? [...buttons, save] : buttons;
	const message = [said, ...(isUnsaved ? [unsaved] : []), ...(isChanged ? [undo] : [])].join(' ');
	void window.showInformationMessage(message, ...offered).then((picked) => picked?.run().catch(showFailure));
}

/** VS Code in a browser does unless told otherwise, a second after each change. */
function savesByItself(): boolean {
	return workspace.getConfiguration('files').get('autoSave') === 'afterDelay';
}

async function saveAll(files: readonly Pick<FileEdits, 'uri'>[]): Promise<void> {
	for (const { uri } of files) {
		const saved = await openDocument(Uri.parse(uri))?.save();
		if (!saved) throw new Error(`${baseName(Uri.parse(uri).path)} could not be saved.`);
	}
}
