import { EndOfLine, Range, TextEdit, type Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { isThere } from '../files/documents';
import { baseName } from '../files/fileKinds';

/**
 * Whether a file can be written: it is not there yet, or the person says that it may be overwritten.
 * @param loss what would become of what is in it, in a sentence.
 */
export async function mayWrite(uri: Uri, loss: string): Promise<boolean> {
	if (!(await isThere(uri))) return true;
	const name = baseName(uri.path);
	const answer = await window.showWarningMessage(
		`${name} exists already. Overwrite it?`,
		{
			modal: true,
			detail: `${loss} Undo in the editor brings them back.`,
		},
		'Overwrite',
	);
	return answer === 'Overwrite';
}

/** Writes a file and shows it. What is there is replaced by an edit, so that it can be undone, and saved. */
export async function writeFile(uri: Uri, text: string): Promise<void> {
	if (await isThere(uri)) await replace(uri, text);
	else await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
	await window.showTextDocument(uri, { preview: false });
}

/** Shows the text as a new document that lies nowhere yet. */
export async function openUntitled(content: string, language: string): Promise<void> {
	await window.showTextDocument(await workspace.openTextDocument({ content, language }));
}

async function replace(uri: Uri, text: string): Promise<void> {
	const document = await workspace.openTextDocument(uri);
	// An editor that shows it keeps the undo stack.
	await window.showTextDocument(document, { preview: false });
	const all = document.validateRange(new Range(0, 0, document.lineCount, 0));
	const edit = new WorkspaceEdit();
	const lineBreak = text.includes('\r\n') ? EndOfLine.CRLF : EndOfLine.LF;
	edit.set(uri, [TextEdit.replace(all, text), TextEdit.setEndOfLine(lineBreak)]);
	const isReplaced = await workspace.applyEdit(edit);
	// "false" also where nothing was left to save, because VS Code saves by itself.
	if (isReplaced) await document.save();
	if (!isReplaced || document.isDirty) throw new Error(`${baseName(uri.path)} could not be overwritten.`);
}
