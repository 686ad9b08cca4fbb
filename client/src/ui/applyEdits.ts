import { Range, TextEdit, Uri, WorkspaceEdit, workspace } from 'vscode';
import type { FileEdits } from '../../../server/src/protocol';
import { openDocument } from '../files/documents';
import { baseName } from '../files/fileKinds';
import { rememberCursor } from './keepCursor';

/** From this many edits of a file on, VS Code takes long enough for them to say that it is at work. */
export const MANY_EDITS = 500;

/** Makes the edits of one or two files as one step to undo; the cursor stays in its row and column. Throws if a file is no longer the version they are for. */
export async function applyEdits(files: readonly FileEdits[]): Promise<void> {
	const edit = new WorkspaceEdit();
	for (const { uri, version, edits } of files) {
		const document = openDocument(Uri.parse(uri));
		if (document?.version !== version) throw changedError(document?.uri ?? Uri.parse(uri));
		edit.set(document.uri, textEditsOf(edits));
	}
	const [first] = files;
	const restoreCursor = rememberCursor();
	if (first && !(await workspace.applyEdit(edit))) throw changedError(Uri.parse(first.uri));
	restoreCursor();
}

/** The server's edits of a file as VS Code takes them. */
export function textEditsOf(edits: FileEdits['edits']): TextEdit[] {
	return edits.map(({ range: { start, end }, newText }) =>
		TextEdit.replace(new Range(start.line, start.character, end.line, end.character), newText),
	);
}

/** That a file has changed since an edit for it was made, in words for the person. */
export function changedError(uri: Uri): Error {
	return new Error(`${baseName(uri.path)} was edited in the meantime, so nothing was changed. Try again.`);
}
