import { EndOfLine, Range, TextEdit, type Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { exists } from '../files/documents';
import { baseName } from '../files/fileKinds';
import { confirm } from './messages';

/**
 * Whether a file may be written: it does not exist yet, or the person agrees to overwrite it.
 * @param loss what would be lost, in a sentence.
 */
export async function confirmOverwrite(uri: Uri, loss: string): Promise<boolean> {
	if (!(await exists(uri))) return true;
	const question = `${baseName(uri.path)} already exists. Overwrite it?`;
	return confirm(question, `${loss} Undo in the editor restores them.`, 'Overwrite');
}

/** Writes a file and shows it. Existing text is replaced by an edit, which can be undone, and saved. */
export async function writeFile(uri: Uri, text: string): Promise<void> {
	if (await exists(uri)) await replace(uri, text);
	else await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
	await window.showTextDocument(uri, { preview: false });
}

/** Shows a text as a new document that is not saved anywhere. */
export async function openUntitled(content: string, language: string): Promise<void> {
	await window.showTextDocument(await workspace.openTextDocument({ content, language }), { preview: false });
}

async function replace(uri: Uri, text: string): Promise<void> {
	const document = await workspace.openTextDocument(uri);
	// Only an editor that shows the document keeps its undo stack.
	await window.showTextDocument(document, { preview: false });
	const all = document.validateRange(new Range(0, 0, document.lineCount, 0));
	const edit = new WorkspaceEdit();
	const lineBreak = text.includes('\r\n') ? EndOfLine.CRLF : EndOfLine.LF;
	edit.set(uri, [TextEdit.replace(all, text), TextEdit.setEndOfLine(lineBreak)]);
	const isReplaced = await workspace.applyEdit(edit);
	// `save` also returns false if nothing is left to save, because VS Code saves by itself.
	if (isReplaced) await document.save();
	if (!isReplaced || document.isDirty) throw new Error(`${baseName(uri.path)} could not be overwritten.`);
}
